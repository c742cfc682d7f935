/** Front door of the room for the server: checks of addresses, and what they found. */
export { type WatchTargets, watchTargetsContext } from './watch-targets.server.ts'
