/** Front door of the room for pure code. */
export type { DatasetFacts, DatasetField, DatasetRow } from './dataset.domain.ts'
export { LICENSES, type LicenseId } from './publisher.domain.ts'
