import { compareDecimal, type DecimalText, difference, twoPlaces } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Framework } from '../../catalogue/index.ts'
import type { TotalPart } from '../results/result.domain.ts'
import { type ComputedYear, restsOnUnverified } from './computed-year.domain.ts'
import { type AnswerTarget, isSurvey, SURVEYS, type SurveyInstrument } from './survey.domain.ts'

/** What a figure is of: an item or indicator, or one of those that stand above them. */
export type FigureOf = Readonly<{ kind: 'score'; ref: ItemRef } | { kind: 'total'; part: TotalPart }>

/** A figure that stands for the year; `isAnnounced`: it came from a sheet, and was not computed here. */
export type StandingFigure = Readonly<{
  of: FigureOf
  value: string
  outOf: DecimalText | null
  nAnswered: number | null
  nRequired: number | null
  isAnnounced: boolean
  fileName: string
}>

export type ComputedFigure = Readonly<{
  of: FigureOf
  /** Of 100, two places; of a level its key. */
  value: string
  nAnswered: number | null
  nRequired: number | null
  /** Where the source prints an instrument out of its weight, the same in that form: the weight, and the value. */
  weighted: Readonly<{ outOf: string; value: DecimalText }> | null
  /** It rests on a row of the catalogue that is marked unverified. */
  isUnverified: boolean
}>

export type PlannedFigure = ComputedFigure &
  Readonly<{ change: 'added' | 'corrected'; was: StandingFigure | null }>

export type TakingPlan = Readonly<{
  figures: readonly PlannedFigure[]
  /** Figures that stand as they were computed already, or were announced with the same value. */
  unchanged: number
}>

const keyOf = (of: FigureOf): string => (of.kind === 'score' ? of.ref : of.part)

type Targets = ReadonlyMap<SurveyInstrument, AnswerTarget>

/**
 * What answers give that may stand as a result of the year: items and indicators of the surveys, their instruments, and the
 * total with its level. What is withheld, or lacks some of what it is the mean of, is not among them.
 */
export function computedFigures(
  framework: Framework,
  { result, withheld, missing }: ComputedYear,
  targets: Targets,
): readonly ComputedFigure[] {
  const required = (instrument: SurveyInstrument) => targets.get(instrument)?.nRequired ?? null
  const items = framework.items.flatMap(({ ref, instrument }): ComputedFigure[] => {
    const item = result.items.get(ref)
    if (!isSurvey(instrument) || !item || item.mean === null || withheld.items.has(ref)) return []
    const counts = { nAnswered: item.n, nRequired: required(instrument) }
    const { mean: value, isUnverified } = item
    return [{ of: { kind: 'score', ref }, value, ...counts, weighted: null, isUnverified }]
  })
  const indicators = framework.indicators.flatMap(({ ref, instrument }): ComputedFigure[] => {
    const part = result.indicators.get(ref)
    if (!isSurvey(instrument) || !part || part.counted < part.parts || withheld.indicators.has(ref)) return []
    return [
      {
        of: { kind: 'score', ref },
        value: part.mean,
        nAnswered: null,
        nRequired: null,
        weighted: null,
        isUnverified: restsOnUnverified(framework, result, ref),
      },
    ]
  })
  const instruments = SURVEYS.flatMap((part): ComputedFigure[] => {
    const own = result.instruments.get(part)
    const lacks = missing.find(({ instrument }) => instrument === part)
    if (!own || lacks || withheld.instruments.has(part)) return []
    const weight = framework.weights.find(({ instrument }) => instrument === part)
    return [
      {
        of: { kind: 'total', part },
        value: own.mean,
        nAnswered: own.respondents,
        nRequired: required(part),
        weighted: weight ? { outOf: weight.percent, value: own.weighted } : null,
        isUnverified: restsOnUnverified(framework, result, part),
      },
    ]
  })
  return [...items, ...indicators, ...instruments, ...whole(framework, { result, withheld, missing })]
}

function whole(framework: Framework, { result, withheld, missing }: ComputedYear): readonly ComputedFigure[] {
  if (missing.length > 0 || withheld.total || result.total === null) return []
  const of = (part: TotalPart, value: string): ComputedFigure => ({
    of: { kind: 'total', part },
    value,
    nAnswered: null,
    nRequired: null,
    weighted: null,
    isUnverified: restsOnUnverified(framework, result, null),
  })
  return [of('total', result.total), ...(result.level === null ? [] : [of('level', result.level)])]
}

/** What would become of the year if computed figures were taken as its results. Nothing announced is replaced by the same. */
export function planTaking(
  computed: readonly ComputedFigure[],
  standing: readonly StandingFigure[],
): TakingPlan {
  const there = new Map(standing.map((figure) => [keyOf(figure.of), figure]))
  const figures = computed.flatMap((figure): PlannedFigure[] => {
    const was = there.get(keyOf(figure.of))
    if (!was) return [{ ...figure, change: 'added', was: null }]
    const isSame =
      isSameValue(figure, was) &&
      (was.isAnnounced || (was.nAnswered === figure.nAnswered && was.nRequired === figure.nRequired))
    return isSame ? [] : [{ ...figure, change: 'corrected', was }]
  })
  return { figures, unchanged: computed.length - figures.length }
}

/** A computed figure beside the announced one of the same; `difference` with its sign, null where the values are the same. */
export type ComparedFigure = Readonly<{
  of: FigureOf
  announced: StandingFigure
  /** In the form of the announced one. */
  computed: string
  /** Computed less announced; empty of levels, which are not numbers. */
  difference: string | null
  isUnverified: boolean
}>

export function compareWithAnnounced(
  computed: readonly ComputedFigure[],
  standing: readonly StandingFigure[],
): readonly ComparedFigure[] {
  const announced = new Map(
    standing.filter(({ isAnnounced }) => isAnnounced).map((figure) => [keyOf(figure.of), figure]),
  )
  return computed.flatMap((figure): ComparedFigure[] => {
    const printed = announced.get(keyOf(figure.of))
    if (!printed) return []
    const value = inFormOf(figure, printed)
    const isLevel = figure.of.kind === 'total' && figure.of.part === 'level'
    const change = isLevel ? '' : difference(twoPlaces(printed.value), value)
    return [
      {
        of: figure.of,
        announced: printed,
        computed: value,
        difference: isSameValue(figure, printed) ? null : change,
        isUnverified: figure.isUnverified,
      },
    ]
  })
}

const inFormOf = ({ value, weighted }: ComputedFigure, { outOf }: StandingFigure): string =>
  weighted !== null && outOf !== null && compareDecimal(outOf, weighted.outOf) === 0 ? weighted.value : value

function isSameValue(figure: ComputedFigure, was: StandingFigure): boolean {
  const value = inFormOf(figure, was)
  return (
    was.value === value || (isNumber(was.value) && isNumber(value) && compareDecimal(was.value, value) === 0)
  )
}

const isNumber = (value: string): boolean => /^\d+([.]\d+)?$/u.test(value)
