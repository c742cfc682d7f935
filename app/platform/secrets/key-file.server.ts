import { randomBytes, randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'

export const KEY_BYTES = 32
const OWNER_ONLY = 0o600

/**
 * The key of 32 bytes, as base64, that stands in a file; made where there is none, and durable before anything is sealed with
 * it: a power cut in the first minute must not take away what opens the rest. Of two processes that make it at once, both use
 * the one that stands. Throws where the file holds no key.
 */
export function keyInFile(file: string): Buffer {
  if (!existsSync(file)) makeKeyFile(file)
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64')
  if (key.length !== KEY_BYTES) throw new Error(`${file} holds no key of ${KEY_BYTES} bytes`)
  return key
}

/** Written whole under another name first: nobody ever reads half a key, and a stop in between leaves none. */
function makeKeyFile(file: string): void {
  const folder = path.dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const written = `${file}.${randomUUID()}`
  const handle = openSync(written, 'wx', OWNER_ONLY)
  try {
    writeSync(handle, `${randomBytes(KEY_BYTES).toString('base64')}\n`)
    fsyncSync(handle)
    linkSync(written, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    closeSync(handle)
    rmSync(written)
  }
  // A name is on the disk when its folder is, and a folder when the one around it is.
  for (const one of [folder, path.dirname(folder)]) flushFolder(one)
}

function flushFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
