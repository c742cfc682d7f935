import { PUBLISHED_FILE_COLUMNS } from './features/approvals/index.ts'
import { DESK_FILE_COLUMNS } from './features/desk/index.ts'
import { DISCLOSED_FILE_COLUMNS } from './features/disclosure/index.ts'
import { EVIDENCE_FILE_COLUMNS } from './features/evidence/index.ts'
import { CAPTURE_FILE_COLUMNS } from './features/watch/index.ts'

/** Every column that names a file of the store, as each room says: what none of them names is swept. */
export const KEPT_FILE_COLUMNS = [
  ...EVIDENCE_FILE_COLUMNS,
  ...PUBLISHED_FILE_COLUMNS,
  ...CAPTURE_FILE_COLUMNS,
  ...DISCLOSED_FILE_COLUMNS,
  ...DESK_FILE_COLUMNS,
] as const
