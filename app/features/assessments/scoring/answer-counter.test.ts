import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { frameworkOf } from '../../catalogue/index.ts'
import { aggregationPlan } from './aggregation-plan.domain.ts'
import { answerCounter } from './answer-counter.server.ts'
import { answerForm } from './answer-form.domain.ts'
import type { ComputedResult } from './computed.domain.ts'
import { type CountedAgencies, countedAnswers, scoreAgencies } from './counted-agencies.domain.ts'
import { foldBatches, noSums, sumsOf } from './fold-answers.domain.ts'
import { readAnswers } from './read-answers.server.ts'
import { resultOfCounts } from './result-of-counts.domain.ts'
import { printed } from './working-number.domain.ts'

const YEAR = 2567
const { FRAMEWORK, FORM, PLAN } = surveyYear()
const { columns } = FORM

function surveyYear() {
  const framework = frameworkOf(loadCatalogue(), YEAR)
  if (!framework) throw new Error(`no framework ${YEAR}`)
  const [form, plan] = [answerForm(framework), aggregationPlan(framework)]
  if (typeof form === 'string' || typeof plan === 'string') throw new Error('no questions')
  return { FRAMEWORK: framework, FORM: form, PLAN: plan }
}

type Row = Readonly<{ agency: number; survey: 'IIT' | 'EIT'; answers: readonly number[] }>
/** How a row is written: numbers, words of the options, or all in quotation marks; and its line end. */
type Written = Readonly<{ row: Row; form: 0 | 1 | 2; end: '\n' | '\r\n' }>

const AGENCIES = ['ก-01', 'กรม "สมมติ", ส่วนกลาง', '7']
const row: fc.Arbitrary<Row> = fc.record({
  agency: fc.nat({ max: AGENCIES.length - 1 }),
  survey: fc.constantFrom('IIT' as const, 'EIT' as const),
  answers: fc.tuple(...columns.map(({ options }) => fc.nat({ max: options.length }))),
})
const written: fc.Arbitrary<Written> = fc.record({
  row,
  form: fc.constantFrom(0 as const, 1 as const, 2 as const),
  end: fc.constantFrom('\n' as const, '\r\n' as const),
})

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
function lineOf({ row: { agency, survey, answers }, form, end }: Written): string {
  const code = AGENCIES[agency] ?? ''
  const cells = columns.map(({ instrument, options }, at) => {
    const answer = instrument === survey ? (answers[at] ?? 0) : 0
    if (answer === 0) return ''
    return form === 0 ? String(answer) : (options[answer - 1]?.text ?? '')
  })
  const all = [/[",]/u.test(code) && form !== 2 ? quoted(code) : code, survey, ...cells]
  return `${all.map((cell, at) => (form === 2 || (at > 0 && /[",]/u.test(cell)) ? quoted(cell) : cell)).join(',')}${end}`
}
const fileOf = (rows: readonly Written[]) =>
  new TextEncoder().encode(
    `\ufeffagency,instrument,${columns.map(({ code }) => code).join(',')}\n${rows.map(lineOf).join('')}`,
  )

function counted(pieces: readonly Uint8Array[]): CountedAgencies {
  const counter = answerCounter(FRAMEWORK, FORM)
  for (const piece of pieces) counter.push(piece)
  const file = counter.end()
  expect(file.faults).toEqual([])
  return file.counted
}

function resultsOf(sums: CountedAgencies): Readonly<Record<string, ComputedResult>> {
  return Object.fromEntries(
    sums.codes.map((code, at) => {
      const result = resultOfCounts(FRAMEWORK, countedAnswers(sums, at))
      if (typeof result === 'string') throw new Error(result)
      return [code, result]
    }),
  )
}

const rows = fc.array(written, { minLength: 1, maxLength: 25 })

describe('a file that is counted while it comes in', () => {
  test('gives the same scores wherever its bytes are cut, and those of a file that is read whole', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.array(fc.nat(), { maxLength: 12 }), async (file, cuts) => {
        const bytes = fileOf(file)
        const places = [0, ...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length]
        const pieces = places.slice(1).map((to, at) => bytes.slice(places[at], to))
        const whole = resultsOf(counted([bytes]))
        expect(resultsOf(counted(pieces))).toEqual(whole)

        const read = await readAnswers(bytes, FRAMEWORK)
        if (!read.ok) throw new Error(JSON.stringify(read.error))
        const sums = noSums(
          FORM,
          read.value.agencies.map(({ code }) => code),
        )
        foldBatches(
          sums,
          read.value.agencies.flatMap(({ batches }, agency) => batches.map((batch) => ({ agency, batch }))),
        )
        expect(resultsOf(sums)).toEqual(whole)
      }),
      { numRuns: 60 },
    )
  })

  test('is the same byte by byte', () => {
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 4 }), (file) => {
        const bytes = fileOf(file)
        const single = Array.from(bytes, (byte) => Uint8Array.of(byte))
        expect(resultsOf(counted(single))).toEqual(resultsOf(counted([bytes])))
      }),
      { numRuns: 20 },
    )
  })

  test('gives the same scores in whatever order its rows stand, agencies among each other', () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (file, numbers) => {
        const shuffled = file
          .map((one) => ({ one, by: numbers.next().value ?? 0 }))
          .sort((a, b) => a.by - b.by)
          .map(({ one }) => one)
        expect(resultsOf(counted([fileOf(shuffled)]))).toEqual(resultsOf(counted([fileOf(file)])))
      }),
      { numRuns: 60 },
    )
  })

  test('has the scores that exact decimals give from the answers one by one', () => {
    fc.assert(
      fc.property(rows, (file) => {
        const sums = counted([fileOf(file)])
        const results = resultsOf(sums)
        for (const [agency, code] of AGENCIES.entries()) {
          const own = file.filter(({ row: one }) => one.agency === agency)
          if (own.length === 0) continue
          for (const [ref, expected] of naiveItems(own.map(({ row: one }) => one)))
            expect(results[code]?.items.get(ref)?.mean).toBe(expected)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('says what is wrong by row and column, as a file that is read whole, wherever it is cut', async () => {
    const text = `agency,instrument,i1,e1\nA,IIT,9,\n\nA,IIT,,1\n,EIT,,1\nA,OITT,,\n"A",IIT,"x, y",\n`
    const bytes = new TextEncoder().encode(text)
    const read = await readAnswers(bytes, FRAMEWORK)
    const expected = read.ok ? [] : read.error.cells.map(({ row: at, column, code }) => [at, column, code])
    expect(expected.length).toBe(5)
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const counter = answerCounter(FRAMEWORK, FORM)
      counter.push(bytes.slice(0, cut))
      counter.push(bytes.slice(cut))
      const { faults, faultCount } = counter.end()
      expect(faults.map(({ row: at, column, code }) => [at, column, code])).toEqual(expected)
      expect(faultCount).toBe(expected.length)
    }
  })
})

describe('sums of many agencies', () => {
  test('answers folded into the sums of the others are the sums of all', () => {
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const all = counted([fileOf([...first, ...second])])
        const sums = noSums(FORM, all.codes)
        for (const part of [first, second]) foldBatches(sums, batchesOf(part, all.codes))
        expect(resultsOf(sums)).toEqual(resultsOf(all))
      }),
      { numRuns: 40 },
    )
  })

  test('the table of all scores has what each agency has alone, for some agencies as for all', () => {
    fc.assert(
      fc.property(rows, (file) => {
        const sums = counted([fileOf(file)])
        const results = resultsOf(sums)
        const some = sums.codes.map((_, at) => at).filter((at) => at % 2 === 0)
        for (const part of [sums, sumsOf(sums, some)]) {
          const scored = scoreAgencies(FRAMEWORK, PLAN, part)
          for (const [agency, code] of part.codes.entries())
            for (const [at, ref] of PLAN.items.entries()) {
              const value = scored.items[agency * PLAN.items.length + at] as number
              expect(Number.isNaN(value) ? null : printed(value)).toBe(
                results[code]?.items.get(ref)?.mean ?? null,
              )
            }
        }
      }),
      { numRuns: 40 },
    )
  })
})

