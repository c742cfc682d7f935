import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { projectRoot } from '../app/platform/project-root.server.ts'
import { runUnitTests } from '../scripts/test-run.ts'
import { startDatabaseServer } from '../tests/support/database-server.ts'
import unitTests from '../vitest.config.ts'
import type { Found, Proof, ProofOptions } from './proof.ts'

const ROUNDS = 10

/** `npm run proof -- properties`: `rounds` is how many seeds are drawn from, one after the other, beginning with `seed`. */
export const properties: Proof = {
  name: 'properties',
  about: 'Every property that the tests state, with other values than the tests draw: none is refuted.',
  needs: 'for --database server the Debian packages postgresql and pgbouncer',
  run,
}

async function run({ rounds = ROUNDS, seed, database, log }: ProofOptions): Promise<Found> {
  const files = globSync(unitTests.test?.include ?? [], { cwd: projectRoot })
    .filter(statesProperties)
    .toSorted()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-properties-'))
  const server = database === 'server' ? await startDatabaseServer() : null
  const faults: string[] = []
  let total = 0
  for (let drawn = seed; drawn < seed + rounds; drawn++) {
    const { passed, failed, failures } = runUnitTests(['run', ...files], {
      file: path.join(folder, 'vitest.json'),
      env: { PROPERTY_SEED: String(drawn), ...(server && { TEST_DATABASE_URL: server.url }) },
      isQuiet: true,
    })
    faults.push(...failures.map((failure) => `seed ${drawn}: ${failure}`))
    total += passed
    log(`seed ${drawn}: ${passed} passed, ${failed} failed`)
  }
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
  return { figures: { files: files.length, seeds: rounds, 'tests passed': total }, faults }
}

const statesProperties = (file: string): boolean =>
  readFileSync(path.join(projectRoot, file), 'utf8').includes("from 'fast-check'")
