import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Framework, Instrument } from '../../catalogue/index.ts'
import type { ComputedResult } from '../scoring/computed.domain.ts'
import { isSurvey, type Respondents } from './survey.domain.ts'

/** Of fewer answers than this no mean is shown: who knows some of the respondents could tell what the others answered. */
export const FEWEST_SHOWN = 5

export type Withheld = Readonly<{
  items: ReadonlySet<ItemRef>
  indicators: ReadonlySet<ItemRef>
  instruments: ReadonlySet<Instrument>
  total: boolean
}>

/**
 * Which figures rest on too few answers: those themselves, and all above them, for with its neighbours and the mean above
 * it, a withheld figure can be computed back.
 */
export function withheldOf(framework: Framework, result: ComputedResult, respondents: Respondents): Withheld {
  const isFew = (n: number) => n > 0 && n < FEWEST_SHOWN
  const few = framework.items.filter(
    ({ ref, instrument }) =>
      isSurvey(instrument) && (isFew(respondents[instrument]) || isFew(result.items.get(ref)?.n ?? 0)),
  )
  const parentOf = new Map(framework.indicators.map(({ ref, parent }) => [ref, parent]))
  const indicators = new Set(
    few.flatMap(({ indicator }) =>
      indicator === null ? [] : [indicator, parentOf.get(indicator) ?? indicator],
    ),
  )
  const instruments = new Set(few.map(({ instrument }) => instrument))
  return {
    items: new Set(few.map(({ ref }) => ref)),
    indicators,
    instruments,
    total: instruments.size > 0,
  }
}
