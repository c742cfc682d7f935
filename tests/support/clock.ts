/** A clock that stands still, for `ctx.now`. */
export const clockAt = (instant: string): (() => Date) => {
  const date = new Date(instant)
  return () => new Date(date)
}
