/**
 * Columns of a sheet of measures in the order in which they are written. `key` and `version` tell which measure a row is
 * and what its writer saw of it; a row without a key is a new measure. `state` is shown and never read.
 */
export const SHEET_COLUMNS = [
  'issue',
  'issueTitle',
  'text',
  'kind',
  'from',
  'to',
  'owners',
  'expectedEvidence',
  'budget',
  'dueDay',
  'summary',
  'state',
  'key',
  'version',
] as const
export type SheetColumn = (typeof SHEET_COLUMNS)[number]

/** Columns whose cells are fields of a measure. */
export const TYPED_COLUMNS = [
  'text',
  'kind',
  'from',
  'to',
  'owners',
  'expectedEvidence',
  'budget',
  'dueDay',
  'summary',
] as const satisfies readonly SheetColumn[]
export type TypedColumn = (typeof TYPED_COLUMNS)[number]
