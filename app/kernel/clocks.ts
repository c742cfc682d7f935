/** Clocks of machines that work together differ by less. */
const CLOCKS_DIFFER_MS = 3_600_000

/** The latest time that can have been written by `now` with a clock that is right. */
export const latestWritten = (now: Date): Date => new Date(now.getTime() + CLOCKS_DIFFER_MS)

/** Whether a clock was ahead that wrote a time: to wait for it, or to hold good until then, would be wrong for as long. */
export const isOfWrongClock = (at: Date, now: Date): boolean => at > latestWritten(now)
