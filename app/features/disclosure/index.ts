/** Front door of the room for pure code. */
export { DISCLOSURE_POLICY } from './disclosure.policy.ts'
export { DISCLOSED_FILE_COLUMNS } from './file-columns.table.ts'
export { disclosureActsText } from './text/index.ts'
