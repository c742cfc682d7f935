/** Front door of the room for pure code. */

export { addressPart } from './alarms/watch-addresses.domain.ts'
export { capturePart, RECORD_FILE } from './captures/capture-names.domain.ts'
export { CAPTURE_FILE_COLUMNS } from './file-columns.table.ts'
export { type LogEntry, watchLog } from './log/watch-log.domain.ts'
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
