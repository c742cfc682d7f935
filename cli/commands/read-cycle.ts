import type { Catalogue } from '../../app/features/catalogue/index.ts'
import { importReport, refusalSentence } from '../../app/features/improvement/index.server.ts'
import type { ImportOutcome, ImportRefusal } from '../../app/features/improvement/index.ts'
import type { Arguments } from '../command.ts'
import { type InputFile, readInput } from '../files.ts'
import { BadInput, type Terminal } from '../terminal.ts'

/** The one file that the command names, read as a cycle whatever its format. Throws BadInput with the refusal. */
export async function readCycle(
  terminal: Terminal,
  args: Arguments,
  catalogue: Catalogue,
): Promise<ImportOutcome> {
  const read = await importReport({ ...(await readNamedFile(terminal, args)), catalogue })
  if (!read.ok) throw badReport(terminal, read.error)
  return read.value
}

export async function readNamedFile(terminal: Terminal, { files }: Arguments): Promise<InputFile> {
  const [file, another] = files
  if (file === undefined) throw new BadInput(terminal.text.missingFile)
  if (another !== undefined) throw new BadInput(terminal.text.tooManyFiles(another))
  terminal.progress(terminal.text.reading(file))
  return readInput(terminal, file)
}

export const badReport = ({ lang }: Terminal, refusal: ImportRefusal): BadInput =>
  new BadInput(refusalSentence(refusal, lang))
