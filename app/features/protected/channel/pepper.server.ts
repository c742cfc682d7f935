import path from 'node:path'
import { keyInFile } from '../../../platform/secrets/key-file.server.ts'

/**
 * What every code is mixed with before it is looked up: the one of the settings, else the one in `pepper.key` under `folder`,
 * made at the first start. It stands in no database and must stand in no backup beside one.
 */
export function readPepper(given: string | null, folder: string): Uint8Array {
  return given === null ? keyInFile(path.join(folder, 'pepper.key')) : Buffer.from(given, 'base64')
}
