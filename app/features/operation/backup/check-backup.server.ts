import { openBackup } from './container/open-backup.server.ts'
import { checkContents, openContents, readIdentity } from './restoring/backup-contents.server.ts'

export type CheckedBackup = Readonly<{
  takenAt: string
  programVersion: string
  isEncrypted: boolean
  indexSha256: string
  members: number
  sharedFiles: number
  /** In bytes, as stored. */
  size: number
  /** Whether what is in it was opened and compared too. */
  isOpened: boolean
  /** Files that the database named and that were not there when it was made, so that no restore brings them. */
  absent: readonly Readonly<{ name: string; why: 'missing' | 'altered' }>[]
  /** Rows and files, where it was opened. */
  rows: number | null
  files: number | null
}>

/**
 * Checks a backup from its first byte to its last: the sums of what is stored, and with the secret key (or where it is not
 * encrypted) of what is in it. Throws BackupRefusal that says where it is damaged.
 */
export async function checkBackup(file: string, identityFile: string | null): Promise<CheckedBackup> {
  const identity = identityFile === null ? null : await readIdentity(identityFile)
  const backup = await openBackup(file)
  try {
    await backup.check()
    const { header, index } = backup
    const isOpened = header.recipient === null || identity !== null
    const contents = isOpened ? await openContents(backup, identity) : null
    if (contents) await checkContents(backup, contents)
    return {
      takenAt: header.takenAt,
      programVersion: header.programVersion,
      isEncrypted: header.recipient !== null,
      indexSha256: backup.indexSha256,
      members: index.members.length,
      sharedFiles: index.shared.length,
      size: backup.size,
      isOpened,
      absent: index.absent.flatMap(({ name, why }) => (why === 'removed' ? [] : [{ name, why }])),
      rows: contents?.manifest.tables.reduce((sum, { rows }) => sum + rows, 0) ?? null,
      files: contents?.files.length ?? null,
    }
  } finally {
    await backup.close()
  }
}