function batchesOf(file: readonly Written[], codes: readonly string[]) {
  return file.map(({ row: { agency, survey, answers } }) => {
    const own = columns.flatMap(({ instrument, code }, at) =>
      instrument === survey ? [{ code, answer: answers[at] ?? 0 }] : [],
    )
    return {
      agency: codes.indexOf(AGENCIES[agency] ?? ''),
      batch: {
        instrument: survey,
        columns: own.map(({ code }) => code),
        nRespondents: 1,
        answers: Uint8Array.from(own, ({ answer }) => answer),
      },
    }
  })
}

/** Item means by exact decimals, answer by answer; an item without one question's answers is left out. */
function naiveItems(own: readonly Row[]) {
  const means = columns.map(({ instrument, options }, at) => {
    const scores = own.flatMap(({ survey, answers }) => {
      const score = survey === instrument ? options[(answers[at] ?? 0) - 1]?.score : null
      return score === null || score === undefined ? [] : [new Big(score).div(10_000_000_000)]
    })
    return scores.length === 0
      ? null
      : scores.reduce((sum, one) => sum.plus(one), new Big(0)).div(scores.length)
  })
  return [...new Set(columns.map(({ item }) => item))].flatMap((ref) => {
    const parts = columns.flatMap(({ item }, at) => (item === ref ? [means[at] ?? null] : []))
    if (parts.includes(null)) return []
    const sum = parts.reduce<Big>((all, one) => all.plus(one ?? 0), new Big(0))
    return [[ref, sum.div(parts.length).toFixed(2)] as const]
  })
}
