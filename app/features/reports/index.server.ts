/** Front door of the room for the server: judging, rendering, and reading what is published. */
export {
  checkableItems,
  hasRule,
  judge,
  type PreparedReport,
  prepareReport,
} from './prepare-report.server.ts'
export { publishedFiles } from './published-files.queries.server.ts'
export {
  findPublishedReport,
  findReportAnswering,
  listReports,
  type PublishedReport,
} from './published-report.queries.server.ts'
export { closeRenderers, type RenderError, renderReport } from './render-report.server.ts'
