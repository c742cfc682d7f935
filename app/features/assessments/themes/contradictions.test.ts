import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { yearScores } from '../../../../tests/support/result-builders.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { contradictionsOf } from './contradictions.domain.ts'
import { THEMES, type ThemeKey } from './theme.table.ts'

const catalogue = loadCatalogue()
type Given = readonly [code: string, value: string, n?: number]

const found = (year: number, ...scores: readonly Given[]) => {
  const result = contradictionsOf(catalogue, yearScores(year, ...scores))
  if (!result) throw new Error(`no framework of ${year}`)
  return result
}
const rowOf = (key: ThemeKey, year: number, ...scores: readonly Given[]) => {
  const row = found(year, ...scores).themes.find(({ theme }) => theme.key === key)
  if (!row) throw new Error(`no theme ${key}`)
  return row
}
const exampleOf = (year: number): readonly Given[] =>
  readFileSync('examples/dga-2567/scores.csv', 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','))
    .flatMap(([of, code = '', value = '']) => (of === String(year) ? [[code, value] as const] : []))

describe('a contradiction', () => {
  it('is what lies between the highest and the lowest view, and its weakness what the lowest lacks to the bound', () => {
    const row = rowOf('work-process', 2567, ['i1', '96'], ['i2', '94'], ['e1', '70.5'], ['e7', '80'])
    expect(row).toMatchObject({
      kind: 'staff-not-public',
      highest: 'staff',
      lowest: 'public',
      size: '19.75',
      weakness: '9.75',
      rank: '29.50',
    })
  })

  it('has its bound from the levels of the year, and says which level that is', () => {
    expect(found(2567).bound).toMatchObject({ value: '85', level: { key: 'good' } })
    expect(found(2566).bound).toMatchObject({ value: '85', level: { key: 'A', certainty: 'unverified' } })
  })

  it('takes the mean of the items that are known, unrounded, and says of how many', () => {
    const [staff] = rowOf('work-process', 2567, ['i1', '80.01'], ['i2', '80.02'], ['i3', '80.02']).views
    expect(staff).toMatchObject({ basis: 'items', outOf: 3, value: 800_166_666_667 })
    const [some] = rowOf('work-process', 2567, ['i2', '80.02', 40], ['ind1', '99']).views
    expect(some).toMatchObject({ basis: 'items', outOf: 3, value: 800_200_000_000 })
    expect(some?.known.map(({ ref }) => ref)).toEqual(['2567:i2'])
  })

  it('is judged by the value as it is: 84.995 does not reach 85', () => {
    const row = rowOf('work-process', 2567, ['i1', '95'], ['e1', '85'], ['e7', '84.99'])
    expect(row).toMatchObject({ kind: 'staff-not-public', weakness: '0.01' })
    expect(rowOf('work-process', 2567, ['i1', '95'], ['e1', '85']).kind).toBe('none')
  })

  it('falls back to the indicator where no item of a view is known, and says so', () => {
    const { views, kind } = rowOf('anti-corruption', 2567, ['ind5', '98.43'], ['ind10', '100'])
    const [staff, publicView, disclosure] = views
    expect(staff).toMatchObject({ basis: 'indicators', outOf: 1, value: 984_300_000_000 })
    expect(staff?.known.map(({ ref }) => ref)).toEqual(['2567:ind5'])
    // Of the sub-indicators 9.5, 10.1 and 10.2 the last two are under indicator 10, which alone is known.
    expect(disclosure).toMatchObject({ basis: 'indicators', outOf: 2, value: 1_000_000_000_000 })
    expect(publicView).toMatchObject({ basis: null, value: null, items: [] })
    expect(kind).toBe('none')
  })

  it('falls back to an indicator of the same subjects where the items of the year were not seen', () => {
    const [staff, publicView] = rowOf('work-process', 2568, ['ind1', '96'], ['ind6', '80']).views
    expect(staff?.known.map(({ ref }) => ref)).toEqual(['2568:ind1'])
    expect(publicView).toMatchObject({ basis: 'indicators', outOf: 2, value: 800_000_000_000 })
  })

  it('does not fall back where the year does not ask about the subject', () => {
    const [, publicView] = rowOf('anti-corruption', 2567, ['ind7', '80'], ['ind8', '80']).views
    expect(publicView?.basis).toBeNull()
  })

  it('says how many answered, from the fewest to the most, and only where the source says it of each', () => {
    const [, told] = rowOf('work-process', 2567, ['e1', '70', 412], ['e7', '80', 398]).views
    expect(told?.n).toEqual({ least: 398, most: 412 })
    const [, half] = rowOf('work-process', 2567, ['e1', '70', 412], ['e7', '80']).views
    expect(half?.n).toBeNull()
  })

  it('that rests on an unverified row of the catalogue says so', () => {
    const [, disclosure] = rowOf('publicity', 2567, ['O5', '100']).views
    expect(disclosure?.isUnverified).toBe(true)
    const [, other] = rowOf('publicity', 2567, ['O1', '100']).views
    expect(other?.isUnverified).toBe(false)
  })
})

