import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { ownPaths } from '../../app/platform/db/embedded/own-paths.server.ts'
import { stopServer } from '../../app/platform/db/embedded/postmaster.server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one PostgreSQL of this test run lives. The first test that needs it starts it. */
    databaseDirectory: string
  }
}

/** A test run that needs no database starts none; one that does leaves none behind, and no file of a test either. */
export default function setup(project: TestProject): () => Promise<void> {
  const { TMPDIR: before } = process.env
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'pt-'))
  // What runs the tests inherits it, and what they start.
  process.env.TMPDIR = temporary
  const memory = existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir()
  const directory = mkdtempSync(path.join(memory, 'prongsai-test-'))
  project.provide('databaseDirectory', directory)
  return async () => {
    await stopServer(ownPaths(directory))
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    for (const place of [directory, temporary]) rmSync(place, { recursive: true, force: true, maxRetries: 5 })
  }
}
