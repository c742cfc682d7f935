import type { Bilingual } from '../../../i18n/language.ts'
import { codeOf, type ItemRef } from '../../../kernel/item-ref.ts'
import type { Framework, Indicator, Instrument } from '../../catalogue/index.ts'
import type { WhyNoScore } from '../scoring/computed.domain.ts'
import { type ComputedYear, restsOnUnverified } from './computed-year.domain.ts'
import { isSurvey, type Respondents, type SurveyInstrument } from './survey.domain.ts'

export type ShownItem = Readonly<{
  ref: ItemRef
  code: string
  title: string | Bilingual | null
  /** Of 100, two places; null with `why`. */
  mean: string | null
  why: WhyNoScore | 'few' | null
  n: number
  excluded: number
  unanswered: number
  isUnverified: boolean
}>

/** Items of one survey in the order of the catalogue; empty where nobody answered it. */
export function shownItems(
  framework: Framework,
  { result, withheld }: ComputedYear,
  instrument: SurveyInstrument,
  respondents: Respondents,
): readonly ShownItem[] {
  if (respondents[instrument] === 0) return []
  return framework.items
    .filter((item) => item.instrument === instrument)
    .map((item): ShownItem => {
      const computed = result.items.get(item.ref)
      const isFew = withheld.items.has(item.ref)
      return {
        ref: item.ref,
        code: codeOf(item.ref),
        title: item.title ?? item.wording,
        mean: isFew ? null : (computed?.mean ?? null),
        why: isFew ? 'few' : computed ? computed.why : 'no-answers',
        n: computed?.n ?? 0,
        excluded: computed?.excluded ?? 0,
        unanswered: computed?.unanswered ?? 0,
        isUnverified: computed?.isUnverified ?? false,
      }
    })
}

export type ShownPart = Readonly<{
  of:
    | Readonly<{ kind: 'indicator'; indicator: Indicator }>
    | Readonly<{ kind: 'instrument'; instrument: Instrument; percent: string }>
  mean: string | null
  weighted: string | null
  counted: number
  parts: number
  isFew: boolean
  isUnverified: boolean
}>

/** Indicators that answers give, and instruments, each below its own. */
export function shownParts(framework: Framework, { result, withheld }: ComputedYear): readonly ShownPart[] {
  return framework.weights.flatMap(({ instrument, percent }): ShownPart[] => {
    const own = result.instruments.get(instrument)
    if (!own) return []
    const indicators = framework.indicators
      .filter((row) => row.instrument === instrument && isSurvey(instrument))
      .flatMap((indicator): ShownPart[] => {
        const part = result.indicators.get(indicator.ref)
        const isFew = withheld.indicators.has(indicator.ref)
        return part
          ? [
              {
                of: { kind: 'indicator', indicator },
                mean: isFew ? null : part.mean,
                weighted: null,
                counted: part.counted,
                parts: part.parts,
                isFew,
                isUnverified: restsOnUnverified(framework, result, indicator.ref),
              },
            ]
          : []
      })
    const isFew = withheld.instruments.has(instrument)
    return [
      ...indicators,
      {
        of: { kind: 'instrument', instrument, percent },
        mean: isFew ? null : own.mean,
        weighted: isFew ? null : own.weighted,
        counted: own.counted,
        parts: own.parts,
        isFew,
        isUnverified: restsOnUnverified(framework, result, instrument),
      },
    ]
  })
}
