import { codeOf, type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import { citedIn } from '../../../kernel/rich-text.ts'
import { titleOf } from '../../catalogue/index.ts'
import type { Cycle, Issue, Measure, Outcome } from '../../improvement/index.ts'
import type { ReportBlock } from '../report.domain.ts'
import type { ReportInput } from '../report-input.domain.ts'
import { type ReportHeadings, reportHeadings } from '../text/index.ts'
import { centerCell, headCell, textCell } from './table-cell.domain.ts'

/** What each cited item or indicator asks, by framework year: the same code means different things in different years. */
export function citedItemBlocks({ cycle, catalogue, lang }: ReportInput): ReportBlock[] {
  const headings = reportHeadings(lang)
  const refs = citedInCycle(cycle)
  if (refs.length === 0) return []
  return [
    {
      kind: 'table',
      caption: headings.itemsTable,
      head: headings.itemsHead,
      rows: refs.map((ref) => [
        centerCell(String(yearOf(ref))),
        headCell(shownCode(ref, headings)),
        textCell(titleOf(catalogue, ref)?.[lang] ?? headings.itemUnknown),
      ]),
      widths: [12, 24, 64],
    },
  ]
}

/** Every reference of a cycle, by year, instrument and number. */
function citedInCycle(cycle: Cycle): readonly ItemRef[] {
  const refs = new Set([...citedIn(cycle.background), ...cycle.issues.flatMap(citedInIssue)])
  return [...refs].sort((a, b) => sortKey(a).localeCompare(sortKey(b), 'en'))
}

const citedInIssue = (issue: Issue): ItemRef[] => [
  ...citedIn(issue.analysis),
  ...issue.limitations.flatMap((limitation) => citedIn(limitation)),
  ...issue.measures.flatMap(citedInMeasure),
  ...issue.outcomes.flatMap(citedInOutcome),
]

const citedInMeasure = ({ text, summary }: Measure): ItemRef[] =>
  [text, summary].flatMap((field) => (field.state === 'value' ? citedIn(field.value) : []))

const citedInOutcome = ({ text, facts }: Outcome): ItemRef[] => [
  ...(text.state === 'value' ? citedIn(text.value) : []),
  ...facts
    .flatMap((fact) => ('after' in fact ? [fact.before?.of, fact.after.of] : []))
    .filter((of) => of != null),
]

const sortKey = (ref: ItemRef): string =>
  ref.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(4, '0'))

const shownCode = (ref: ItemRef, headings: ReportHeadings): string =>
  codeOf(ref).startsWith('ind') ? headings.indicator(codeOf(ref).slice('ind'.length)) : codeOf(ref)
