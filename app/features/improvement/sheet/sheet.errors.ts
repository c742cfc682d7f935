import type { PermissionRefusal } from '../../../kernel/permission.ts'
import type { MeasureFaultCode } from '../measures/facts/measure-form.domain.ts'

/** What is wrong with a sheet of measures besides the faults that a form has, too. */
export type SheetOnlyFault =
  | 'sheet.no-head'
  | 'sheet.no-rows'
  | 'sheet.unknown-column'
  | 'sheet.column-twice'
  | 'sheet.formula'
  | 'sheet.bad-key'
  | 'sheet.bad-version'
  | 'sheet.bad-issue'
  | 'sheet.key-twice'
  | 'sheet.unknown-measure'
  | 'sheet.unknown-issue'
  | 'sheet.changed-meanwhile'
  | 'sheet.done'
export type SheetFaultCode = SheetOnlyFault | MeasureFaultCode

/** What is wrong in one cell; rows and columns count from 1. `value` is what it is about, shortened. */
export type SheetCellFault = Readonly<{
  sheet: string | null
  row: number
  column: number
  code: SheetFaultCode
  value: string
}>

export type SheetFileFault =
  | 'sheet.no-file'
  | 'sheet.unknown-format'
  | 'sheet.damaged-file'
  | 'sheet.archive-bomb'
  | 'sheet.too-large'
  | 'sheet.table-too-large'
  | 'sheet.unknown-encoding'
  | 'sheet.refused'
  | 'sheet.changed-since'
  | 'sheet.no-year'
/** Why a sheet of measures does not come in; `cells` is empty where the file as a whole is meant. */
export type SheetRefusal = Readonly<{ code: SheetFileFault; cells: readonly SheetCellFault[] }>
export type SheetError = SheetRefusal | PermissionRefusal
