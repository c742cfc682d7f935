import type { DecimalText } from '../../../kernel/decimal.ts'
import type { Framework, Instrument } from '../../catalogue/index.ts'
import type { Standing } from '../levels/level.domain.ts'
import { exactText } from '../scoring/working-number.domain.ts'
import { ofHundred } from './of-hundred.domain.ts'
import { recompute } from './recompute.domain.ts'
import type { TotalPart, YearResults } from './result.domain.ts'

export type Origin = 'printed' | 'computed'
/** A standing that says of every value whether a source prints it or it was computed here; null where there is none. */
export type FoundStanding = Standing &
  Readonly<{ total: DecimalText | null; origins: Readonly<Record<Instrument | 'total', Origin | null>> }>

/**
 * Total and instruments of 100: as a source prints them, computed from what is below only where it prints none. What cannot
 * be computed whole stays unknown.
 */
export function standingFrom(framework: Framework, results: YearResults): FoundStanding {
  const computed = recompute(framework, results)
  const printedOf = (part: TotalPart): DecimalText | null => {
    const row = results.totals.find((one) => one.part === part)
    const value = row ? ofHundred(row) : null
    return value === null ? null : exactText(value)
  }
  const found = (part: Instrument | 'total', other: DecimalText | null) => {
    const value = printedOf(part)
    if (value !== null) return { value, origin: 'printed' as const }
    return other === null ? { value: null, origin: null } : { value: other, origin: 'computed' as const }
  }
  const exactOf = (name: Instrument) =>
    computed.instruments.find(({ instrument }) => instrument === name)?.exact ?? null
  const [iit, eit, oit] = (['IIT', 'EIT', 'OIT'] as const).map((name) => found(name, exactOf(name))) as [
    ReturnType<typeof found>,
    ReturnType<typeof found>,
    ReturnType<typeof found>,
  ]
  const total = found('total', computed.total.exact)
  return {
    total: total.value,
    instruments: { IIT: iit.value, EIT: eit.value, OIT: oit.value },
    origins: { IIT: iit.origin, EIT: eit.origin, OIT: oit.origin, total: total.origin },
  }
}
