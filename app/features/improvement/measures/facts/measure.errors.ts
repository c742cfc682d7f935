import type { PermissionRefusal } from '../../../../kernel/permission.ts'
import type { EditClash } from '../../working/working.errors.ts'
import type { MeasureFault } from './measure-form.domain.ts'
import type { measureFactsTh } from './text/measure-facts.th.ts'

/** Why something cannot be done to a measure at all; the code is also the key of its sentence. */
export type MeasureRefusalCode = keyof typeof measureFactsTh.refusals
export type MeasureRefusal = Readonly<{ code: MeasureRefusalCode }>
export type MeasureFaults = Readonly<{ code: 'measure.faults'; faults: readonly MeasureFault[] }>
export type MeasureError = MeasureRefusal | MeasureFaults | EditClash | PermissionRefusal

/** What became of one row of a table that was sent. `key` is what the form calls the row. */
export type RowResult = Readonly<{ key: string }> &
  (
    | Readonly<{ kind: 'saved' | 'added'; id: string; version: number }>
    | Readonly<{ kind: 'unchanged'; id: string; version: number }>
    | Readonly<{ kind: 'clash'; clash: EditClash }>
    | Readonly<{ kind: 'faults'; faults: readonly MeasureFault[] }>
    | Readonly<{ kind: 'refused'; code: MeasureRefusalCode }>
  )

/** Nothing of the table was saved; each row says what of it. */
export type TableNotSaved = Readonly<{ code: 'measure.table-not-saved'; rows: readonly RowResult[] }>
