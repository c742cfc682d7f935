/** Front door of the room for the server. */
export { findWrongAnswerSums } from './answers/check-sums.server.ts'
export { findYearResults, listResultYears } from './results/year-results.queries.server.ts'
export { listScores } from './score.queries.server.ts'
export { importScores } from './usecases/import-scores.server.ts'
export { previewScores } from './usecases/preview-scores.server.ts'
