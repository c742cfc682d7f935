import { BackupRefusal } from '../../app/features/operation/index.server.ts'
import { DatabaseRefusal } from '../../app/platform/db/database-refusal.ts'
import { BadInput, type Terminal } from '../terminal.ts'

/** What cannot be backed up, read or restored as it is given is bad input; every other fault stays itself. */
export async function asInput<T>(terminal: Terminal, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BackupRefusal) throw new BadInput(error.text[terminal.lang], error.code)
    if (error instanceof DatabaseRefusal && error.code === 'transfer.target-holds')
      throw new BadInput(error.text[terminal.lang], error.code)
    const code = (error as NodeJS.ErrnoException).code ?? ''
    const file = (error as NodeJS.ErrnoException).path ?? ''
    if (Object.hasOwn(terminal.text.systemReasons, code))
      throw new BadInput(
        terminal.text.cannotWrite(
          file,
          terminal.text.systemReasons[code as keyof typeof terminal.text.systemReasons],
        ),
        code,
      )
    throw error
  }
}

/** The one file that a command is about. */
export function oneFile(terminal: Terminal, files: readonly string[], missing: string): string {
  const [file, tooMany] = files
  if (file === undefined) throw new BadInput(missing)
  if (tooMany !== undefined) throw new BadInput(terminal.text.tooManyFiles(tooMany))
  return file
}
