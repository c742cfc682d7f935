/** Front door of the room for the server: what a room gives to be open data, and how it describes its interface. */
export { type ApiPart, apiPartsContext } from './api/api-part.server.ts'
export { dataApi } from './api/data-api.server.ts'
export { jsonOf, knownAgainAnswers, pathParameter } from './api/describe.server.ts'
export { openapiOf } from './api/openapi.server.ts'
export * as apiPieces from './api/pieces.server.ts'
export type { DatasetSource } from './dataset-source.server.ts'
export { createOpenData, type OpenData, openDataContext } from './open-data.server.ts'
export { openDataPages } from './open-data-pages.server.ts'
