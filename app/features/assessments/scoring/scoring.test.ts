import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemRef } from '../../../kernel/item-ref.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { frameworkOf } from '../../catalogue/index.ts'
import { negated } from '../answers/plain-counts.domain.ts'
import { aggregate } from './aggregate.domain.ts'
import { answerForm } from './answer-form.domain.ts'
import { addCounts, countOptions } from './option-counts.domain.ts'
import { type ReadAnswers, readAnswers } from './read-answers.server.ts'
import { resultOfCounts } from './result-of-counts.domain.ts'
import { exactText, printed, workingNumber } from './working-number.domain.ts'

const framework = (year: number) => {
  const found = frameworkOf(loadCatalogue(), year)
  if (!found) throw new Error(`no framework ${year}`)
  return found
}
const F64 = framework(2564)
const form = answerForm(F64)
if (typeof form === 'string') throw new Error(form)

const bytesOf = (text: string) => new TextEncoder().encode(text)
async function read(text: string): Promise<ReadAnswers> {
  const answers = await readAnswers(bytesOf(text), F64)
  if (!answers.ok) throw new Error(JSON.stringify(answers.error))
  return answers.value
}
async function faultsOf(text: string) {
  const answers = await readAnswers(bytesOf(text), F64)
  return answers.ok ? [] : answers.error.cells.map(({ row, column, code }) => [row, column, code])
}

describe('from option to score', () => {
  test('an option has the score of its scale and direction, by number in catalogue order or by its text', async () => {
    const { agencies } = await read(
      'agency,instrument,i2,i9\nA,IIT,4,1\nA,IIT,๔,น้อยที่สุดหรือไม่มีเลย\nA,IIT,มากที่สุด,4\nA,IIT,,\n',
    )
    const [agency] = agencies
    const batch = agency?.batches[0]
    expect(agency?.code).toBe('A')
    expect(batch?.nRespondents).toBe(4)
    if (!batch) return
    const counts = countOptions(batch, form)
    const result = resultOfCounts(F64, { counts, respondents: { IIT: 4, EIT: 0 }, disclosure: new Map() })
    if (typeof result === 'string') throw new Error(result)
    expect(result.items.get(itemRef(2564, 'i2'))).toMatchObject({ mean: '100.00', n: 3, unanswered: 1 })
    // Reversed: the least is the best; two of 100 and one of 0.
    expect(result.items.get(itemRef(2564, 'i9'))).toMatchObject({ mean: '66.67', n: 3, unanswered: 1 })
  })

  test('an item is the mean of its sub-items, each by its own scale', async () => {
    const { agencies } = await read('agency,instrument,i11.1,i11.2\nA,IIT,4,4\nA,IIT,3,1\n')
    const batch = agencies[0]?.batches[0]
    if (!batch) throw new Error('no answers')
    const result = resultOfCounts(F64, {
      counts: countOptions(batch, form),
      respondents: { IIT: 2, EIT: 0 },
      disclosure: new Map(),
    })
    if (typeof result === 'string') throw new Error(result)
    // (100 + 67) / 2 = 83.5 and (0 + 100) / 2 = 50
    expect(result.items.get(itemRef(2564, 'i11'))?.mean).toBe('66.75')
  })

  test('words of not having used a service are counted apart and have no score', async () => {
    const { agencies } = await read('agency,instrument,i2\nA,IIT,ไม่เคยใช้บริการ\nA,IIT,3\n')
    const batch = agencies[0]?.batches[0]
    if (!batch) throw new Error('no answers')
    const counts = countOptions(batch, form)
    const result = resultOfCounts(F64, { counts, respondents: { IIT: 2, EIT: 0 }, disclosure: new Map() })
    if (typeof result === 'string') throw new Error(result)
    expect(result.items.get(itemRef(2564, 'i2'))).toMatchObject({ mean: '67.00', n: 1, excluded: 1 })
  })

  test('a bare item stands for its sub-items where they share a scale, and is refused where they do not', async () => {
    const { agencies } = await read('agency,instrument,i1\nA,IIT,4\n')
    expect(agencies[0]?.batches[0]?.columns.slice(0, 2)).toEqual(['i1.1', 'i1.2'])
    expect([...(agencies[0]?.batches[0]?.answers.slice(0, 3) ?? [])]).toEqual([4, 4, 0])
    expect(await faultsOf('agency,instrument,i11\nA,IIT,4\n')).toEqual([[1, 3, 'answers.several-scales']])
  })
})

describe('what is wrong in a file of answers', () => {
  test('is named by row and column, and nothing is read', async () => {
    expect(await faultsOf('agency,instrument,i2,i77\nA,IIT,1,1\n')).toEqual([
      [1, 4, 'answers.unknown-column'],
    ])
    expect(await faultsOf('agency,instrument,i2,i2\nA,IIT,1,1\n')).toEqual([[1, 4, 'answers.column-twice']])
    expect(await faultsOf('agency,i2\nA,1\n')).toEqual([[1, 1, 'answers.no-column']])
    expect(await faultsOf('agency,instrument,i2\nA,IIT,5\nA,IIT,0\n,IIT,1\nA,XIT,1\nA,EIT,1\n')).toEqual([
      [2, 3, 'answers.unknown-option'],
      [3, 3, 'answers.unknown-option'],
      [4, 1, 'answers.no-agency'],
      [5, 2, 'answers.unknown-instrument'],
      [6, 3, 'answers.other-instrument'],
    ])
    expect(await faultsOf('agency,instrument,i2\n')).toEqual([[1, 1, 'answers.no-rows']])
    expect(await faultsOf('agency,instrument,i2\nA,IIT,1,2\n')).toEqual([[2, 4, 'answers.too-many-cells']])
  })
})

