import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Language } from '../app/i18n/language.ts'
import { type CliText, cliText } from './text/index.ts'

/** What every command may do with the outside world. Results go to standard output, all the rest to standard error. */
export type Terminal = Readonly<{
  lang: Language
  text: CliText
  json: boolean
  print: (line: string) => void
  /** One line that is overwritten by the next; only on a terminal. */
  progress: (line: string) => void
  note: (line: string) => void
}>

export const EXIT = { done: 0, saidNo: 1, badInput: 2, fault: 3 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Bad input: its message is one clear sentence, in the language asked for. */
export class BadInput extends Error {}

export function openTerminal(options: { lang: Language; json: boolean }): Terminal {
  let hasProgress = false
  // The reader of a pipe may have had enough (`| head`): that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.fault),
  )
  const clear = () => {
    if (hasProgress) process.stderr.write('\r\u001b[2K')
    hasProgress = false
  }
  return {
    ...options,
    text: cliText(options.lang),
    print: (line) => {
      clear()
      process.stdout.write(`${line}\n`)
    },
    progress: (line) => {
      if (!process.stderr.isTTY) return
      clear()
      process.stderr.write(line)
      hasProgress = true
    },
    note: (line) => {
      clear()
      process.stderr.write(`${line}\n`)
    },
  }
}

/** Largest file that is read at all; the importers have narrower limits of their own and say so better. */
const MAX_BYTES = 250_000_000

/** Reads a file that somebody named. Throws BadInput when there is no such file. */
export async function readInput(
  terminal: Terminal,
  file: string,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const facts = await stat(file).catch(() => null)
  if (!facts) throw new BadInput(terminal.text.noSuchFile(file))
  if (!facts.isFile()) throw new BadInput(terminal.text.notAFile(file))
  // Beyond the limit one byte more is enough for the importer to refuse it by size.
  const bytes = facts.size > MAX_BYTES ? new Uint8Array(MAX_BYTES) : await readFile(file)
  return { fileName: path.basename(file), bytes }
}

/** Writes files so that each appears whole or not at all: beside first, renamed when every one is written. */
export async function writeWhole(
  terminal: Terminal,
  files: readonly Readonly<{ path: string; bytes: Uint8Array | string }>[],
): Promise<void> {
  const drafts: { from: string; to: string }[] = []
  let current = ''
  try {
    for (const file of files) {
      current = file.path
      await mkdir(path.dirname(file.path), { recursive: true })
      const draft = `${file.path}.${randomUUID()}.draft`
      drafts.push({ from: draft, to: file.path })
      await writeFile(draft, file.bytes)
    }
    for (const { from, to } of drafts) await rename(from, to)
  } catch (error) {
    throw new BadInput(terminal.text.cannotWrite(current, (error as Error).message))
  } finally {
    await Promise.all(drafts.map(({ from }) => rm(from, { force: true })))
  }
}
