import { z } from 'zod'
import { withoutControls } from '../../../kernel/clean-text.ts'
import { parseItemRef } from '../../../kernel/item-ref.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { readForm } from '../../../web/form.server.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { readNotation, writeNotation } from '../notation/notation.domain.ts'
import type { ReportFacts } from '../working/working-cycle.domain.ts'
import type { ReportData } from './report-data.domain.ts'
import { typedYear } from './year-form.server.ts'

/** The inputs of each field of the facts: a cover is several. */
const REPORT_DATA_INPUTS = {
  cover: [
    'title',
    'agencyLine',
    'yearLine',
    'preparedByLine',
    'approvalLine',
    'runningTitle',
    'issuesHeading',
  ],
  background: ['background'],
  resultsYear: ['resultsYear'],
  answers: ['answers'],
} as const

/**
 * The framework year (B.E.) of codes without a year in the background: the one that asks for this fiscal year's report. It
 * does not follow the chosen item, so that a text reads the same before and after another is chosen.
 */
export const backgroundHome = (fiscalYear: number): number => fiscalYear + 1

const LONGEST_LINE = 300

// They turn the direction of what stands after them: a cover would not read as it was typed.
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

const text = z.string().default('').transform(withoutControls)
const line = text.transform((typed) => typed.replace(DIRECTION_MARKS, ''))
const optionalLine = line.transform((typed) => typed.trim() || null)

const FORM = z.object({
  seenVersion: z.coerce.number({ error: 'year.changed-since' }).int(),
  title: line,
  agencyLine: line,
  yearLine: line,
  preparedByLine: optionalLine,
  approvalLine: optionalLine,
  runningTitle: optionalLine,
  issuesHeading: optionalLine,
  background: text,
  resultsYear: typedYear.optional(),
  answers: z.string().optional(),
})

type Faults = Readonly<{ faults: Readonly<Record<string, string>> }>
type ReadData = Readonly<{
  seenVersion: number
  facts: Pick<ReportData, 'cover' | 'background' | 'resultsYear' | 'answers'>
}>

/** What the form says; a field that is wrong is named with the code of the reason. */
export function readReportData(
  sent: FormData,
  { fiscalYear, catalogue }: { fiscalYear: number; catalogue: Catalogue },
): Result<ReadData, Faults> {
  const read = readForm(sent, FORM)
  if (!read.ok) return err({ faults: read.error.faults })
  const { seenVersion, background: typed, resultsYear, answers, ...cover } = read.value
  const background = readNotation(typed, { year: backgroundHome(fiscalYear), catalogue })
  const item = parseItemRef(answers ?? '')
  const faults = {
    ...Object.fromEntries(
      REPORT_DATA_INPUTS.cover.flatMap((name) =>
        (cover[name] ?? '').trim().length > LONGEST_LINE ? [[name, 'cover.long-line']] : [],
      ),
    ),
    ...(!background.ok && { background: 'background.unknown-item' }),
    ...(resultsYear === undefined && { resultsYear: 'year.unreadable' }),
    ...(item === null && { answers: 'item.unknown' }),
  }
  if (!background.ok || resultsYear === undefined || item === null || Object.keys(faults).length > 0)
    return err({ faults })
  const folded = {
    title: cover.title.trim(),
    agencyLine: cover.agencyLine.trim(),
    yearLine: cover.yearLine.trim(),
  }
  return ok({
    seenVersion,
    facts: { cover: { ...cover, ...folded }, background: background.value, resultsYear, answers: item },
  })
}

/** The facts as the form shows them. */
export const reportDataValues = (
  facts: ReportFacts,
  fiscalYear: number,
): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(REPORT_DATA_INPUTS.cover.map((name) => [name, facts.cover[name] ?? ''])),
  background: writeNotation(facts.background, { year: backgroundHome(fiscalYear) }),
  resultsYear: String(facts.resultsYear),
  answers: facts.answers,
})
