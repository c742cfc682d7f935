import type { RoleName } from '../../../kernel/actor.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { daysAfter } from '../../../kernel/thai-day.ts'

/** First to last day; `validTo` is null while no end is known. One that ends before it begins was taken back. */
export type Span = Readonly<{ validFrom: IsoDay; validTo: IsoDay | null }>
export type Grant = Span & Readonly<{ id: string; role: RoleName; unitId: string | null }>
export type GrantStanding = 'held' | 'coming' | 'ended'

export const isTakenBack = ({ validFrom, validTo }: Span): boolean => validTo !== null && validTo < validFrom

/** How a role stands on a day. It still holds on its last day. */
export function standingOn(span: Span, day: IsoDay): GrantStanding {
  if (isTakenBack(span) || (span.validTo !== null && span.validTo < day)) return 'ended'
  return span.validFrom > day ? 'coming' : 'held'
}

export const overlap = (one: Span, other: Span): boolean =>
  !isTakenBack(one) &&
  !isTakenBack(other) &&
  (one.validTo === null || one.validTo >= other.validFrom) &&
  (other.validTo === null || other.validTo >= one.validFrom)

/**
 * The last day that a role gets when somebody names one: any day before its first takes a role back that begins today or
 * later. Null where it has held already, and cannot end before it began.
 */
export function lastDayOf({ validFrom }: Span, named: IsoDay, today: IsoDay): IsoDay | null {
  if (named >= validFrom) return named
  return validFrom >= today ? dayBefore(validFrom) : null
}

/** Whether there is somebody on every day from `day` on: an agency must never be without an administrator. */
export function isAlwaysHeld(spans: readonly Span[], day: IsoDay): boolean {
  for (let at = day; ; ) {
    const holding = spans.filter((span) => standingOn(span, at) === 'held')
    if (holding.length === 0) return false
    if (holding.some(({ validTo }) => validTo === null)) return true
    at = dayAfter(
      holding.reduce((last, { validTo }) => (validTo !== null && validTo > last ? validTo : last), at),
    )
  }
}

const dayAfter = (day: IsoDay): IsoDay => daysAfter(day, 1)

export const dayBefore = (day: IsoDay): IsoDay => daysAfter(day, -1)

/**
 * Who holds, or will hold, more than units: whoever could change their address could sign in as them, so only an
 * administrator may.
 */
export const isPrivileged = (grants: readonly Grant[], day: IsoDay): boolean =>
  grants.some((grant) => grant.role !== 'unit-owner' && standingOn(grant, day) !== 'ended')
