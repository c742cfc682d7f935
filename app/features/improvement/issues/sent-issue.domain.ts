import { writeNotation } from '../notation/notation.domain.ts'
import type { IssueFacts } from '../working/working-cycle.domain.ts'
import type { TypedIssue } from './issue-form.domain.ts'

/** Fields of a form by name. */
type Values = Readonly<Record<string, string>>

const LIMITATION = /^limitation-(\d{1,2})$/
// More than may be saved, so that one field too many is told and not lost.
const MOST_ROWS = 60

/** What a form of an issue says; fields that it did not have stay absent. */
export function sentIssue(values: Values): TypedIssue {
  const rows = limitationRows(values)
  return {
    ...(values.title !== undefined && { title: values.title }),
    ...(values.listedTitle !== undefined && { listedTitle: values.listedTitle }),
    ...(values.analysis !== undefined && { analysis: values.analysis }),
    ...(rows > 0 && {
      limitations: Array.from({ length: rows }, (_, at) => values[`limitation-${at}`] ?? ''),
    }),
  }
}

/** How many fields for limitations a form has. */
export const limitationRows = (values: Values): number =>
  Math.min(
    MOST_ROWS,
    Math.max(0, ...Object.keys(values).map((name) => Number(LIMITATION.exec(name)?.[1] ?? -1) + 1)),
  )

/** The values with which a form of an issue opens: what it says, and an empty field for one more limitation. */
export const issueValues = (facts: IssueFacts, resultsYear: number): Values => ({
  title: facts.title,
  listedTitle: facts.listedTitle ?? '',
  analysis: writeNotation(facts.analysis, { year: resultsYear }),
  ...Object.fromEntries(
    [...facts.limitations, []].map((limitation, at) => [
      `limitation-${at}`,
      writeNotation(limitation, { year: resultsYear }),
    ]),
  ),
})

/** The same form with one more field for a limitation. */
export const withMoreRows = (values: Values): Values => ({
  ...values,
  [`limitation-${limitationRows(values)}`]: '',
})
