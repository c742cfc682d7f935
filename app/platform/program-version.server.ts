import { readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './project-root.server.ts'

/** Version of the program, from its package.json. */
export const programVersion: string = JSON.parse(
  readFileSync(path.join(projectRoot, 'package.json'), 'utf8'),
).version
