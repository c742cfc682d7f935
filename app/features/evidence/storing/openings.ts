const ONE_OPENING_MS = 10 * 60_000
const MOST_REMEMBERED = 10_000

/** Which openings of confidential files were noted lately. */
export type Openings = Readonly<{
  /** Whether this is a new opening, not a further piece of one: viewers ask for a file in hundreds of pieces. */
  isNew: (opening: string, now: Date) => boolean
}>

/** An opening lasts ten minutes. In memory: a program that begins anew notes once more, which harms nobody. */
export function createOpenings(): Openings {
  const noted = new Map<string, number>()
  return {
    isNew: (opening, now) => {
      const at = noted.get(opening)
      if (at !== undefined && now.getTime() - at < ONE_OPENING_MS) return false
      if (noted.size >= MOST_REMEMBERED) noted.clear()
      noted.set(opening, now.getTime())
      return true
    },
  }
}
