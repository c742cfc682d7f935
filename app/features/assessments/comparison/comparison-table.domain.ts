import { codeOf } from '../../../kernel/item-ref.ts'
import type { ComparisonRow } from './comparison.domain.ts'
import {
  cellNotes,
  joinSaid,
  meetingsSaid,
  reasonSaid,
  rowReference,
  rowTitle,
  type Saying,
} from './said-rows.domain.ts'
import { comparisonText } from './text/index.ts'

/** The rows as a table of texts, heads first: the same figures and words as on the page. `source` is the last row. */
export function comparisonTable(
  saying: Saying,
  rows: readonly ComparisonRow[],
  source: string,
): readonly (readonly string[])[] {
  const words = comparisonText(saying.lang)
  const years = (rows[0]?.cells ?? []).map(({ year }) => year)
  const steps = years.slice(1).map((to, at) => [years[at] as number, to] as const)
  const { file } = words
  const head = [
    words.columns.row,
    words.columns.title,
    ...years.flatMap((year) => [
      file.reference(year),
      file.value(year),
      file.answered(year),
      file.required(year),
    ]),
    ...steps.flatMap(([from, to]) => [
      file.relation(from, to),
      file.change(from, to),
      file.rationale(from, to),
    ]),
    file.note,
  ]
  const body = rows.map((row) => [
    rowReference(saying, row),
    rowTitle(saying, row),
    ...row.cells.flatMap(({ ref, figure, gap }) => [
      ref === null ? '' : codeOf(ref),
      figure?.value ?? (gap === null ? '' : words.gaps[gap]),
      figure?.nAnswered?.toString() ?? '',
      figure?.nRequired?.toString() ?? '',
    ]),
    ...row.joins.flatMap((join) => [
      join?.kind === 'comparable'
        ? words.comparable
        : join?.kind === 'unconfirmed'
          ? words.unconfirmed
          : joinSaid(saying, join),
      join !== null && 'change' in join ? join.change : '',
      reasonSaid(saying, join),
    ]),
    [...row.cells.flatMap((cell) => cellNotes(saying, cell)), ...meetingsSaid(saying, row)].join('; '),
  ])
  return [head, ...body, [source]]
}
