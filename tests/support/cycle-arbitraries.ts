import fc from 'fast-check'
import type {
  Cycle,
  Issue,
  Measure,
  NameList,
  Outcome,
  OutcomeFact,
} from '../../app/features/improvement/index.ts'
import { aValue, type Field, missing } from '../../app/kernel/field.ts'
import { type ItemRef, itemRef } from '../../app/kernel/item-ref.ts'
import type { Block, RichText, Run } from '../../app/kernel/rich-text.ts'

const THAI_FIRST = 0x0e01
const THAI_LAST = 0x0e5b
const THAI = Array.from({ length: THAI_LAST - THAI_FIRST + 1 }, (_, index) =>
  String.fromCodePoint(THAI_FIRST + index),
).filter((letter) => !/[\u0e3b-\u0e3e]/u.test(letter))
// Signs that mean something to one of the formats: markup, Typst, formulas.
const SIGNS = [...'<>&"\'#$*_@=+-~`\\[](){}/|%,.:;']

/** A word of Thai, Latin and format signs, without control characters. */
const word: fc.Arbitrary<string> = fc.string({
  unit: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...THAI) },
    { weight: 2, arbitrary: fc.constantFrom(...'abcXYZ0189') },
    { weight: 1, arbitrary: fc.constantFrom(...SIGNS) },
  ),
  minLength: 1,
  maxLength: 12,
})

/** A sentence of one to six words. */
const sentence: fc.Arbitrary<string> = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '))

const reference: fc.Arbitrary<ItemRef> = fc
  .tuple(fc.constantFrom(2566, 2567), fc.constantFrom('e1', 'e10', 'i6', 'o28'))
  .map(([year, code]) => itemRef(year, code))

const run: fc.Arbitrary<Run> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ text: sentence }) },
  { weight: 1, arbitrary: fc.record({ text: sentence, strong: fc.constant(true as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ text: word, cites: fc.array(reference, { minLength: 1, maxLength: 3 }) }),
  },
)
const runs = fc.array(run, { minLength: 1, maxLength: 3 })

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), runs }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(fc.record({ level: fc.constantFrom(1 as const, 2 as const), runs }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
)

/** Text of one to three blocks. */
const richText: fc.Arbitrary<RichText> = fc.array(block, { minLength: 1, maxLength: 3 })

const day = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** A field in any of its three states. */
const field = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Field<T>> =>
  fc.oneof(
    { weight: 6, arbitrary: value.map(aValue) },
    { weight: 1, arbitrary: fc.constant(missing) },
    {
      weight: 1,
      arbitrary: fc.record({ state: fc.constant('none' as const), declaredBy: sentence, declaredOn: day }),
    },
  )

const period = fc
  .tuple(sentence, day, day)
  .map(([written, a, b]) => (a <= b ? { written, start: a, end: b } : { written, start: b, end: a }))

const owners = fc.tuple(sentence, fc.option(word)).map(([name, code]) => ({
  written: code === null ? name : `${name} (${code})`,
  units: [{ name, code }],
}))

const measure = (number: number): fc.Arbitrary<Measure> =>
  fc.record({
    number: fc.constant(number),
    printedNumber: fc.option(fc.constant(`${number}.`)),
    text: field(richText),
    period: field(period),
    owners: field(owners),
    summary: field(richText),
  })

const figure = fc
  .integer({ min: 0, max: 10_000 })
  .map((hundredths) => (hundredths / 100).toFixed(hundredths % 100 === 0 ? 0 : 2))
const measurement = (year: number) =>
  fc.record({ year: fc.option(fc.constant(year)), value: figure, of: fc.option(reference) })

const fact: fc.Arbitrary<OutcomeFact> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('score' as const, 'percentage' as const),
    label: sentence,
    before: fc.option(measurement(2566)),
    after: measurement(2567),
    unit: word,
    quote: sentence,
  }),
  fc.record({ kind: fc.constantFrom('absence' as const, 'completion' as const), quote: sentence }),
)

const outcome = (measures: readonly number[]): fc.Arbitrary<Outcome> =>
  fc.record({
    covers: fc.subarray([...measures]),
    text: field(richText),
    facts: fc.array(fact, { maxLength: 2 }),
  })

const issue = (number: number): fc.Arbitrary<Issue> =>
  fc.integer({ min: 0, max: 4 }).chain((count) => {
    const numbers = Array.from({ length: count }, (_, index) => index + 1)
    return fc.record({
      number: fc.constant(number),
      title: sentence,
      listedTitle: fc.option(sentence),
      analysis: fc.oneof({ weight: 5, arbitrary: richText }, { weight: 1, arbitrary: fc.constant([]) }),
      limitations: fc.array(richText, { maxLength: 2 }),
      measures: fc.tuple(...numbers.map(measure)),
      outcomes: fc.array(outcome(numbers), { maxLength: 3 }),
    })
  })

const nameList: fc.Arbitrary<NameList> = fc.record({
  heading: sentence,
  persons: fc.array(fc.record({ number: fc.option(word), name: sentence, position: sentence }), {
    minLength: 1,
    maxLength: 3,
  }),
})

/**
 * A small cycle: up to three issues of up to four measures, fields in all three states, outcomes that cover none, some or
 * all measures (with gaps too), and text with the signs of every format in it.
 */
export const cycle: fc.Arbitrary<Cycle> = fc.integer({ min: 0, max: 3 }).chain((count) =>
  fc.record({
    schema: fc.constant('prongsai.cycle/1' as const),
    fiscalYear: fc.constant(2567),
    resultsYear: fc.constant(2566),
    answers: fc.constant(itemRef(2568, 'O28')),
    agency: fc.record({ name: sentence, shortName: fc.option(word) }),
    cover: fc.record({
      title: sentence,
      agencyLine: sentence,
      yearLine: sentence,
      preparedByLine: fc.option(sentence),
      approvalLine: fc.option(sentence),
      runningTitle: fc.option(sentence),
      issuesHeading: fc.option(sentence),
    }),
    background: richText,
    criteria: fc.option(
      fc.record({
        heading: sentence,
        body: richText,
        scoringHeading: fc.option(sentence),
        scoring: richText,
      }),
    ),
    issues: fc.tuple(...Array.from({ length: count }, (_, index) => issue(index + 1))),
    resolutions: fc.constant([]),
    units: fc.constant([]),
    nameLists: fc.array(nameList, { maxLength: 2 }),
    source: fc.constant(null),
  }),
)
