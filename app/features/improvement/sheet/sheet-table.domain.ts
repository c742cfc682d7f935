import type { Language } from '../../../i18n/language.ts'
import { shownMeasure } from '../measures/facts/measure-form.domain.ts'
import { NONE } from '../measures/facts/measure-reading-words.th.ts'
import { measureFactsText } from '../measures/facts/text/index.ts'
import type { OwnerUnitChoice } from '../measures/facts/typed-owners.domain.ts'
import { measureStateText } from '../measures/text/index.ts'
import type { WorkingCycle, WorkingIssue, WorkingMeasure } from '../working/working-cycle.domain.ts'
import { SHEET_COLUMNS, type SheetColumn } from './sheet-column.table.ts'
import { sheetText } from './text/index.ts'

/** Every measure of a year as rows of text, heads first; `sheetRows` reads it back. */
export function sheetTable(
  cycle: WorkingCycle,
  { units, lang }: Readonly<{ units: readonly OwnerUnitChoice[]; lang: Language }>,
): readonly (readonly string[])[] {
  const { heads } = sheetText(lang)
  const rows = cycle.issues.flatMap((issue) =>
    issue.measures.map((measure) => {
      const cells = cellsOf({ issue, measure, fiscalYear: cycle.fiscalYear, units, lang })
      return SHEET_COLUMNS.map((column) => cells[column])
    }),
  )
  return [SHEET_COLUMNS.map((column) => heads[column]), ...rows]
}

type Written = Readonly<{
  issue: WorkingIssue
  measure: WorkingMeasure
  fiscalYear: number
  units: readonly OwnerUnitChoice[]
  lang: Language
}>

function cellsOf({ issue, measure, fiscalYear, units, lang }: Written): Record<SheetColumn, string> {
  const shown = shownMeasure(measure.facts, { fiscalYear, units })
  const { kinds } = measureFactsText(lang)
  return {
    issue: String(issue.number),
    issueTitle: issue.facts.title,
    text: shown.text,
    kind: measure.facts.kind === null ? '' : kinds[measure.facts.kind],
    from: shown.from,
    to: shown.to,
    owners: shown.owners,
    expectedEvidence: shown.expectedEvidence,
    budget: shown.budgetNone ? NONE : shown.budget,
    dueDay: shown.dueDay,
    summary: shown.summary,
    state: measureStateText(lang).states[measure.state],
    key: measure.id,
    version: String(measure.version),
  }
}
