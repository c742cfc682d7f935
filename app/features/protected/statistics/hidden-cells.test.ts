import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Balance, type Cell, intervalsOf, type Label, labelsOf } from './hidden-cells.domain.ts'

const cell = (key: string, value: number, worth = 1): Cell => ({
  key,
  row: key.split('.')[0] ?? '',
  value,
  worth,
})

const span = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

const sumOf = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** A total of which each row of parts is a break-down. */
function table(
  rows: readonly (readonly number[])[],
): Readonly<{ cells: readonly Cell[]; balances: readonly Balance[] }> {
  const total = sumOf(rows[0] ?? [])
  return {
    cells: [
      cell('total', total, 9),
      ...rows.flatMap((row, r) => row.map((value, index) => cell(`${r}.${index}`, value, r + 1))),
    ],
    balances: rows.map((row, r) => ({ left: ['total'], right: row.map((_, index) => `${r}.${index}`) })),
  }
}

/** Every total for which there are counts that fit what is told, by trying all: what a curious reader can do. */
function possible(
  rows: readonly (readonly number[])[],
  labels: ReadonlyMap<string, Label>,
  most: number,
): ReadonlyMap<string, ReadonlySet<number>> {
  const domain = (key: string, value: number): readonly number[] => {
    const label = labels.get(key)
    if (label === 'exact') return [value]
    if (label === 'few') return [1, 2, 3, 4]
    if (label === 'hidden') return span(value < 5 ? 1 : 5, most)
    return span(0, most)
  }
  // By row: total → for each part, what it may be.
  const byRow = rows.map((row, r) => {
    let sums = new Map<number, Set<number>[]>([[0, []]])
    row.forEach((value, index) => {
      const next = new Map<number, Set<number>[]>()
      for (const [sum, parts] of sums)
        for (const one of domain(`${r}.${index}`, value)) {
          if (sum + one > most) continue
          const known = next.get(sum + one) ?? row.slice(0, index + 1).map(() => new Set<number>())
          parts.forEach((before, part) => {
            for (const was of before) known[part]?.add(was)
          })
          known[index]?.add(one)
          next.set(sum + one, known)
        }
      sums = next
    })
    return sums
  })
  const totals = domain('total', sumOf(rows[0] ?? [])).filter((one) => byRow.every((sums) => sums.has(one)))
  const found = new Map<string, Set<number>>([['total', new Set(totals)]])
  for (const [r, sums] of byRow.entries())
    for (const one of totals)
      sums.get(one)?.forEach((values, index) => {
        const key = `${r}.${index}`
        found.set(key, new Set([...(found.get(key) ?? []), ...values]))
      })
  return found
}

/** Break-downs of one total, of which the second and third are the first one shuffled into others. */
const BREAKDOWNS = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 9 })), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((first) => {
    const total = sumOf(first)
    const cuts = fc.array(fc.integer({ min: 0, max: total }), { minLength: 0, maxLength: 3 })
    const second = cuts.map((at) => {
      const ends = [0, ...at.toSorted((a, b) => a - b), total]
      return ends.slice(1).map((end, index) => end - (ends[index] ?? 0))
    })
    return fc.tuple(fc.constant(first), second, second)
  })

describe('counts of 1 to 4', () => {
  test('whoever tries out everything that fits still takes each of them for 1, 2, 3 and 4', () => {
    fc.assert(
      fc.property(BREAKDOWNS, (rows) => {
        const { cells, balances } = table(rows)
        const fits = possible(rows, labelsOf(cells, balances), sumOf(rows[0]) + 12)
        for (const { key, value } of cells)
          if (value >= 1 && value <= 4)
            expect([...(fits.get(key) ?? [])]).toEqual(expect.arrayContaining([1, 2, 3, 4]))
      }),
      { numRuns: 400 },
    )
  })

  test('a total that comes out long after its parts, which stay as they were told, says nothing new of them', () => {
    fc.assert(
      fc.property(BREAKDOWNS, (rows) => {
        const [first, ...others] = rows
        const parts = table([first]).cells.filter(({ key }) => key !== 'total')
        const before = labelsOf(parts, [])
        const all = table([first, ...others])
        const cells = all.cells.map((one) => {
          const fixed = before.get(one.key)
          return fixed && one.key.startsWith('0.') ? { ...one, fixed } : one
        })
        const labels = labelsOf(cells, all.balances)
        for (const [key, label] of before) expect(labels.get(key)).toBe(label)
        const most = sumOf(first) + 12
        const fits = possible(rows, labels, most)
        const untold = new Map(cells.map(({ key, fixed }) => [key, fixed ?? ('withheld' as const)]))
        const known = possible(rows, untold, most)
        for (const { key, value } of cells)
          if (value >= 1 && value <= 4)
            expect([...(fits.get(key) ?? [])]).toEqual(
              expect.arrayContaining([1, 2, 3, 4].filter((one) => known.get(key)?.has(one))),
            )
      }),
      { numRuns: 400 },
    )
  })

  test('are not told by what is left of a total: the smallest of their neighbours is hidden with them', () => {
    const { cells, balances } = table([[2, 30, 9, 0]])
    const labels = labelsOf(cells, balances)
    expect(labels.get('total')).toBe('exact')
    expect(labels.get('0.0')).not.toBe('exact')
    expect([labels.get('0.1'), labels.get('0.2')].filter((one) => one === 'hidden')).toHaveLength(1)
    expect(labels.get('0.3')).toBe('exact')
  })

  test('four ones under a total of four are not four ones: the total or its parts are hidden', () => {
    const { cells, balances } = table([[1, 1, 1, 1]])
    const labels = labelsOf(cells, balances)
    const known = intervalsOf(cells, labels, balances)
    for (const key of ['0.0', '0.1', '0.2', '0.3']) {
      const { least, most } = known.get(key) ?? { least: 9, most: 9 }
      expect(least).toBeLessThanOrEqual(1)
      expect(most).toBeGreaterThanOrEqual(4)
    }
  })
})

describe('what need not be hidden', () => {
  test('none at all is told everywhere', () => {
    const { cells, balances } = table([
      [0, 0, 0],
      [0, 0],
    ])
    expect([...labelsOf(cells, balances).values()].every((label) => label === 'exact')).toBe(true)
  })

  test('where no count is small all are told', () => {
    const { cells, balances } = table([
      [5, 12, 0],
      [17, 0],
    ])
    expect([...labelsOf(cells, balances).values()].every((label) => label === 'exact')).toBe(true)
  })

  test('the total is kept where giving up a break-down is enough', () => {
    const { cells, balances } = table([[2], [1, 1, 0]])
    const labels = labelsOf(cells, balances)
    expect(labels.get('total')).toBe('few')
    expect(labels.get('1.0')).toBe('withheld')
    expect(labels.get('1.2')).toBe('withheld')
  })

  test('of a total that is not told the span is known from its parts', () => {
    const parts: readonly Cell[] = [
      { ...cell('a', 2), fixed: 'few' },
      { ...cell('b', 6), fixed: 'exact' },
    ]
    const cells = [...parts, cell('total', 8)]
    const balances = [{ left: ['total'], right: ['a', 'b'] }]
    const labels = labelsOf(cells, balances)
    expect(labels.get('total')).toBe('hidden')
    expect(intervalsOf(cells, labels, balances).get('total')).toEqual({ least: 7, most: 10 })
  })
})
