/** Front door of the room for the server: judging, rendering, and reading what is published. */

export { createDocumentMaker } from './document-maker.server.ts'
export { documentsContext } from './documents-context.server.ts'
export { createMeasuresDocuments } from './matters/measures-paper.server.ts'
export { reportMatters } from './matters/report-matters.server.ts'
export { createPdfRenderer } from './pdf/pdf-renderer.server.ts'
export {
  checkableItems,
  hasRule,
  judge,
  type PreparedReport,
  prepareReport,
  ruleOf,
} from './prepare-report.server.ts'
export {
  findPublishedReport,
  findReportAnswering,
  listReports,
  type PublishedReport,
} from './published-report.queries.server.ts'
export { type DocumentMaking, makeMissingFiles } from './publishing/publication-files.server.ts'
export { type BroughtIn, bringInReport } from './publishing/usecases/bring-in-report.server.ts'
export { publishReport } from './publishing/usecases/publish-report.server.ts'
export { type RenderError, renderReport } from './render-report.server.ts'
export { reportPages } from './report-pages.server.ts'
export { reportsDatasets } from './reports-datasets.server.ts'
export { checkAllWalks } from './walk/checking.server.ts'
export { reportsApi } from './walk/openapi/openapi.server.ts'
export {
  type Distance,
  findDistance,
  type WorkingReport,
} from './working-report.queries.server.ts'
