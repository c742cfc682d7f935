/** Front door of the room for pure code. */
export { findingText, watchActsText } from './text/index.ts'
export type {
  ElementMark,
  OpenFinding,
  WatchCode,
  WatchFinding,
  WatchResult,
  WatchTarget,
  WatchWeight,
} from './watch.domain.ts'
export { WATCH_POLICY } from './watch.policy.ts'
