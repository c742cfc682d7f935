/** Front door of the room for the server. */
export { listScores } from './score.queries.server.ts'
