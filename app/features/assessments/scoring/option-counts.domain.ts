import type { AnswerForm, SurveyInstrument } from './answer-form.domain.ts'
import type { OptionCounts } from './computed.domain.ts'

/** Answers of respondents to one survey as they are kept. */
export type AnswerBatch = Readonly<{
  instrument: SurveyInstrument
  /** Codes of the questions, in the order of the bytes. */
  columns: readonly string[]
  nRespondents: number
  /** Row after row, one byte for an answer: 0 not answered, else the number of the option, or EXCLUDED. */
  answers: Uint8Array
}>

/** What is kept of an answer in words that no option has: "never used", "cannot compare". No scale has so many options. */
export const EXCLUDED = 15
/** Places that the counts of one question need: not answered, the options, EXCLUDED. */
export const PLACES = 16

/** How often each option was chosen in a batch, for the questions that the form still has. */
export function countOptions(
  { columns, nRespondents, answers }: AnswerBatch,
  form: AnswerForm,
): OptionCounts {
  const counts = countsByPlace(columns.length, nRespondents, answers)
  return new Map(
    columns.flatMap((code, column) =>
      form.columns.some((one) => one.code === code)
        ? [[code, trimmed(counts.subarray(column * PLACES, (column + 1) * PLACES))] as const]
        : [],
    ),
  )
}

/** Adds answers of `rows` respondents to counts, PLACES for each of `width` questions; the counts begin at `from`. */
function countInto(
  counts: Uint32Array,
  from: number,
  { width, rows, answers }: Readonly<{ width: number; rows: number; answers: Uint8Array }>,
): void {
  let at = 0
  for (let row = 0; row < rows; row += 1)
    for (let place = from, last = from + width * PLACES; place < last; place += PLACES, at += 1)
      counts[place + (answers[at] as number)] = (counts[place + (answers[at] as number)] as number) + 1
}

/** Both together. */
export const addCounts = (a: OptionCounts, b: OptionCounts): OptionCounts =>
  new Map(
    [...new Set([...a.keys(), ...b.keys()])].map((code) => {
      const [first, second] = [a.get(code) ?? [], b.get(code) ?? []]
      const length = Math.max(first.length, second.length)
      return [code, Array.from({ length }, (_, at) => (first[at] ?? 0) + (second[at] ?? 0))]
    }),
  )

function countsByPlace(width: number, rows: number, answers: Uint8Array): Uint32Array {
  const counts = new Uint32Array(width * PLACES)
  countInto(counts, 0, { width, rows, answers })
  return counts
}

const trimmed = (counts: Uint32Array): readonly number[] => {
  let length = counts.length
  while (length > 1 && counts[length - 1] === 0) length -= 1
  return [...counts.subarray(0, length)]
}
