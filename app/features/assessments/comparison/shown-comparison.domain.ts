import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { headOf } from './chart-rows.domain.ts'
import type { ComparedCell, ComparedJoin, ComparisonRow } from './comparison.domain.ts'
import { comparisonSvg } from './comparison-picture.domain.ts'
import { findingsOf, isCompared } from './finding.domain.ts'
import type { FoundComparison } from './found-comparison.domain.ts'
import { hasFigure } from './row-order.domain.ts'
import {
  answeredSaid,
  cellNotes,
  findingParts,
  joinSaid,
  meetingsSaid,
  reasonSaid,
  refSaid,
  rowReference,
  rowTitle,
  type Saying,
} from './said-rows.domain.ts'
import { comparisonText } from './text/index.ts'

const MOST_NAMED = 8

/** What a page shows of compared rows, every text in the reader's language. */
export type ShownComparison = Readonly<{
  findings: readonly Readonly<{
    between: string
    parts: readonly string[]
    /** What the later year no longer measures: names, and how many more there are. */
    notAsked: Readonly<{ year: number; items: readonly string[]; more: number }> | null
  }>[]
  /** Some rows of the years compare, or may; false where nothing joins the years. */
  isJoined: boolean
  /** No row says how many answered. */
  hasNoN: boolean
  /** Null where no row has a figure. */
  chart: Readonly<{ title: string; narrow: string; wide: string }> | null
  table: readonly ShownRow[]
}>
export type ShownRow = Readonly<{
  key: string
  reference: string
  title: string
  meets: readonly string[]
  cells: readonly Readonly<{
    value: string | null
    gap: string | null
    answered: string | null
    notes: readonly string[]
  }>[]
  joins: readonly Readonly<{
    kind: ComparedJoin['kind'] | null
    direction: string | null
    said: string
    reason: string
  }>[]
}>

export function shownComparison(
  { catalogue, asked, rows }: FoundComparison,
  lang: Language,
): ShownComparison {
  const saying = { lang, catalogue, of: asked.of }
  const chart = (width: 'narrow' | 'wide') =>
    comparisonSvg(saying, rows, { view: asked.view, theme: 'auto', width })
  const figures = rows.flatMap(({ cells }) => cells.flatMap(({ figure }) => figure ?? []))
  return {
    findings: findingsOf(rows).map((finding) => ({
      between: comparisonText(lang).finding.between(finding.from, finding.to),
      parts: findingParts(saying, finding),
      notAsked:
        finding.notAsked.length === 0
          ? null
          : {
              year: finding.to,
              items: finding.notAsked.slice(0, MOST_NAMED).map((ref) => refSaid(saying, ref)),
              more: Math.max(0, finding.notAsked.length - MOST_NAMED),
            },
    })),
    isJoined: isCompared(rows),
    hasNoN: figures.every(({ nAnswered }) => nAnswered === null),
    chart: rows.some(hasFigure)
      ? { title: headOf(saying, rows, asked.view).title, narrow: chart('narrow'), wide: chart('wide') }
      : null,
    table: rows.map((row) => shownRow(saying, row)),
  }
}

const shownRow = (saying: Saying, row: ComparisonRow): ShownRow => ({
  key: row.key,
  reference: rowReference(saying, row),
  title: rowTitle(saying, row),
  meets: meetingsSaid(saying, row),
  cells: row.cells.map((cell) => ({
    value: cell.figure?.value ?? null,
    gap: cell.gap === null ? null : comparisonText(saying.lang).gaps[cell.gap],
    answered: answeredSaid(saying, cell),
    notes: notesOf(saying, cell),
  })),
  joins: row.joins.map((join) => ({
    kind: join?.kind ?? null,
    direction: join?.kind === 'comparable' ? join.direction : null,
    said: joinSaid(saying, join),
    reason: reasonSaid(saying, join),
  })),
})

const notesOf = (saying: Saying, cell: ComparedCell): readonly string[] => [
  ...cellNotes(saying, cell),
  ...(cell.isShared ? [comparisonText(saying.lang).shared] : []),
]

/** Where the figures come from, for pictures and tables that go alone. `now` is when they are made. */
export function sourceSaid({ snapshot }: FoundComparison, lang: Language, now: Date): string {
  const words = comparisonText(lang)
  return snapshot === null
    ? words.source(formatDay(thaiDay(now), lang))
    : words.sourceOfSnapshot(
        snapshot.name,
        formatDay(thaiDay(snapshot.madeAt), lang),
        snapshot.contentHash.slice(0, 16),
      )
}
