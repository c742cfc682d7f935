import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const KEY_BYTES = 32

/**
 * What every code is mixed with before it is looked up: the one of the settings, else the one in `pepper.key` under `folder`,
 * made at the first start. It stands in no database and must stand in no backup beside one.
 */
export function readPepper(given: string | null, folder: string): Uint8Array {
  if (given !== null) return Buffer.from(given, 'base64')
  const file = path.join(folder, 'pepper.key')
  if (!existsSync(file)) makePepper(file)
  const pepper = Buffer.from(readFileSync(file, 'utf8'), 'base64')
  if (pepper.length !== KEY_BYTES) throw new Error(`${file} holds no key of ${KEY_BYTES} bytes`)
  return pepper
}

/** Whole under another name first, so that of two processes that make it at once both read the one that stands. */
function makePepper(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const written = `${file}.${randomUUID()}`
  writeFileSync(written, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { flag: 'wx', mode: 0o600 })
  try {
    linkSync(written, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(written)
  }
}
