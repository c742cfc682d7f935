/** Front door of the room for pure code: the cycle and what an import of one says. */
export type {
  Cover,
  Criteria,
  Cycle,
  CycleContent,
  CycleCounts,
  Issue,
  Measure,
  Measurement,
  NamedPerson,
  NameList,
  Outcome,
  OutcomeFact,
  Owners,
  OwnerUnit,
  Period,
  ResolutionMention,
  ScoreFact,
  SourceFile,
  SourceFormat,
} from './cycle.domain.ts'
export { contentOf, countCycle, scoreName } from './cycle.domain.ts'
export { COPIED_PARTS } from './cycles/copy-plan.domain.ts'
export { faultsOfContent } from './importers/faults-of-content.domain.ts'
export type {
  ImportNote,
  ImportNoteCode,
  ImportOutcome,
  ImportRefusal,
  ImportRefusalCode,
  SuspectedFault,
} from './importers/import.domain.ts'
export { IMPROVEMENT_POLICY } from './improvement.policy.ts'
export { shortTitle } from './measures/short-title.domain.ts'
export { measureStateText } from './measures/text/index.ts'
export { improvementActsText } from './text/index.ts'
export { isLate, isOpen, MEASURE_STATES, type MeasureState } from './working/measure-state.domain.ts'
export type { NamedUnit, WorkingCycle, WorkingIssue, WorkingMeasure } from './working/working-cycle.domain.ts'
