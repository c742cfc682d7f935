import { randomUUID } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import {
  access,
  chmod,
  lstat,
  mkdir,
  open,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import { BadInput, type Terminal } from './terminal.ts'

/** No importer takes more: of a larger file only the beginning is read, by which the importer knows its kind. */
const MOST_BYTES_READ = 30_000_000
const BEGINNING_BYTES = 65_536

/** A file as the user knows it. `size` is that of the whole; of a file that is too large `bytes` is only the beginning. */
export type InputFile = Readonly<{ fileName: string; bytes: Uint8Array; size: number }>

/** Reads a file that somebody named. Throws BadInput when there is no such file or it may not be read. */
export async function readInput(terminal: Terminal, file: string): Promise<InputFile> {
  const { text } = terminal
  try {
    const facts = await stat(file)
    if (!facts.isFile()) throw new BadInput(text.notAFile(file))
    return { fileName: path.basename(file), bytes: await bytesOf(file, facts.size), size: facts.size }
  } catch (error) {
    if (error instanceof BadInput) throw error
    if (codeOf(error) === 'ENOENT') throw new BadInput(text.noSuchFile(file))
    throw new BadInput(text.cannotRead(file, reasonOf(terminal, error)))
  }
}

async function bytesOf(file: string, size: number): Promise<Uint8Array> {
  const handle = await open(file)
  try {
    if (size <= MOST_BYTES_READ) return await handle.readFile()
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(BEGINNING_BYTES), position: 0 })
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

type Output = Readonly<{ path: string; bytes: Uint8Array | string }>
type Draft = Readonly<{ output: Output; from: string; target: Target }>
/** Where the bytes go in truth, and the rights of the file that stands there; null where none does. */
type Target = Readonly<{ path: string; mode: number | null }>

/**
 * Writes files so that all of them appear whole or none: every target is looked at before anything is written, every file
 * is written beside its target, and all are renamed at the end. A symbolic link is followed. Throws BadInput with the name
 * of the file that cannot be written; a device, a pipe or a folder is never replaced.
 */
export async function writeWhole(terminal: Terminal, outputs: readonly Output[]): Promise<void> {
  const drafts: Draft[] = []
  for (const output of outputs)
    await naming(terminal, output, async () => {
      const target = await targetOf(terminal, output.path)
      // A name of its own: a long name with something added may be too long for the file system.
      drafts.push({ output, target, from: path.join(path.dirname(target.path), `.${randomUUID()}.draft`) })
    })
  try {
    for (const { output, target, from } of drafts)
      await naming(terminal, output, async () => {
        await mkdir(path.dirname(target.path), { recursive: true })
        await writeFile(from, output.bytes)
        if (target.mode !== null) await chmod(from, target.mode)
      })
    for (const { output, target, from } of drafts)
      await naming(terminal, output, () => rename(from, target.path))
  } finally {
    await Promise.all(drafts.map(({ from }) => rm(from, { force: true }).catch(() => undefined)))
  }
}

async function naming(terminal: Terminal, output: Output, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadInput(terminal.text.cannotWrite(output.path, reasonOf(terminal, error)))
  }
}

async function targetOf(terminal: Terminal, named: string): Promise<Target> {
  const target = await followed(named)
  const facts = await stat(target).catch(nullWhereNothingIs)
  if (facts === null) return { path: target, mode: null }
  if (facts.isDirectory()) throw new BadInput(terminal.text.isAFolder(named))
  if (!facts.isFile()) throw new BadInput(terminal.text.notAPlainFile(named))
  await access(target, constants.W_OK)
  return { path: target, mode: facts.mode & 0o777 }
}

/** The file that a path leads to; of a link that leads to nothing yet, the file that would stand there. */
async function followed(named: string): Promise<string> {
  const real = await realpath(named).catch(nullWhereNothingIs)
  if (real !== null) return real
  const facts: Stats | null = await lstat(named).catch(nullWhereNothingIs)
  if (!facts?.isSymbolicLink()) return named
  return followed(path.resolve(await realpath(path.dirname(named)), await readlink(named)))
}

function nullWhereNothingIs(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null
  throw error
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''

/** Why the system refused, in words; its own code where there are none. */
function reasonOf({ text }: Terminal, error: unknown): string {
  const code = codeOf(error)
  if (code === '') throw error
  return Object.hasOwn(text.systemReasons, code)
    ? text.systemReasons[code as keyof typeof text.systemReasons]
    : text.systemSays(code)
}
