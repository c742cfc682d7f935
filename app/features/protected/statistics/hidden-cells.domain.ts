/** Counts of 1 to 4 are never told: who knows one of the cases could know the others. */
const LEAST_TOLD = 5

/**
 * What is told of a count: itself; that it is between 1 and 4; nothing of this one (`hidden`); or nothing of its whole row, not
 * even which of it are none (`withheld`).
 */
export type Label = 'exact' | 'few' | 'hidden' | 'withheld'

/**
 * A count of a table. `row`: the counts that break down one total, withheld together. `worth`: what is worth least is given up
 * first. `fixed`: was told before, and stays so.
 */
export type Cell = Readonly<{ key: string; row: string; value: number; worth: number; fixed?: Label }>

/** That two sums of cells are equal, as everybody knows who reads the table. A cell is in few of them, and they form no ring. */
export type Balance = Readonly<{ left: readonly string[]; right: readonly string[] }>

/** What can be known of a count. `most` may be Infinity. */
export type Interval = Readonly<{ least: number; most: number }>

/**
 * What is told of each cell of a table so that whoever knows all that is told, and the rules of this file, can take every count
 * of 1 to 4 for each of 1, 2, 3 and 4. Zero is told wherever it can be. `fixed` cells were told before and stay as they were; what
 * they say together is known, and nothing more comes to be.
 */
export function labelsOf(cells: readonly Cell[], balances: readonly Balance[]): ReadonlyMap<string, Label> {
  // Whatever is known from what was told before cannot be taken back.
  const before = new Map(cells.map(({ key, fixed }) => [key, fixed ?? ('withheld' as const)]))
  const floor = gapOf(cells, before, balances)
  const moves = movesOf(cells)
  let labels = new Map(cells.map(({ key, fixed, value }) => [key, fixed ?? firstLabel(value)]))
  for (let gap = gapOf(cells, labels, balances); gap > floor; gap = gapOf(cells, labels, balances)) {
    const open = moves.map((move) => after(labels, move)).filter((next) => next !== labels)
    // Where no single one helps, two together may: the whole row of least worth is given up.
    const next = open.find((one) => gapOf(cells, one, balances) < gap) ?? open.find(isOfWholeRow) ?? open[0]
    if (!next) return labels
    labels = next
  }
  return labels

  function isOfWholeRow(next: ReadonlyMap<string, Label>): boolean {
    return [...next].some(([key, label]) => label === 'withheld' && labels.get(key) !== 'withheld')
  }
}

type Move = Readonly<{ keys: readonly string[]; to: 'hidden' | 'withheld' }>

/** What may be given up, of the least worth first: large counts one by one, then whole rows. */
function movesOf(cells: readonly Cell[]): readonly Move[] {
  const free = cells
    .filter(({ fixed }) => fixed === undefined)
    .toSorted((a, b) => a.worth - b.worth || a.value - b.value)
  const rows = new Map<string, Cell[]>()
  for (const cell of free) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell])
  const isAlone = (cell: Cell) => cells.every((one) => one === cell || one.row !== cell.row)
  const single = free
    .filter((cell) => cell.value >= LEAST_TOLD || (cell.value > 0 && isAlone(cell)))
    .map(({ key }): Move => ({ keys: [key], to: 'hidden' }))
  const whole = [...rows.values()].map((row): Move => ({ keys: row.map(({ key }) => key), to: 'withheld' }))
  return [...single, ...whole]
}

/** The labels once something is given up; the same map where it is already. */
function after(labels: Map<string, Label>, { keys, to }: Move): Map<string, Label> {
  const changed = keys.filter((key) => labels.get(key) !== 'withheld' && labels.get(key) !== to)
  return changed.length === 0 ? labels : new Map([...labels, ...changed.map((key) => [key, to] as const)])
}

/** What anybody can work out of each cell from what is told. Exact where the balances form no ring. */
export function intervalsOf(
  cells: readonly Cell[],
  labels: ReadonlyMap<string, Label>,
  balances: readonly Balance[],
): ReadonlyMap<string, Interval> {
  const known = new Map(cells.map(({ key, value }) => [key, told(labels.get(key) ?? 'withheld', value)]))
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false
    for (const { left, right } of balances)
      for (const key of [...left, ...right]) {
        const before = known.get(key)
        if (!before) continue
        const after = narrowed(before, key, { left, right }, known)
        if (after.least === before.least && after.most === before.most) continue
        known.set(key, after)
        hasChanged = true
      }
  }
  return known
}

const firstLabel = (value: number): Label => (value > 0 && value < LEAST_TOLD ? 'few' : 'exact')

/** Readers of these rules know that a single count is hidden only where it is large, or alone in its row and not none. */
function told(label: Label, value: number): Interval {
  if (label === 'exact') return { least: value, most: value }
  if (label === 'few') return { least: 1, most: LEAST_TOLD - 1 }
  const most = Number.POSITIVE_INFINITY
  if (label === 'withheld') return { least: 0, most }
  return { least: value < LEAST_TOLD ? 1 : LEAST_TOLD, most }
}

function narrowed(
  before: Interval,
  key: string,
  { left, right }: Balance,
  known: ReadonlyMap<string, Interval>,
): Interval {
  const [own, other] = left.includes(key) ? [left, right] : [right, left]
  const sum = (keys: readonly string[], end: 'least' | 'most') =>
    keys.reduce((total, one) => total + (one === key ? 0 : (known.get(one)?.[end] ?? 0)), 0)
  const mostOfOwn = sum(own, 'most')
  const leastOfOther = sum(other, 'least')
  return {
    least: Math.max(before.least, mostOfOwn === Number.POSITIVE_INFINITY ? 0 : leastOfOther - mostOfOwn),
    most: Math.min(before.most, sum(other, 'most') - sum(own, 'least')),
  }
}

/** By how much all that can be known of the small counts is narrower than 1 to 4. */
function gapOf(
  cells: readonly Cell[],
  labels: ReadonlyMap<string, Label>,
  balances: readonly Balance[],
): number {
  const known = intervalsOf(cells, labels, balances)
  let gap = 0
  for (const { key, value } of cells) {
    if (value < 1 || value >= LEAST_TOLD) continue
    const { least, most } = known.get(key) ?? { least: 0, most: 0 }
    gap += Math.max(0, least - 1) + Math.max(0, LEAST_TOLD - 1 - most)
  }
  return gap
}
