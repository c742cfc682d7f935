import { closeSync, openSync, writeSync } from 'node:fs'
import type { AgencyBatch, AnswerForm } from '../app/features/assessments/index.server.ts'

/** How a national year of answers is laid out. */
export type Nation = Readonly<{ agencies: number; respondents: number; seed: number }>

export const codeOf = (agency: number): string => String(10_000 + agency)
const SURVEYS = ['IIT', 'EIT'] as const
const NEWLINE = 10
const COMMA = 44
const DIGIT = 48
const PIECE = 1_000_000

/** Invented answers, the same for a seed: respondents come agency after agency in turn, IIT and EIT by halves. */
function* inventedAnswers(form: AnswerForm, { agencies, respondents, seed }: Nation) {
  const next = seeded(seed)
  const asked = SURVEYS.map((survey) => {
    const own = form.columns.flatMap((column, place) =>
      column.instrument === survey ? [{ column, place }] : [],
    )
    return {
      survey,
      places: own.map(({ place }) => place),
      codes: own.map(({ column }) => column.code),
      options: own.map(({ column }) => column.options.length),
    }
  })
  for (let at = 0; at < respondents; at += 1) {
    const agency = at % agencies
    const { survey, places, codes, options } = asked[Math.floor(at / agencies) % 2] as (typeof asked)[number]
    const answers = new Uint8Array(codes.length)
    for (let column = 0; column < codes.length; column += 1) {
      const drawn = next()
      // One in fifty does not answer; the others lean a little towards the later options, each agency in its own way.
      const lean = 0.6 + (agency % 7) / 10
      if (drawn >= 0.02)
        answers[column] =
          1 + Math.floor(((drawn - 0.02) / 0.98) ** lean * (options[column] as number) * 0.999999)
    }
    yield { agency, survey, places, codes, answers }
  }
}

/** Writes them as a wide CSV; answers its size in bytes. */
export function writeNation(file: string, form: AnswerForm, nation: Nation): number {
  const out = openSync(file, 'w')
  const buffer = Buffer.alloc(PIECE + 10_000)
  let size = buffer.write(`agency,instrument,${form.columns.map(({ code }) => code).join(',')}\n`)
  let written = 0
  const width = form.columns.length
  const row = new Uint8Array(width)
  for (const { agency, survey, places, answers } of inventedAnswers(form, nation)) {
    row.fill(0)
    for (let at = 0; at < places.length; at += 1) row[places[at] as number] = answers[at] as number
    size += buffer.write(`${codeOf(agency)},${survey}`, size, 'latin1')
    for (let at = 0; at < width; at += 1) {
      buffer[size++] = COMMA
      if ((row[at] as number) > 0) buffer[size++] = DIGIT + (row[at] as number)
    }
    buffer[size++] = NEWLINE
    if (size < PIECE) continue
    written += writeSync(out, buffer, 0, size)
    size = 0
  }
  written += writeSync(out, buffer, 0, size)
  closeSync(out)
  return written
}

/** The same answers as they are kept: for each agency one batch of each survey. */
export function batchesOf(form: AnswerForm, nation: Nation): readonly AgencyBatch[] {
  const kept = new Map<
    string,
    { agency: number; survey: 'IIT' | 'EIT'; codes: readonly string[]; rows: Uint8Array[] }
  >()
  for (const { agency, survey, codes, answers } of inventedAnswers(form, nation)) {
    const key = `${agency} ${survey}`
    const own = kept.get(key)
    if (own) own.rows.push(answers)
    else kept.set(key, { agency, survey, codes, rows: [answers] })
  }
  return [...kept.values()]
    .toSorted((a, b) => a.agency - b.agency)
    .map(({ agency, survey, codes, rows }) => ({
      agency,
      batch: {
        instrument: survey,
        columns: codes,
        nRespondents: rows.length,
        answers: Uint8Array.from(Buffer.concat(rows)),
      },
    }))
}

/** Numbers from 0 to below 1, the same for a seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
