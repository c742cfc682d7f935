import type { AnswerForm, SurveyInstrument } from './answer-form.domain.ts'
import type { CountedAgencies } from './counted-agencies.domain.ts'
import { type AnswerBatch, PLACES } from './option-counts.domain.ts'

/** Answers of one survey in one agency, which is meant by its number in the sums. */
export type AgencyBatch = Readonly<{ agency: number; batch: AnswerBatch }>

const SURVEYS: readonly SurveyInstrument[] = ['IIT', 'EIT']

/** Sums to which nobody has answered yet. */
export const noSums = (form: AnswerForm, codes: readonly string[]): CountedAgencies => ({
  form,
  codes,
  counts: new Uint32Array(codes.length * form.columns.length * PLACES),
  respondents: new Uint32Array(codes.length * SURVEYS.length),
  disclosure: new Map(),
})

/** Adds answers to the sums in place, so that nothing is counted again; answers the agencies touched, each once. */
export function foldBatches(
  { form, counts, respondents }: CountedAgencies,
  batches: readonly AgencyBatch[],
): readonly number[] {
  const stride = form.columns.length * PLACES
  const touched = new Set<number>()
  let columns: readonly string[] = []
  let starts: Int32Array = new Int32Array(0)
  for (const { agency, batch } of batches) {
    // Batches of one survey share their columns.
    if (batch.columns !== columns) {
      columns = batch.columns
      starts = Int32Array.from(columns, (code) => form.columns.findIndex((one) => one.code === code) * PLACES)
    }
    addAnswers(counts, agency * stride, { starts, ...batch })
    const of = agency * SURVEYS.length + SURVEYS.indexOf(batch.instrument)
    respondents[of] = (respondents[of] as number) + batch.nRespondents
    touched.add(agency)
  }
  return [...touched]
}

/** The sums of those agencies alone, in that order. */
export function sumsOf(sums: CountedAgencies, agencies: readonly number[]): CountedAgencies {
  const stride = sums.form.columns.length * PLACES
  const counts = new Uint32Array(agencies.length * stride)
  const respondents = new Uint32Array(agencies.length * SURVEYS.length)
  for (const [at, agency] of agencies.entries()) {
    counts.set(sums.counts.subarray(agency * stride, (agency + 1) * stride), at * stride)
    respondents.set(
      sums.respondents.subarray(agency * SURVEYS.length, (agency + 1) * SURVEYS.length),
      at * SURVEYS.length,
    )
  }
  const disclosure = new Map(
    agencies.flatMap((agency, at) => {
      const scores = sums.disclosure.get(agency)
      return scores ? [[at, scores] as const] : []
    }),
  )
  return {
    form: sums.form,
    codes: agencies.map((agency) => sums.codes[agency] ?? ''),
    counts,
    respondents,
    disclosure,
  }
}

/** `starts`: where the counts of each column begin, below zero for a question that the form no longer has. */
function addAnswers(
  counts: Uint32Array,
  from: number,
  { starts, nRespondents, answers }: AnswerBatch & Readonly<{ starts: Int32Array }>,
): void {
  let at = 0
  for (let row = 0; row < nRespondents; row += 1)
    for (let column = 0; column < starts.length; column += 1, at += 1) {
      const answer = answers[at] as number
      const start = starts[column] as number
      // What is not answered is what remains of the respondents.
      if (answer > 0 && start >= 0)
        counts[from + start + answer] = (counts[from + start + answer] as number) + 1
    }
}
