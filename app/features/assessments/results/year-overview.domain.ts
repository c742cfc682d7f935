import type { Bilingual } from '../../../i18n/language.ts'
import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Framework, Instrument, LevelRule } from '../../catalogue/index.ts'
import { distanceOf, type LevelDistance } from '../levels/distance.domain.ts'
import type { Score } from '../score.domain.ts'
import { printed, workingNumber } from '../scoring/working-number.domain.ts'
import { type IndicatorFigure, type Mismatch, recompute } from './recompute.domain.ts'
import type { PrintedTotal, YearResults } from './result.domain.ts'
import { type FoundStanding, standingFrom } from './standing.domain.ts'

/** What an item or indicator is called; `isUnverified` where nobody has checked its row of the catalogue. */
type Named = Readonly<{ title: Bilingual | null; isUnverified: boolean }>
export type ScoredItem = Named & Pick<Score, 'ref' | 'value' | 'nAnswered' | 'nRequired' | 'source'>
export type ShownIndicator = Named &
  IndicatorFigure &
  Readonly<{ number: string; instrument: Instrument; source: Score['source'] | null }>

export type ItemGroup = Readonly<{
  instrument: Instrument
  scored: readonly ScoredItem[]
  /** Codes of the items that have no score, in the framework's order. */
  missing: readonly ItemRef[]
}>

/** A year's results as the overview shows them. */
export type YearOverview = Readonly<{
  year: number
  /** Two places; the level is judged by every place. */
  standing: FoundStanding
  distance: LevelDistance
  /** The level that a source prints; null where none does. Its word where the framework has it. */
  printedLevel: Readonly<{ key: string; rule: LevelRule | null }> | null
  /** Bounds that levels of this year ask of each instrument, lowest first. */
  bounds: readonly Readonly<{ value: DecimalText; level: LevelRule }>[]
  levels: readonly LevelRule[]
  /** What sources print of instruments and the total, with who answered. */
  totals: readonly PrintedTotal[]
  indicators: readonly ShownIndicator[]
  groups: readonly ItemGroup[]
  mismatches: readonly Mismatch[]
  /** How many figures, the level among them, are both printed and computed. */
  checked: number
}>

export function yearOverview(framework: Framework, results: YearResults): YearOverview {
  const { scores, totals, year } = results
  const found = recompute(framework, results)
  const standing = standingFrom(framework, results)
  const scoreOf = new Map(scores.map((score) => [score.ref, score]))
  const printedLevel = totals.find(({ part }) => part === 'level')?.value
  const bounds = framework.levels.flatMap((level) =>
    level.eachInstrumentAtLeast === null ? [] : [{ value: level.eachInstrumentAtLeast, level }],
  )
  return {
    year,
    standing,
    distance: distanceOf(framework, standing),
    printedLevel:
      printedLevel === undefined
        ? null
        : { key: printedLevel, rule: framework.levels.find(({ key }) => key === printedLevel) ?? null },
    bounds: bounds.toSorted((a, b) => workingNumber(a.value) - workingNumber(b.value)),
    levels: framework.levels,
    totals,
    indicators: found.indicators.flatMap((figure) => {
      const row = framework.indicators.find(({ ref }) => ref === figure.ref)
      return row
        ? [
            {
              ...figure,
              number: row.number,
              title: row.title,
              instrument: row.instrument,
              isUnverified: row.certainty === 'unverified',
              source: scoreOf.get(figure.ref)?.source ?? null,
            },
          ]
        : []
    }),
    groups: framework.weights.map(({ instrument }) => {
      const items = framework.items.filter((item) => item.instrument === instrument)
      return {
        instrument,
        scored: items.flatMap(({ ref, title, certainty }) => {
          const score = scoreOf.get(ref)
          return score ? [{ ...score, title, isUnverified: certainty === 'unverified' }] : []
        }),
        missing: items.filter(({ ref }) => !scoreOf.has(ref)).map(({ ref }) => ref),
      }
    }),
    mismatches: found.mismatches,
    checked: [...found.indicators, ...found.instruments, found.total, found.level].filter(
      (figure) => figure.printed !== null && figure.computed !== null,
    ).length,
  }
}

/** Two places of a value that is known to any number of them. */
export const shownScore = (value: DecimalText): DecimalText => printed(workingNumber(value))
