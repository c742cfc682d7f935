import { loadCatalogue } from '../../app/features/catalogue/index.server.ts'
import { importReport, refusalSentence } from '../../app/features/improvement/index.server.ts'
import type { ImportOutcome } from '../../app/features/improvement/index.ts'
import type { Arguments } from '../command.ts'
import { BadInput, readInput, type Terminal } from '../terminal.ts'

/** The one file that the command names, read as a cycle whatever its format. Throws BadInput with the refusal. */
export async function readCycle(terminal: Terminal, args: Arguments): Promise<ImportOutcome> {
  const [file, another] = args.files
  if (file === undefined) throw new BadInput(terminal.text.missingFile)
  if (another !== undefined) throw new BadInput(terminal.text.tooManyFiles(another))
  terminal.progress(terminal.text.reading(file))
  const read = await importReport({ ...(await readInput(terminal, file)), catalogue: loadCatalogue() })
  if (!read.ok) throw new BadInput(refusalSentence(read.error, terminal.lang))
  return read.value
}
