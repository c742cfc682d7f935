import type {
  ChartHead,
  Dumbbell,
  DumbbellRow,
  Gap,
  HeatMap,
  Joint,
  Mark,
  Trend,
  TrendGrid,
  TrendLine,
} from '../charts/chart-data.domain.ts'
import type { CompareView } from './asked-comparison.domain.ts'
import type { ComparedCell, ComparedJoin, ComparisonRow } from './comparison.domain.ts'
import { findingsOf, type YearsFinding } from './finding.domain.ts'
import { hasFigure } from './row-order.domain.ts'
import {
  answeredSaid,
  findingSaid,
  findingTitle,
  joinSaid,
  rowLabel,
  type Saying,
} from './said-rows.domain.ts'
import { comparisonText } from './text/index.ts'

/** Title and description of the chart: the finding. */
export function headOf(saying: Saying, rows: readonly ComparisonRow[], view: CompareView): ChartHead {
  const words = comparisonText(saying.lang)
  const findings = findingsOf(rows)
  const title = ({ from, to }: YearsFinding, said: string) => `${words.finding.between(from, to)}: ${said}`
  return {
    id: `compare-${view}`,
    title: findings.map((finding) => title(finding, findingTitle(saying, finding))).join(' · '),
    description: findings.map((finding) => findingSaid(saying, finding)).join(' · '),
  }
}

/** The two years of rows that have a figure. */
export function dumbbellOf(saying: Saying, rows: readonly ComparisonRow[]): Dumbbell {
  const words = comparisonText(saying.lang)
  const [before, after] = (rows[0]?.cells ?? []).map(({ year }) => words.year(year))
  return {
    beforeLabel: before ?? '',
    afterLabel: after ?? '',
    rows: rows.filter(hasFigure).flatMap((row): DumbbellRow[] => {
      const [first, second] = row.cells
      if (!first || !second) return []
      const join = row.joins[0] ?? null
      return [
        {
          key: row.key,
          label: rowLabel(saying, row),
          before: markOf(saying, first),
          after: markOf(saying, second),
          joint: jointOf(join),
          change: join?.kind === 'comparable' ? join.change : null,
          direction: join?.kind === 'comparable' ? join.direction : null,
          note: join?.kind === 'comparable' ? null : joinSaid(saying, join),
        },
      ]
    }),
  }
}

/** A frame for each row: lines of many items in one are not told apart. */
export function trendGridOf(saying: Saying, rows: readonly ComparisonRow[]): TrendGrid {
  return {
    years: axisOf(rows),
    frames: rows.filter(hasFigure).map((row) => ({
      key: row.key,
      title: rowLabel(saying, row),
      lines: [lineOf(saying, row)],
    })),
  }
}

/** Few rows in one frame: the instruments and the total. */
export const trendOf = (saying: Saying, rows: readonly ComparisonRow[]): Trend => ({
  years: axisOf(rows),
  lines: rows.filter(hasFigure).map((row) => lineOf(saying, row)),
})

export function heatMapOf(saying: Saying, rows: readonly ComparisonRow[]): HeatMap {
  return {
    columns: yearsOf(saying, rows),
    rows: rows.filter(hasFigure).map((row) => ({
      key: row.key,
      label: rowLabel(saying, row),
      cells: row.cells.map((cell) => markOf(saying, cell)),
      breaks: row.joins.flatMap((join, after) => {
        const joint = jointOf(join)
        return joint === 'comparable' ? [] : [{ after, joint }]
      }),
    })),
  }
}

/** On an axis a year needs no era, and would find no room for one. */
const axisOf = (rows: readonly ComparisonRow[]): readonly string[] =>
  (rows[0]?.cells ?? []).map(({ year }) => String(year))

const yearsOf = ({ lang }: Saying, rows: readonly ComparisonRow[]): readonly string[] =>
  (rows[0]?.cells ?? []).map(({ year }) => comparisonText(lang).year(year))

const lineOf = (saying: Saying, row: ComparisonRow): TrendLine => ({
  key: row.key,
  label: rowLabel(saying, row),
  points: row.cells.map((cell, at) => ({
    mark: markOf(saying, cell),
    joint: at === 0 ? null : jointOf(row.joins[at - 1] ?? null),
  })),
})

/** Only where a chart sets its marks is a score a binary number; what is printed is the text. */
function markOf(saying: Saying, cell: ComparedCell): Mark | Gap {
  if (cell.figure === null)
    return { text: cell.gap === null ? '' : comparisonText(saying.lang).gaps[cell.gap] }
  return { value: Number(cell.figure.value), text: cell.figure.value, n: answeredSaid(saying, cell) }
}

/** What nobody confirmed to compare is drawn so; what is apart for any other reason is never joined. */
const jointOf = (join: ComparedJoin | null): Joint =>
  join?.kind === 'comparable' || join?.kind === 'unconfirmed' ? join.kind : 'different'
