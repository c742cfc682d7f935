import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { DecimalText } from '../../../kernel/decimal.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { type Framework, frameworkOf } from '../../catalogue/index.ts'
import { UNIT, workingNumber } from '../scoring/working-number.domain.ts'
import { distanceOf } from './distance.domain.ts'
import { levelOf, type Standing } from './level.domain.ts'

const catalogue = loadCatalogue()
const of = (year: number) => frameworkOf(catalogue, year) as Framework
type Value = DecimalText | null
const standing = (total: Value, IIT: Value, EIT: Value, OIT: Value): Standing => ({
  total,
  instruments: { IIT, EIT, OIT },
})

describe('the level of 2567, by the total and by each instrument', () => {
  test.each<[what: string, Standing, level: string | null]>([
    ['all at 95 exactly', standing('95.00', '95.00', '95.00', '95.00'), 'excellent'],
    ['one instrument a hundredth below 95', standing('96.00', '97.00', '94.99', '99.00'), 'good'],
    ['one instrument below 95 by less than is printed', standing('96', '97', '94.995', '99'), 'good'],
    ['the total a hundredth below 95, every instrument above', standing('94.99', '95', '95', '95'), 'good'],
    ['all at 85 exactly', standing('85.00', '85.00', '85.00', '85.00'), 'good'],
    ['one instrument a hundredth below 85', standing('90.00', '92.00', '84.99', '95.00'), 'passed'],
    ['one instrument at 84.995, printed as 85.00', standing('90.00', '92.00', '84.995', '95.00'), 'passed'],
    ['a high total with one instrument below 85', standing('94.64', '97', '84.10', '99'), 'passed'],
    ['the total at 85.00 and one instrument far below', standing('85.00', '50', '95', '99'), 'passed'],
    ['the total at 84.995, printed as 85.00', standing('84.995', '90', '90', '80'), 'improve'],
    ['the total at 84.99', standing('84.99', '84.99', '84.99', '84.99'), 'improve'],
    ['the total at 70', standing('70', '70', '70', '70'), 'improve'],
    ['the total just below 70', standing('69.9999999999', '70', '70', '70'), 'urgent'],
    ['nothing', standing('0', '0', '0', '0'), 'urgent'],
    ['no total', standing(null, '95', '95', '95'), null],
    ['an instrument not known that may decide', standing('90', '92', null, '95'), null],
    ['one not known and another below all the same', standing('90', '80', null, '95'), 'passed'],
    ['one not known where the total decides alone', standing('80', null, null, null), 'improve'],
    ['one known below 95 and one not known', standing('96', '94', null, '99'), null],
  ])('%s', (_, given, level) => {
    expect(levelOf(of(2567), given)?.key ?? null).toBe(level)
  })
})

test.each<[total: DecimalText, level: string]>([
  ['100', 'AA'],
  ['95.00', 'AA'],
  ['94.995', 'A'],
  ['85', 'A'],
  ['84.995', 'B'],
  ['75', 'B'],
  ['74.99', 'C'],
  ['65', 'C'],
  ['64.99', 'D'],
  ['55', 'D'],
  ['54.99', 'E'],
  ['50', 'E'],
  ['49.99', 'F'],
  ['0', 'F'],
])('until 2566 the total alone gives the letter: %s is %s, whatever the instruments', (total, level) => {
  for (const year of [2563, 2564, 2566])
    expect(levelOf(of(year), standing(total, '10', null, '100'))?.key).toBe(level)
})

describe('the distance to the next level', () => {
  it('of one who passed says how much each instrument is short, and who holds the level down', () => {
    const found = distanceOf(of(2567), standing('94.64', '97.00', '84.10', '100.00'))
    expect(found).toMatchObject({ level: { key: 'passed' }, next: { key: 'good' }, totalShort: '0.00' })
    expect(found.instruments.map(({ instrument, short }) => [instrument, short])).toEqual([
      ['IIT', '0.00'],
      ['EIT', '0.90'],
      ['OIT', '0.00'],
    ])
    expect(found.heldDown).toMatchObject({ from: { key: 'good' }, by: ['EIT'] })
  })

  it('of one whose total is short says what each instrument alone would have to do, and where 100 is not enough', () => {
    const found = distanceOf(of(2567), standing('82.00', '95.00', '90.00', '66.25'))
    expect(found).toMatchObject({ level: { key: 'improve' }, next: { key: 'passed' }, totalShort: '3.00' })
    expect(found.instruments.map(({ instrument, aloneForTotal }) => [instrument, aloneForTotal])).toEqual([
      ['IIT', 'not-possible'],
      ['EIT', '10.00'],
      ['OIT', '7.50'],
    ])
    // 26 items in indicator 9, 9 in indicator 10; each indicator is half of disclosure.
    expect(found.instruments.find(({ instrument }) => instrument === 'OIT')?.items).toEqual([
      { indicator: '2567:ind9', worth: '2.00', needed: 4 },
      { indicator: '2567:ind10', worth: '5.00', needed: 2 },
    ])
  })

  it('a level of which nothing is short any more, or of which nothing is known, has none', () => {
    expect(distanceOf(of(2567), standing('97', '96', '96', '99'))).toMatchObject({
      level: { key: 'excellent' },
      next: null,
      totalShort: null,
      heldDown: null,
    })
    expect(distanceOf(of(2567), standing(null, '80', null, null))).toMatchObject({ level: null, next: null })
  })

  it('what is short by less than a hundredth is still short', () => {
    const found = distanceOf(of(2567), standing('90', '92', '84.9999', '95'))
    expect(found.instruments.find(({ instrument }) => instrument === 'EIT')?.short).toBe('0.01')
  })

  it('until 2566 only the total counts', () => {
    const found = distanceOf(of(2566), standing('84.995', '50', '90', '99'))
    expect(found).toMatchObject({
      level: { key: 'B' },
      next: { key: 'A' },
      totalShort: '0.01',
      heldDown: null,
    })
    expect(found.instruments.every(({ bound, short }) => bound === null && short === null)).toBe(true)
  })

  it('whatever the scores, the rise that is named does reach the total of the next level', () => {
    const hundredths = fc.integer({ min: 0, max: 10_000 }).map((value) => (value / 100).toFixed(2))
    fc.assert(
      fc.property(hundredths, hundredths, hundredths, (IIT, EIT, OIT) => {
        const totalOf = (i: number, e: number, o: number) => (i * 30 + e * 30 + o * 40) / 100
        const scores = [IIT, EIT, OIT].map(workingNumber) as [number, number, number]
        const total = totalOf(...scores)
        const text = `${Math.floor(total / UNIT)}.${String(total % UNIT).padStart(10, '0')}`
        const { next, instruments } = distanceOf(of(2567), standing(text, IIT, EIT, OIT))
        for (const [at, { aloneForTotal }] of instruments.entries()) {
          if (aloneForTotal === null || aloneForTotal === 'not-possible') continue
          const risen = scores.map((score, i) => (i === at ? score + workingNumber(aloneForTotal) : score))
          const after = totalOf(...(risen as [number, number, number]))
          expect(after).toBeGreaterThanOrEqual(workingNumber(next?.totalAtLeast ?? '100'))
        }
      }),
    )
  })
})