describe('sums of answers', () => {
  const answers = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }), fc.nat({ max: 2 })), {
    minLength: 1,
    maxLength: 60,
  })
  const batchOf = (rows: readonly (readonly number[])[]) => ({
    instrument: 'IIT' as const,
    columns: ['i2', 'i9', 'i4.1'],
    nRespondents: rows.length,
    answers: Uint8Array.from(rows.flat()),
  })

  test('do not depend on the order of rows or on how a file is cut, and a part can be taken out again', () => {
    fc.assert(
      fc.property(answers, fc.nat(), fc.infiniteStream(fc.nat()), (rows, cut, numbers) => {
        const whole = countOptions(batchOf(rows), form)
        const shuffled = rows
          .map((row) => ({ row, by: numbers.next().value ?? 0 }))
          .sort((a, b) => a.by - b.by)
          .map(({ row }) => row)
        expect(countOptions(batchOf(shuffled), form)).toEqual(whole)
        const at = cut % (rows.length + 1)
        const [first, second] = [batchOf(rows.slice(0, at)), batchOf(rows.slice(at))].map((batch) =>
          countOptions(batch, form),
        )
        if (!first || !second) throw new Error('a file is cut in two')
        const given = { respondents: { IIT: rows.length, EIT: 0 }, disclosure: new Map() }
        expect(resultOfCounts(F64, { counts: addCounts(first, second), ...given })).toEqual(
          resultOfCounts(F64, { counts: whole, ...given }),
        )
        expect(resultOfCounts(F64, { counts: addCounts(whole, negated(second)), ...given })).toEqual(
          resultOfCounts(F64, { counts: first, ...given }),
        )
      }),
    )
  })

  test('give the mean that exact decimals give, half up at two places', () => {
    const scores = ['0', '33', '67', '100'].map((score) => new Big(score))
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 200 }), (chosen) => {
        const counts = countOptions(
          { ...batchOf([]), columns: ['i2'], nRespondents: chosen.length, answers: Uint8Array.from(chosen) },
          form,
        )
        const result = resultOfCounts(F64, {
          counts,
          respondents: { IIT: chosen.length, EIT: 0 },
          disclosure: new Map(),
        })
        if (typeof result === 'string') throw new Error(result)
        const sum = chosen.reduce((all, option) => all.plus(scores[option - 1] as Big), new Big(0))
        expect(result.items.get(itemRef(2564, 'i2'))?.mean).toBe(sum.div(chosen.length).toFixed(2))
      }),
    )
  })
})

describe('from indicators to the total', () => {
  // As a published result prints it: ten indicators of 100, instruments by weight, the total.
  const UNIT = ['88.13', '74.66', '81.05', '79.92', '70.41', '90.26', '83.37', '84.58', '72.73', '45.00']

  test('instruments and total are those of exact decimals, rounded once when printed', () => {
    const F67 = framework(2567)
    const given = new Map(UNIT.map((score, at) => [itemRef(2567, `ind${at + 1}`), workingNumber(score)]))
    const aggregated = aggregate(F67, new Map(), given)
    if (typeof aggregated === 'string') throw new Error(aggregated)
    const mean = (from: number, to: number) =>
      UNIT.slice(from, to)
        .reduce((sum, score) => sum.plus(score), new Big(0))
        .div(to - from)
    const parts = [mean(0, 5).times('0.3'), mean(5, 8).times('0.3'), mean(8, 10).times('0.4')] as const
    const weighted = [...aggregated.instruments.values()].map((one) => printed(one.weighted))
    expect(weighted).toEqual(parts.map((part) => part.toFixed(2)))
    expect(aggregated.total === null ? null : printed(aggregated.total)).toBe(
      parts[0].plus(parts[1]).plus(parts[2]).toFixed(2),
    )
  })

  test('there is no total while an instrument has none, and an indicator says of how many items it is', () => {
    const F67 = framework(2567)
    const aggregated = aggregate(F67, new Map([[itemRef(2567, 'e1'), workingNumber('89.10')]]))
    if (typeof aggregated === 'string') throw new Error(aggregated)
    expect(aggregated.total).toBeNull()
    expect(aggregated.indicators.get(itemRef(2567, 'ind6'))).toMatchObject({ counted: 1, parts: 3 })
  })

  test('a working number is exact: 84.995 is not 85, though it is printed so', () => {
    expect(printed(workingNumber('84.995'))).toBe('85.00')
    expect(exactText(workingNumber('84.995'))).toBe('84.995')
    expect(exactText(workingNumber('85'))).toBe('85.00')
  })
})
