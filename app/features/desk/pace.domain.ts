export type DeskTry =
  | 'desk-add-slow'
  | 'desk-add'
  | 'desk-add-agency'
  | 'desk-follow-up-slow'
  | 'desk-follow-up'
  | 'desk-follow-up-number'
  | 'desk-open311'

const MINUTES = 60
const SECONDS = MINUTES * 60

/**
 * So many within an hour from one network: after the first the answer takes longer, after the second there is none. Everybody
 * of an agency together has a bound far above, so that one sender cannot use it up. A reference, which others may know, has one
 * of its own, too, from wherever its number is guessed: far above that of one network, which would lock its person out by it,
 * and far below what finds twelve digits.
 */
export const DESK_TRIES = {
  'desk-add-slow': { tries: 5, seconds: SECONDS },
  'desk-add': { tries: 30, seconds: SECONDS },
  'desk-add-agency': { tries: 3000, seconds: SECONDS },
  'desk-follow-up-slow': { tries: 10, seconds: SECONDS },
  'desk-follow-up': { tries: 60, seconds: SECONDS },
  'desk-follow-up-number': { tries: 3000, seconds: SECONDS },
  'desk-open311': { tries: 600, seconds: SECONDS },
} as const satisfies Record<DeskTry, Readonly<{ tries: number; seconds: number }>>

/** The same, to be said on the page before somebody writes. */
export const describePace = () => ({
  minutes: MINUTES,
  slowAfter: DESK_TRIES['desk-add-slow'].tries,
  refusedAfter: DESK_TRIES['desk-add'].tries,
})

/** How long an answer is held back that is not refused. */
export const SLOW_MS = 5_000
