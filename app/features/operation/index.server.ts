/** Front door of the room for the server. */

export { type BackupFault, backupJob } from './backup/backup-job.server.ts'
export { BackupRefusal } from './backup/backup-refusal.ts'
export { type CheckedBackup, checkBackup } from './backup/check-backup.server.ts'
export { makeBackupKey } from './backup/make-key.server.ts'
export type { BackupProgress } from './backup/making/make-backup.server.ts'
export { readIdentity } from './backup/restoring/backup-contents.server.ts'
export {
  differences,
  type Restored,
  type RestoreProgress,
  restoreBackup,
} from './backup/restoring/restore-backup.server.ts'
export { type BackupDone, backupInto, backupOnSchedule, recordRun } from './backup/run-backup.server.ts'
export { checkCertificate } from './certificate/check-certificate.server.ts'
export { countOperationFindings } from './findings/count-findings.server.ts'
export { type OperationTools, operationContext } from './operation-tools.server.ts'
