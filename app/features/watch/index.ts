/** Front door of the room for pure code. */
export { findingText, watchActsText } from './text/index.ts'
export type {
  AskedBy,
  Capture,
  CaptureReason,
  ElementMark,
  KeptCheck,
  OpenFinding,
  WatchCode,
  WatchFacts,
  WatchFinding,
  WatchResult,
  WatchTarget,
  WatchWeight,
} from './watch.domain.ts'
export { WATCH_POLICY } from './watch.policy.ts'
