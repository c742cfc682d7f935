import { makeBackupKey } from '../../app/features/operation/index.server.ts'
import type { Command } from '../command.ts'
import { BadInput, EXIT } from '../terminal.ts'
import { asInput } from './backup-input.ts'

const USUAL_FILE = 'prongsai-backup.key'

/** `prongsai backup-key [--out FILE]`: makes a key pair. The secret key is in the file alone, the public one is printed. */
export const backupKey: Command = async (terminal, { files: [file], out = USUAL_FILE }) => {
  const { text, json, print, note } = terminal
  if (file !== undefined) throw new BadInput(text.takesNoFile(file))
  const recipient = await asInput(terminal, () =>
    makeBackupKey(out, new Date()).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' ? new BadInput(text.backup.keyIsThere(out)) : error
    }),
  )
  if (json) print(JSON.stringify({ file: out, recipient }))
  else {
    print(`BACKUP_RECIPIENT=${recipient}`)
    note(text.backup.keyMade(out))
  }
  return EXIT.done
}
