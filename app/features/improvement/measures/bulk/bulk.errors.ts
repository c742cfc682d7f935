import type { PermissionRefusal } from '../../../../kernel/permission.ts'
import type { bulkTh } from './text/bulk.th.ts'

export type BulkFaultCode = keyof typeof bulkTh.faults
/** What is wrong with what was asked for; `field` names the field of the form, '' the form as a whole. */
export type BulkFault = Readonly<{ field: string; code: BulkFaultCode }>
export type BulkError =
  | PermissionRefusal
  | Readonly<{ code: 'bulk.faults'; faults: readonly BulkFault[] }>
  /** The same was done to one of them since the preview, by whom and when; nothing was done to any. */
  | Readonly<{ code: 'bulk.done-before'; byName: string; at: Date }>
  /** Measures that somebody changed since the preview; nothing was done to any. */
  | Readonly<{ code: 'bulk.changed-meanwhile'; measureIds: readonly string[] }>
