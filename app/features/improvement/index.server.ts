/** Front door of the room for the server: reading a report, keeping its cycle and finding it again. */
export {
  type FoundCycle,
  findCurrentCycle,
  findCycleByHash,
  type ListedCycle,
  listCycles,
} from './cycle.queries.server.ts'
export { type DraftCycle, findDraftCycle, readDraftCycle } from './cycles/draft-cycle.queries.server.ts'
export { recordedResolutionsContext } from './cycles/recorded-resolutions-context.server.ts'
export { copyCycle } from './cycles/usecases/copy-cycle.server.ts'
export { openCycle } from './cycles/usecases/open-cycle.server.ts'
export { takeUpVersion } from './cycles/usecases/take-up-version.server.ts'
export { findYearDone } from './cycles/year-done.server.ts'
export { importReport, type ReportFile } from './importers/import-report.server.ts'
export { refusalSentence } from './importers/refusal-sentence.domain.ts'
export {
  type ImprovementError,
  type ImprovementErrorCode,
  improvementErrorText,
} from './improvement.errors.ts'
export {
  type KeptCycle,
  keepImportedCycle,
  type SaveImportedCycle,
} from './keep-imported-cycle.server.ts'
export { addProgress } from './measures/progress/usecases/add-progress.server.ts'
export {
  coordinatorsOn,
  type Responsible,
  responsibleFor,
} from './measures/responsible.queries.server.ts'
export { listSteps } from './measures/steps/step.repo.server.ts'
export { acceptMeasure } from './measures/steps/usecases/accept-measure.server.ts'
export { returnMeasure } from './measures/steps/usecases/return-measure.server.ts'
export { submitMeasure } from './measures/steps/usecases/submit-measure.server.ts'
export type { StepBy } from './proofs/work-proof.domain.ts'
export { readWorkProof } from './proofs/work-proof.queries.server.ts'
export { type SentDigests, sendDigests } from './reminders/usecases/send-digests.server.ts'
export { saveDraftVersion } from './save-version.server.ts'
export { searchWork, type WorkHit } from './search/search-work.queries.server.ts'
export { findWorkNames } from './work-names.queries.server.ts'
export { listOpenYears } from './working/open-years.queries.server.ts'
export { findWorkingCycle } from './working/working-cycle.queries.server.ts'
