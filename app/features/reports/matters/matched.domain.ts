/**
 * Which of the things of before is which of after, by index: first those of the same text, then those of the same place
 * that are alike, then the most alike of the rest. Null where it is none. What was moved or inserted does not make what
 * stands behind it look changed.
 */
export function matched(before: readonly string[], after: readonly string[]): readonly (number | null)[] {
  const found: (number | null)[] = before.map(() => null)
  const [old, now] = [before.map(pairs), after.map(pairs)]
  const alike = (b: number, a: number) => likeness(old[b] ?? NONE, now[a] ?? NONE)
  const taken = new Set<number>()
  const pair = (b: number, a: number) => {
    found[b] = a
    taken.add(a)
  }
  for (const [b, text] of before.entries()) {
    const a = after.findIndex((other, index) => !taken.has(index) && other === text)
    if (a >= 0) pair(b, a)
  }
  const open = () => before.map((_, index) => index).filter((index) => found[index] === null)
  for (const b of open()) if (b < after.length && !taken.has(b) && alike(b, b) >= ALIKE) pair(b, b)
  for (const b of open()) {
    const best = after
      .map((_, index) => ({ index, likeness: taken.has(index) ? -1 : alike(b, index) }))
      .reduce((most, one) => (one.likeness > most.likeness ? one : most), { index: -1, likeness: -1 })
    if (best.likeness >= ALIKE) pair(b, best.index)
  }
  return found
}

const ALIKE = 0.5
type Pairs = ReadonlySet<string>
const NONE: Pairs = new Set()

/** How much of two texts is the same, 0 to 1, by their pairs of letters (Dice). */
function likeness(x: Pairs, y: Pairs): number {
  if (x.size + y.size === 0) return 1
  let shared = 0
  for (const one of x) if (y.has(one)) shared += 1
  return (2 * shared) / (x.size + y.size)
}

function pairs(text: string): Pairs {
  const letters = [...text]
  return new Set(letters.slice(1).map((letter, index) => (letters[index] ?? '') + letter))
}
