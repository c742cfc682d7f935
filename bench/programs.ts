import { accessSync, constants } from 'node:fs'
import path from 'node:path'

/** Path of a program of the system, by any of its names. Throws with one line that says how to install it. */
export function program(names: readonly string[], packageName: string): string {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter))
    for (const name of names) {
      const file = path.join(folder, name)
      try {
        accessSync(file, constants.X_OK)
        return file
      } catch {}
    }
  throw new Error(`this benchmark needs ${packageName}: apt-get install ${packageName}`)
}
