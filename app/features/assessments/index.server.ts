/** Front door of the room for the server. */
export { findWrongAnswerSums } from './answers/check-sums.server.ts'
export { findYearResults, listResultYears } from './results/year-results.queries.server.ts'
export { listScores } from './score.queries.server.ts'
export { type AggregationPlan, aggregationPlan } from './scoring/aggregation-plan.domain.ts'
export { answerCounter } from './scoring/answer-counter.server.ts'
export { type AnswerForm, answerForm } from './scoring/answer-form.domain.ts'
export type { ComputedResult } from './scoring/computed.domain.ts'
export {
  type CountedAgencies,
  countedAnswers,
  type ScoredAgencies,
  scoreAgencies,
} from './scoring/counted-agencies.domain.ts'
export { type AgencyBatch, foldBatches, noSums, sumsOf } from './scoring/fold-answers.domain.ts'
export { readAnswers } from './scoring/read-answers.server.ts'
export { resultOfCounts } from './scoring/result-of-counts.domain.ts'
export { answersCellText, answersFaultText } from './text/answers-faults.ts'
export { openResultSweeping } from './uploads/sweeping.server.ts'
export { importScores } from './usecases/import-scores.server.ts'
export { previewScores } from './usecases/preview-scores.server.ts'