describe('the kind of a contradiction', () => {
  it.each<[string, ThemeKey, readonly Given[], string]>([
    [
      'staff believe, the public does not see',
      'service',
      [
        ['i1', '95'],
        ['e1', '70'],
      ],
      'staff-not-public',
    ],
    [
      'disclosed, not seen',
      'publicity',
      [
        ['e4', '70'],
        ['O1', '100'],
      ],
      'disclosed-not-seen',
    ],
    [
      'disclosed, staff do not see',
      'state-property',
      [
        ['i10', '70'],
        ['O30', '100'],
      ],
      'disclosed-not-seen',
    ],
    [
      'the public sees, staff do not',
      'service',
      [
        ['i1', '70'],
        ['e1', '95'],
      ],
      'public-not-staff',
    ],
    [
      'seen, not disclosed',
      'publicity',
      [
        ['e4', '95'],
        ['O1', '0'],
      ],
      'seen-not-disclosed',
    ],
    [
      'weak whoever looks',
      'service',
      [
        ['i1', '70'],
        ['e1', '60'],
      ],
      'all-weak',
    ],
    [
      'equally weak',
      'service',
      [
        ['i1', '70'],
        ['e1', '70'],
      ],
      'all-weak',
    ],
    [
      'all reach the bound',
      'service',
      [
        ['i1', '99'],
        ['e1', '85'],
      ],
      'none',
    ],
    ['one view alone', 'service', [['e1', '60']], 'too-little'],
    ['nothing known', 'service', [], 'too-little'],
  ])('%s', (_, key, scores, kind) => {
    expect(rowOf(key, 2567, ...scores).kind).toBe(kind)
  })

  it('names of views that are as high or as low as each other the first', () => {
    const row = rowOf('service', 2567, ['i1', '100'], ['e1', '100'], ['O25', '0'])
    expect(row).toMatchObject({ highest: 'staff', lowest: 'disclosure', kind: 'seen-not-disclosed' })
    const low = rowOf('service', 2567, ['i1', '50'], ['e1', '50'], ['O25', '100'])
    expect(low).toMatchObject({ highest: 'disclosure', lowest: 'staff' })
  })
})

describe('the order of contradictions', () => {
  const orderOf = (...scores: readonly Given[]) => found(2567, ...scores).themes.map(({ theme }) => theme.key)

  it('goes by size and weakness together', () => {
    // Publicity: 30 apart and 15 weak; state property: 40 apart and 5 weak; work: 20 apart, 0 weak.
    const order = orderOf(
      ['e4', '70'],
      ['O1', '100'],
      ['i10', '80'],
      ['O30', '100'],
      ['i4', '90'],
      ['O8', '100'],
    )
    expect(order.slice(0, 3)).toEqual(['publicity', 'state-property', 'budget-procurement'])
  })

  it('puts those of which too little is known last, the weakest of them first', () => {
    const order = orderOf(['i10', '99'], ['O30', '100'], ['i4', '10'], ['i7', '30'])
    expect(order).toEqual([
      'state-property',
      'budget-procurement',
      'power-personnel',
      // Its disclosure is known, by O30, and not weak.
      'anti-corruption',
      'work-process',
      'service',
      'publicity',
    ])
  })

  it('keeps the order of the themes where they weigh the same, and where nothing is known', () => {
    expect(orderOf()).toEqual(THEMES.map(({ key }) => key))
    expect(orderOf(['i4', '70'], ['O8', '100'], ['i10', '70'], ['O30', '100']).slice(0, 2)).toEqual([
      'state-property',
      'budget-procurement',
    ])
  })

  it('does not depend on the order of the scores', () => {
    const all = exampleOf(2567)
    fc.assert(
      fc.property(fc.shuffledSubarray([...all], { minLength: all.length }), (shuffled) => {
        expect(found(2567, ...shuffled).themes.map(({ theme, rank }) => [theme.key, rank])).toEqual(
          found(2567, ...all).themes.map(({ theme, rank }) => [theme.key, rank]),
        )
      }),
      { numRuns: 20 },
    )
  })

  it('is of one year alone: scores of another year change nothing', () => {
    const own = yearScores(2567, ['e1', '70'])
    const mixed = { ...own, scores: [...own.scores, ...yearScores(2566, ['i1', '10']).scores] }
    expect(contradictionsOf(catalogue, mixed)).toEqual(contradictionsOf(catalogue, own))
  })

  it('of a year without a framework there is none', () => {
    expect(contradictionsOf(catalogue, yearScores(2565))).toBeNull()
  })
})

describe('on the example, whose report prints only some items', () => {
  it('too little is known of any theme in 2566, and the weakest view is the public one of publicity', () => {
    const { themes } = found(2566, ...exampleOf(2566))
    expect(themes.map(({ kind }) => kind)).toEqual(THEMES.map(() => 'too-little'))
    expect(themes.slice(0, 4).map(({ theme, weakness }) => [theme.key, weakness])).toEqual([
      ['publicity', '7.57'],
      ['work-process', '6.31'],
      ['service', '5.65'],
      ['state-property', '0.00'],
    ])
  })
})
