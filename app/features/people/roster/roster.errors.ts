import type { PermissionRefusal } from '../../../kernel/permission.ts'
import type { rosterTh } from './text/roster.th.ts'

export type CellFaultCode = keyof typeof rosterTh.cellFaults
/** What is wrong in one cell. `value` is what stands there, `other` what it is held against; both may be empty. */
export type CellFault = Readonly<{
  /** Null for CSV, which has one sheet without a name. */
  sheet: string | null
  /** Both count from 1. */
  row: number
  column: number
  code: CellFaultCode
  value: string
  other: string
}>

export type FileFaultCode = keyof typeof rosterTh.fileFaults
/** Why a roster does not come in; `cells` is empty where the file as a whole is meant. */
export type RosterRefusal = Readonly<{ code: FileFaultCode; cells: readonly CellFault[] }>
export type RosterError = RosterRefusal | PermissionRefusal
