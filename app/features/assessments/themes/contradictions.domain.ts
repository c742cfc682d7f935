import type { DecimalText } from '../../../kernel/decimal.ts'
import { type Catalogue, frameworkOf } from '../../catalogue/index.ts'
import type { YearResults } from '../results/result.domain.ts'
import { printed, type WorkingNumber, workingNumber } from '../scoring/working-number.domain.ts'
import { type Bound, boundOf } from './bound.domain.ts'
import { THEMES, type Theme, VIEWS, type ViewName } from './theme.table.ts'
import { type ThemeView, themeView } from './theme-view.domain.ts'

/**
 * What the views of a theme say of each other. The first four: the best view reaches the bound and the worst does not.
 * `all-weak`: none reaches it. `none`: all reach it. `too-little`: fewer than two views are known.
 */
export type ContradictionKind =
  | 'staff-not-public'
  | 'disclosed-not-seen'
  | 'public-not-staff'
  | 'seen-not-disclosed'
  | 'all-weak'
  | 'none'
  | 'too-little'

/** A theme in the results of one year. Points are of 100, printed with two places, computed before rounding. */
export type Contradiction = Readonly<{
  theme: Theme
  /** The views that the theme has, in the order of `VIEWS`. */
  views: readonly ThemeView[]
  kind: ContradictionKind
  highest: ViewName | null
  lowest: ViewName | null
  /** From the lowest to the highest view; null where fewer than two are known. */
  size: DecimalText | null
  /** By how much the lowest view is below the bound, 0.00 where it is not; null where no view or no bound is known. */
  weakness: DecimalText | null
  /** Size and weakness together: what the order goes by. */
  rank: DecimalText | null
}>

export type YearContradictions = Readonly<{
  year: number
  bound: Bound | null
  /** The largest first; then those of which too little is known to say. */
  themes: readonly Contradiction[]
}>

/** Every theme in the results of one year; null for a year whose framework is not known. Years are never mixed. */
export function contradictionsOf(catalogue: Catalogue, results: YearResults): YearContradictions | null {
  const framework = frameworkOf(catalogue, results.year)
  if (!framework) return null
  const bound = boundOf(framework)
  const scores = new Map(results.scores.map((score) => [score.ref, score]))
  const ground = { catalogue, framework, scores, bound }
  const rows = THEMES.map((theme) =>
    judged(
      theme,
      VIEWS.flatMap((name) => themeView(ground, theme, name) ?? []),
      bound && workingNumber(bound.value),
    ),
  )
  // Sorting is stable: what weighs the same stays in the order of the themes.
  const ordered = rows.toSorted(
    (a, b) =>
      Number(b.size !== null) - Number(a.size !== null) ||
      (b.rank ?? -1) - (a.rank ?? -1) ||
      (b.weakness ?? -1) - (a.weakness ?? -1),
  )
  return { year: results.year, bound, themes: ordered.map(shown) }
}

type Judged = Omit<Contradiction, 'size' | 'weakness' | 'rank'> &
  Readonly<Record<'size' | 'weakness' | 'rank', WorkingNumber | null>>

function judged(theme: Theme, views: readonly ThemeView[], bound: WorkingNumber | null): Judged {
  const known = views.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]))
  const byHeight = known.toSorted((a, b) => b.value - a.value)
  const highest = byHeight[0]
  // Of views that are as low as each other the first is named.
  const lowest = known.find(({ value }) => value === byHeight.at(-1)?.value)
  if (!highest || !lowest)
    return {
      theme,
      views,
      kind: 'too-little',
      highest: null,
      lowest: null,
      size: null,
      weakness: null,
      rank: null,
    }
  const weakness = bound === null ? null : Math.max(0, bound - lowest.value)
  const isPair = known.length > 1
  const size = isPair ? highest.value - lowest.value : null
  return {
    theme,
    views,
    kind: isPair ? kindOf(highest, lowest, bound) : 'too-little',
    highest: highest.name,
    lowest: lowest.name,
    size,
    weakness,
    rank: size === null && weakness === null ? null : (size ?? 0) + (weakness ?? 0),
  }
}

type Seen = Readonly<{ name: ViewName; value: WorkingNumber }>

function kindOf(highest: Seen, lowest: Seen, bound: WorkingNumber | null): ContradictionKind {
  if (highest.value === lowest.value || (bound !== null && lowest.value >= bound))
    return bound !== null && highest.value < bound ? 'all-weak' : 'none'
  if (bound !== null && highest.value < bound) return 'all-weak'
  if (lowest.name === 'disclosure') return 'seen-not-disclosed'
  if (highest.name === 'disclosure') return 'disclosed-not-seen'
  return highest.name === 'staff' ? 'staff-not-public' : 'public-not-staff'
}

const shown = (row: Judged): Contradiction => ({
  ...row,
  size: row.size === null ? null : printed(row.size),
  weakness: row.weakness === null ? null : printed(row.weakness),
  rank: row.rank === null ? null : printed(row.rank),
})
