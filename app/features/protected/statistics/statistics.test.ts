import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseCount } from './case-counts.domain.ts'
import type { CaseEvent } from './case-event.table.ts'
import { type CaseStatistics, caseStatistics, type Figure } from './statistics.domain.ts'

const CATEGORIES = ['corruption', 'procurement']

const count = (month: string, event: CaseEvent, n: number, more: Partial<CaseCount> = {}): CaseCount => ({
  month: `${month}-01`,
  channel: 'web',
  category: 'corruption',
  event,
  n,
  ...more,
})

const statistics = (counts: readonly CaseCount[], today: string, since = '2025-10-01') =>
  caseStatistics({ counts, since, today, categories: CATEGORIES })

/** Every figure that is told, by where it stands. */
function figuresOf({ years }: CaseStatistics): ReadonlyMap<string, Figure> {
  const found = new Map<string, Figure>()
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return
    if ('label' in value) found.set(path, value as Figure)
    else for (const [key, part] of Object.entries(value)) walk(part, `${path}/${key}`)
  }
  for (const year of years) walk(year, String(year.fiscalYear))
  return found
}

const MONTHS = Array.from({ length: 24 }, (_, index) => {
  const month = new Date(Date.UTC(2025, 9 + index, 1)).toISOString()
  return month.slice(0, 7)
})

/** Two fiscal years in which as many are finished as had come before. */
const HISTORY = fc
  .array(
    fc.record({
      web: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 9 })),
      desk: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 4 })),
      isProcurement: fc.boolean(),
      isDone: fc.boolean(),
    }),
    { minLength: 24, maxLength: 24 },
  )
  .map((months) => {
    let open = 0
    return months.flatMap(({ web, desk, isProcurement, isDone }, index): readonly CaseCount[] => {
      const month = MONTHS[index] ?? ''
      const category = isProcurement ? 'procurement' : 'corruption'
      open += web + desk
      const done = isDone ? open : Math.floor(open / 2)
      open -= done
      return [
        count(month, 'received', web, { category }),
        count(month, 'received', desk, { channel: 'desk' }),
        count(month, 'closed', done),
        count(month, 'closed-in-time', Math.ceil(done / 2)),
        count(month, 'closed-late', Math.floor(done / 2)),
      ].filter(({ n }) => n > 0)
    })
  })

describe('what the public is told', () => {
  test('no figure of 1 to 4 is told, and none is known exactly, whatever came in two years', () => {
    fc.assert(
      fc.property(HISTORY, (counts) => {
        for (const [path, { value, known }] of figuresOf(statistics(counts, '2027-10-05'))) {
          if (value !== null) expect([path, value === 0 || value >= 5]).toEqual([path, true])
          else expect([path, known.most > known.least]).toEqual([path, true])
        }
      }),
      { numRuns: 80 },
    )
  })

  test('what was told once is told the same ever after', () => {
    fc.assert(
      fc.property(HISTORY, (counts) => {
        const first = figuresOf(statistics(counts, '2026-11-20'))
        const later = figuresOf(statistics(counts, '2027-10-05'))
        for (const [path, { label, value }] of first) {
          expect([path, later.get(path)?.label]).toEqual([path, label])
          if (value !== null) expect([path, later.get(path)?.value]).toEqual([path, value])
        }
      }),
      { numRuns: 40 },
    )
  })

  test('a report of today changes nothing that is public today', () => {
    const before = [count('2025-10', 'received', 7)]
    const after = [...before, count('2026-02', 'received', 1)]
    expect(statistics(after, '2026-02-17')).toEqual(statistics(before, '2026-02-17'))
  })
})

describe('a year without a report', () => {
  test('says none in every month, quarter and part', () => {
    const told = statistics([], '2026-10-01')
    const figures = [...figuresOf(told).values()]
    expect(figures.length).toBeGreaterThan(40)
    expect(figures.every(({ value }) => value === 0)).toBe(true)
    expect(told.years[0]?.halves.flatMap(({ inTime }) => inTime.map(({ share }) => share))).toEqual(
      Array(6).fill(null),
    )
    expect([told.years[0]?.received, told.years[0]?.finished]).toEqual([
      { least: 0, most: 0 },
      { least: 0, most: 0 },
    ])
    expect([told.until, told.nextOn]).toEqual(['2026-09-30', '2027-01-01'])
  })
})

describe('periods', () => {
  test('the first quarter comes out when it is over; a channel opened in November counts from November', () => {
    expect(statistics([], '2025-12-31', '2025-11-20').years).toEqual([])
    const told = statistics([], '2026-01-01', '2025-11-20')
    expect(told.years[0]?.quarters[0]?.months.map(({ month }) => month)).toEqual(['2025-11-01', '2025-12-01'])
    expect(told.years[0]?.halves).toEqual([])
    expect(told.nextOn).toBe('2026-04-01')
  })

  test('a half in which all are many is told in full, with the share in time; what is open goes on into the next', () => {
    const counts = [
      count('2025-10', 'received', 12),
      count('2026-03', 'received', 8, { category: 'procurement' }),
      count('2026-03', 'closed', 14),
      count('2026-03', 'closed-in-time', 9),
      count('2026-03', 'closed-late', 5),
      count('2026-07', 'closed', 6),
    ]
    const [year] = statistics(counts, '2026-10-01').years
    expect(year).toMatchObject({
      fiscalYear: 2569,
      received: { least: 20, most: 20 },
      finished: { least: 20, most: 20 },
    })
    expect(year?.halves[0]).toMatchObject({
      received: { value: 20 },
      finished: { value: 14 },
      open: { value: 6 },
      categories: { corruption: { value: 12 }, procurement: { value: 8 } },
      channels: { web: { value: 20 }, desk: { value: 0 } },
    })
    expect(year?.halves[1]).toMatchObject({
      received: { value: 0 },
      finished: { value: 6 },
      open: { value: 0 },
    })
    expect(year?.halves[0]?.inTime.find(({ stage }) => stage === 'close')).toMatchObject({
      share: 64,
      judged: { value: 14 },
    })
  })

  test('of a half with two reports it is told that there were fewer than five, and nothing is broken down', () => {
    const [year] = statistics([count('2025-12', 'received', 2)], '2026-10-01').years
    expect(year?.quarters[0]?.received.label).toBe('few')
    const [half] = year?.halves ?? []
    expect([half?.received.value, half?.open.value, half?.categories.corruption?.value]).toEqual([
      null,
      null,
      null,
    ])
    expect(year?.received).toEqual({ least: 1, most: 4 })
  })
})
