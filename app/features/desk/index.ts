/** Front door of the room for pure code. */
export { DESK_POLICY } from './desk.policy.ts'
export { DESK_FILE_COLUMNS } from './file-columns.table.ts'
export { deskActsText } from './text/index.ts'
