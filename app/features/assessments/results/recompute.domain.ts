import { type DecimalText, difference } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Framework, Instrument, LevelRule } from '../../catalogue/index.ts'
import { levelOf } from '../levels/level.domain.ts'
import { aggregate, type CannotAggregate, type PartMean } from '../scoring/aggregate.domain.ts'
import {
  exactText,
  printed,
  type WorkingNumber,
  weighted,
  workingNumber,
} from '../scoring/working-number.domain.ts'
import { ofHundred } from './of-hundred.domain.ts'
import type { PrintedTotal, YearResults } from './result.domain.ts'

/** A figure as a source prints it, and as what is below it gives; of 100, two places. */
export type Figure = Readonly<{
  printed: DecimalText | null
  /** Null unless all that it is made of is known: a gap is never filled. */
  computed: DecimalText | null
  /** The computed one with every place. */
  exact: DecimalText | null
  /**
   * What counts above, and for the level: the printed figure, with every place of the computed one where it is the rounding of
   * that; the computed one where none is printed.
   */
  counts: DecimalText | null
  /** How many of its parts are known. */
  known: number
  parts: number
}>
export type IndicatorFigure = Figure & Readonly<{ ref: ItemRef }>
export type InstrumentFigure = Figure & Readonly<{ instrument: Instrument; percent: number }>

export type Mismatch = Readonly<{
  /** An indicator, or what stands above. */
  of: ItemRef | Instrument | 'total' | 'level'
  /** As the source prints it: an instrument may be weighted (`outOf` "30"). */
  printed: string
  computed: string
  outOf: DecimalText | null
  /** computed − printed with its sign; null for a level. */
  difference: DecimalText | null
  /** One hundredth: what rounding at another step gives. */
  isRoundingSized: boolean
}>

export type Recomputed = Readonly<{
  year: number
  /** Why nothing is computed; everything computed is null then. */
  refusal: CannotAggregate | null
  /** Indicators without one above them, in the framework's order. */
  indicators: readonly IndicatorFigure[]
  instruments: readonly InstrumentFigure[]
  total: Figure
  level: Readonly<{ printed: string | null; computed: LevelRule | null }>
  mismatches: readonly Mismatch[]
}>

/** One hundredth of a point, as a difference of printed values. */
const ROUNDING: readonly DecimalText[] = ['+0.01', '-0.01']

/**
 * Computes indicators, instruments, total and level again, each from what is known right below it, and lists every place
 * where a printed figure says something else. What is below counts as computed where its printed figure is the rounding of
 * it, else as printed, so that one wrong figure is told once and not again in everything above it. Nothing is filled in: of
 * a part with a gap there is no computed figure, and what is printed above never says what is below.
 */
