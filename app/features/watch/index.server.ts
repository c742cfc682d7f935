/** Front door of the room for the server: checks of addresses, and what they found. */

export { listCaptureFiles } from './keeping/capture-files.queries.server.ts'
export { listCaptures } from './keeping/captures.queries.server.ts'
export { listOpenFindings } from './keeping/checks.queries.server.ts'
export { lookAt } from './keeping/look-at.server.ts'
export { listChecksBetween } from './log/watch-log.queries.server.ts'
export { openLooking, openWatchTools } from './looking/open-watch-tools.server.ts'
export { countOwnFailing } from './overview/watch-overview.queries.server.ts'
export { makeDueRounds } from './rounds/make-due-rounds.server.ts'
export { type WatchTargets, watchTargetsContext } from './watch-targets.server.ts'
export { type WatchTools, watchToolsContext } from './watch-tools.server.ts'
