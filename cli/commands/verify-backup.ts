import { checkBackup } from '../../app/features/operation/index.server.ts'
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts'
import { printAbsent } from './backup.ts'
import { asInput } from './backup-input.ts'

/**
 * `prongsai verify FILE [--identity FILE]`: a backup from its first byte to its last; damaged: exit 2, with the place. Exit 1 when files
 * were not there to be backed up.
 */
export async function verifyBackup(
  terminal: Terminal,
  file: string,
  identityFile: string | null,
): Promise<ExitCode> {
  const { print, json, text } = terminal
  const found = await asInput(terminal, () => checkBackup(file, identityFile))
  const ok = found.absent.length === 0
  if (json) print(JSON.stringify({ ok, file, ...found }))
  else {
    const { takenAt, programVersion, members, sharedFiles, size, rows, files, indexSha256 } = found
    print(`✓ ${text.backup.stored(members + sharedFiles, size)}`)
    if (rows !== null && files !== null) print(`✓ ${text.backup.opened(rows, files)}`)
    else print(text.backup.notOpened)
    print(text.backup.taken(takenAt, programVersion))
    print(text.backup.indexIs(indexSha256))
    printAbsent(terminal, found.absent)
  }
  return ok ? EXIT.done : EXIT.saidNo
}