export function recompute(framework: Framework, { year, scores, totals }: YearResults): Recomputed {
  const scoreOf = new Map(scores.map(({ ref, value }) => [ref, workingNumber(value)]))
  const ofItems = aggregate(framework, scoreOf)
  const refusal = typeof ofItems === 'string' ? ofItems : null
  const top = framework.indicators.filter(({ parent }) => parent === null)
  const indicators = top.map(({ ref }) => {
    const mean = typeof ofItems === 'string' ? undefined : ofItems.indicators.get(ref)
    return {
      ref,
      known: mean?.counted ?? 0,
      parts: mean?.parts ?? countItems(framework, ref),
      ...weigh(scoreOf.get(ref) ?? null, wholeOf(mean)),
    }
  })

  const given = new Map(indicators.flatMap(({ ref, value }) => (value === null ? [] : [[ref, value]])))
  const ofIndicators = aggregate(framework, new Map(), given)
  const instruments = framework.weights.map(({ instrument, percent }) => {
    const mean = typeof ofIndicators === 'string' ? undefined : ofIndicators.instruments.get(instrument)
    const row = totals.find(({ part }) => part === instrument)
    const exact = wholeOf(mean)
    const isSame = row !== undefined && exact !== null && inScaleOf(row, exact) === plain(row.value)
    return {
      instrument,
      percent: Number(percent),
      row,
      known: mean?.counted ?? 0,
      parts: top.filter((indicator) => indicator.instrument === instrument).length,
      ...weigh(row ? ofHundred(row) : null, exact, isSame),
    }
  })

  const parts = instruments.map(({ value, percent }) => (value === null ? null : weighted(value, percent)))
  const sum =
    refusal === null && parts.length > 0 && parts.every((part) => part !== null)
      ? parts.reduce<number>((all, part) => all + (part ?? 0), 0)
      : null
  const totalRow = totals.find(({ part }) => part === 'total')
  const total = weigh(totalRow ? ofHundred(totalRow) : null, sum)
  const levelRow = totals.find(({ part }) => part === 'level')
  const standsAt = (name: Instrument): DecimalText | null =>
    exactOrNull(instruments.find(({ instrument }) => instrument === name)?.value ?? null)
  const level = levelOf(framework, {
    total: exactOrNull(total.value),
    instruments: { IIT: standsAt('IIT'), EIT: standsAt('EIT'), OIT: standsAt('OIT') },
  })

  return {
    year,
    refusal,
    indicators: indicators.map(({ value: _value, ...figure }) => figure),
    instruments: instruments.map(({ value: _value, row: _row, ...figure }) => figure),
    total: {
      known: parts.filter((part) => part !== null).length,
      parts: parts.length,
      printed: total.printed,
      computed: total.computed,
      exact: total.exact,
      counts: total.counts,
    },
    level: { printed: levelRow?.value ?? null, computed: level },
    mismatches: [
      ...indicators.flatMap(({ ref, printed: is, computed }) => unlike(ref, is, computed, '100')),
      ...instruments.flatMap(({ instrument, row, exact }) =>
        row && exact !== null
          ? unlike(instrument, plain(row.value), inScaleOf(row, workingNumber(exact)), row.outOf ?? '100')
          : [],
      ),
      ...unlike('total', total.printed, total.computed, '100'),
      ...(levelRow && level && levelRow.value !== level.key
        ? [
            {
              of: 'level' as const,
              printed: levelRow.value,
              computed: level.key,
              outOf: null,
              difference: null,
              isRoundingSized: false,
            },
          ]
        : []),
    ],
  }
}

/** A mean of all its parts; null where one of them is not known. */
const wholeOf = (mean: PartMean | undefined): WorkingNumber | null =>
  mean && mean.counted === mean.parts ? mean.value : null

/** What is printed and what is computed, and which of them counts for what stands above. */
function weigh(
  is: WorkingNumber | null,
  exact: WorkingNumber | null,
  isSame: boolean = is !== null && exact !== null && printed(is) === printed(exact),
) {
  return {
    printed: is === null ? null : printed(is),
    computed: exact === null ? null : printed(exact),
    exact: exactOrNull(exact),
    counts: exactOrNull(is === null || isSame ? exact : is),
    value: is === null || isSame ? exact : is,
  }
}

const exactOrNull = (value: WorkingNumber | null): DecimalText | null =>
  value === null ? null : exactText(value)

const unlike = (
  of: Mismatch['of'],
  is: DecimalText | null,
  computed: DecimalText | null,
  outOf: DecimalText,
): readonly Mismatch[] => {
  if (is === null || computed === null || is === computed) return []
  const by = difference(is, computed)
  return [{ of, printed: is, computed, outOf, difference: by, isRoundingSized: ROUNDING.includes(by) }]
}

/** A working number of 100 as the row prints it: of 100, or of the instrument's weight. */
const inScaleOf = ({ outOf }: PrintedTotal, value: WorkingNumber): DecimalText =>
  printed(weighted(value, Number(outOf ?? '100')))

const plain = (value: string): DecimalText => printed(workingNumber(value))

/** Items of an indicator and of the ones below it. */
const countItems = ({ indicators, items }: Framework, ref: ItemRef): number => {
  const own = [ref, ...indicators.filter(({ parent }) => parent === ref).map((sub) => sub.ref)]
  return items.filter(({ indicator }) => indicator !== null && own.includes(indicator)).length
}
