import type { DecimalText } from '../../../kernel/decimal.ts'
import type { Framework, Instrument } from '../../catalogue/index.ts'
import type { Standing } from '../levels/level.domain.ts'
import { type Figure, recompute } from './recompute.domain.ts'
import type { YearResults } from './result.domain.ts'

export type Origin = 'printed' | 'computed'
/** A standing that says of every value whether a source prints it or it was computed here; null where there is none. */
export type FoundStanding = Standing &
  Readonly<{ total: DecimalText | null; origins: Readonly<Record<Instrument | 'total', Origin | null>> }>

/**
 * Total and instruments of 100: as a source prints them, computed from what is below only where it prints none. What cannot
 * be computed whole stays unknown. Printing hides places that decide a level: where they are known they are there.
 */
export function standingFrom(framework: Framework, results: YearResults): FoundStanding {
  const { instruments, total } = recompute(framework, results)
  const figureOf = (name: Instrument): Figure | undefined =>
    instruments.find(({ instrument }) => instrument === name)
  const [iit, eit, oit] = [figureOf('IIT'), figureOf('EIT'), figureOf('OIT')]
  return {
    total: total.counts,
    instruments: { IIT: iit?.counts ?? null, EIT: eit?.counts ?? null, OIT: oit?.counts ?? null },
    origins: { IIT: originOf(iit), EIT: originOf(eit), OIT: originOf(oit), total: originOf(total) },
  }
}

function originOf(figure: Figure | undefined): Origin | null {
  if (figure === undefined || figure.counts === null) return null
  return figure.printed === null ? 'computed' : 'printed'
}
