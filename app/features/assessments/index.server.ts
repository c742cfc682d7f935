/** Front door of the room for the server. */
export { findAnswersYear } from './answers/answers-year.server.ts'
export { findWrongAnswerSums } from './answers/check-sums.server.ts'
export { importAnswers } from './answers/usecases/import-answers.server.ts'
export { previewAnswers } from './answers/usecases/preview-answers.server.ts'
export { setAnswerTarget } from './answers/usecases/set-answer-target.server.ts'
export { takeComputedScores } from './answers/usecases/take-computed-scores.server.ts'
export { importPeers } from './peers/usecases/import-peers.server.ts'
export { previewPeers } from './peers/usecases/preview-peers.server.ts'
export { findYearResults, listResultYears } from './results/year-results.queries.server.ts'
export { listScores, type NamedScore, readScores } from './score.queries.server.ts'
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
export { keepSnapshot } from './snapshots/usecases/keep-snapshot.server.ts'
export { answersCellText, answersFaultText } from './text/answers-faults.ts'
export { sweepResultUploads } from './uploads/sweeping.server.ts'
export { importScores } from './usecases/import-scores.server.ts'
export { previewScores } from './usecases/preview-scores.server.ts'
