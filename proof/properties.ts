import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { projectRoot } from '../app/platform/project-root.server.ts'
import { failedUnits, readReport, type UnitReport, unitReportInto } from '../scripts/unit-report.ts'
import type { Found, Proof, ProofOptions } from './proof.ts'

const ROUNDS = 10
const TESTS = ['app/**/*.test.ts', 'cli/**/*.test.ts', 'tests/house/**/*.test.ts']

/** `npm run proof -- properties`: `rounds` is how many seeds are drawn from, one after the other, beginning with `seed`. */
export const properties: Proof = {
  name: 'properties',
  about: 'Every property that the tests state, with values that no run of the tests drew: none is refuted.',
  needs: null,
  run,
}

async function run({ rounds = ROUNDS, seed, log }: ProofOptions): Promise<Found> {
  const files = globSync(TESTS, { cwd: projectRoot }).filter(statesProperties).toSorted()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-properties-'))
  const faults: string[] = []
  let passed = 0
  for (let round = 0; round < rounds; round++) {
    const drawn = seed + round
    const report = await runTests(files, path.join(folder, `${drawn}.json`), drawn)
    const failed = report === null ? ['the run itself did not succeed'] : failedUnits(report)
    faults.push(...failed.map((failure) => `seed ${drawn}: ${failure}`))
    passed += report?.numPassedTests ?? 0
    log(`seed ${drawn}: ${report?.numPassedTests ?? 0} passed, ${failed.length} failed`)
  }
  rmSync(folder, { recursive: true, force: true })
  return { figures: { files: files.length, seeds: rounds, 'tests passed': passed }, faults }
}

const statesProperties = (file: string): boolean =>
  readFileSync(path.join(projectRoot, file), 'utf8').includes("from 'fast-check'")

async function runTests(files: readonly string[], into: string, seed: number): Promise<UnitReport | null> {
  const vitest = path.join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', ...files, ...unitReportInto(into)], {
    cwd: projectRoot,
    stdio: 'ignore',
    env: { ...process.env, PROPERTY_SEED: String(seed) },
  })
  await once(child, 'exit')
  return readReport<UnitReport>(into)
}
