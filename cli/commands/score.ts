import { createReadStream } from 'node:fs'
import {
  type AnswerForm,
  answerCounter,
  answerForm,
  answersCellText,
  answersFaultText,
  type CountedAgencies,
  countedAnswers,
  foldBatches,
  noSums,
  readAnswers,
  resultOfCounts,
} from '../../app/features/assessments/index.server.ts'
import { catalogueStamp } from '../../app/features/catalogue/index.server.ts'
import { type Catalogue, type Framework, frameworkOf } from '../../app/features/catalogue/index.ts'
import { toArabicDigits } from '../../app/kernel/thai-digits.ts'
import type { Command } from '../command.ts'
import { type InputFile, readInput } from '../files.ts'
import { BadInput, EXIT, type Terminal } from '../terminal.ts'
import { catalogueOf } from './catalogue.ts'
import { agencyAsJson, printAgency, type ScoredAgency } from './print-scores.ts'

/** Files up to this size may be XLSX or in Windows-874; a larger one is CSV in UTF-8 and is never held as a whole. */
const MOST_HELD = 5_000_000
const PIECE = 1_000_000
const FAULTS_SHOWN = 20

type Survey = Readonly<{ catalogue: Catalogue; framework: Framework; form: AnswerForm }>
type Faults = Readonly<{
  cells: readonly Readonly<{ row: number; column: number; sentence: string }>[]
  count: number
}>

/** `prongsai score ANSWERS.csv --year 2567`: from answers to every score of every agency in the file, or nothing at all. */
export const score: Command = async (terminal, args) => {
  const { text, lang } = terminal
  const [named, ...others] = args.files
  if (named === undefined) throw new BadInput(text.score.missingFile)
  if (others[0] !== undefined) throw new BadInput(text.tooManyFiles(others[0]))
  const survey = surveyOf(terminal, await catalogueOf(terminal, args), args.year)
  const file = await readInput(terminal, named)
  const read =
    file.size <= MOST_HELD
      ? await held(terminal, survey, file)
      : await streamed(terminal, survey, named, file)
  if ('cells' in read) return refused(terminal, read)

  const { catalogue, framework } = survey
  const order = new Intl.Collator('th', { numeric: true })
  const agencies = read.codes
    .map((code, place) => ({ code, place }))
    .sort((a, b) => order.compare(a.code, b.code) || (a.code < b.code ? -1 : 1))
  const { rule, decimals } = framework.aggregation
  if (terminal.json)
    terminal.print(
      `{"year":${framework.year},"catalogue":${JSON.stringify(catalogueStamp(catalogue))},"rule":${JSON.stringify({ aggregation: rule, rounding: `half-up, ${decimals} decimals, once, when printed` })},"agencies":[`,
    )
  else terminal.print(text.score.head(framework.year, agencies.length))
  let hasUnverified = false
  const withoutScores = new Set<string>()
  for (const [at, { code, place }] of agencies.entries()) {
    const result = resultOfCounts(framework, countedAnswers(read, place))
    if (typeof result === 'string') throw new BadInput(answersFaultText(lang, 'answers.no-items'))
    const agency: ScoredAgency = { code, result }
    for (const [ref, item] of result.items) {
      hasUnverified ||= item.isUnverified && item.mean !== null
      if (item.why === 'no-scores') withoutScores.add(ref)
    }
    // One agency a line: eight thousand of them need not be in memory together.
    if (terminal.json)
      terminal.print(`${JSON.stringify(agencyAsJson(agency))}${at < agencies.length - 1 ? ',' : ''}`)
    else printAgency(terminal, framework, agency, agencies.length === 1)
  }
  const notes = [
    ...(hasUnverified ? [text.score.unverified] : []),
    ...(withoutScores.size > 0 ? [text.score.noScores([...withoutScores].join(', '))] : []),
  ]
  if (terminal.json) terminal.print(`],"notes":${JSON.stringify(notes)}}`)
  else for (const note of notes) terminal.print(`· ${note}`)
  return EXIT.done
}

function surveyOf({ text, lang }: Terminal, catalogue: Catalogue, said: string | undefined): Survey {
  if (said === undefined) throw new BadInput(text.score.missingYear)
  const year = toArabicDigits(said.trim())
  const framework = /^\d{4}$/u.test(year) ? frameworkOf(catalogue, Number(year)) : undefined
  const known = catalogue.frameworks.filter((one) => typeof answerForm(one) !== 'string')
  if (!framework) throw new BadInput(text.score.unknownYear(said, known.map((one) => one.year).join(', ')))
  const form = answerForm(framework)
  if (typeof form === 'string') throw new BadInput(answersFaultText(lang, 'answers.no-items'))
  return { catalogue, framework, form }
}

async function held(
  { lang }: Terminal,
  { framework, form }: Survey,
  { bytes }: InputFile,
): Promise<CountedAgencies | Faults> {
  const read = await readAnswers(bytes, framework)
  if (!read.ok) {
    const { code, cells } = read.error
    if (cells.length === 0) throw new BadInput(answersFaultText(lang, code))
    return {
      cells: cells.map((cell) => ({ ...cell, sentence: answersCellText(lang, cell) })),
      count: cells.length,
    }
  }
  const { agencies } = read.value
  const sums = noSums(
    form,
    agencies.map(({ code }) => code),
  )
  foldBatches(
    sums,
    agencies.flatMap(({ batches }, agency) => batches.map((batch) => ({ agency, batch }))),
  )
  return { ...sums, disclosure: new Map(agencies.map(({ disclosure }, agency) => [agency, disclosure])) }
}

async function streamed(
  terminal: Terminal,
  { framework, form }: Survey,
  named: string,
  { bytes, size }: InputFile,
): Promise<CountedAgencies | Faults> {
  const { lang, text } = terminal
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (isArchive || bytes.subarray(0, 65_536).includes(0)) throw new BadInput(text.score.largeMustBeCsv)
  const counter = answerCounter(framework, form)
  let done = 0
  for await (const piece of createReadStream(named, { highWaterMark: PIECE })) {
    counter.push(piece)
    done += piece.length
    terminal.progress(text.score.reading(Math.floor((100 * done) / size)))
  }
  const { counted, refusal, faults, faultCount } = counter.end()
  if (refusal !== null) throw new BadInput(answersFaultText(lang, refusal))
  return faultCount === 0
    ? counted
    : {
        cells: faults.map((cell) => ({ ...cell, sentence: answersCellText(lang, cell) })),
        count: faultCount,
      }
}

/** Every cell with its row and column, the first of them; standard output stays empty but for `--json`. */
function refused(terminal: Terminal, { cells, count }: Faults) {
  const { text } = terminal
  const shown = cells.slice(0, FAULTS_SHOWN)
  const message = text.score.refused(count)
  terminal.note(message)
  for (const { row, column, sentence } of shown) terminal.note(text.score.cell(row, column, sentence))
  if (count > shown.length) terminal.note(text.score.more(count - shown.length))
  if (terminal.json)
    terminal.print(
      JSON.stringify({
        error: {
          message,
          exitCode: EXIT.badInput,
          count,
          cells: shown.map(({ row, column, sentence }) => ({ row, column, message: sentence })),
        },
      }),
    )
  return EXIT.badInput
}
