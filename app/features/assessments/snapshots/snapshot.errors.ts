import type { PermissionRefusal } from '../../../kernel/permission.ts'

export type SnapshotFault =
  | 'snapshot.no-name'
  | 'snapshot.name-too-long'
  | 'snapshot.name-taken'
  | 'snapshot.no-results'
export type SnapshotError = Readonly<{ code: SnapshotFault }> | PermissionRefusal
