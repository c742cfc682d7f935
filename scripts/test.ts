import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { projectRoot } from '../app/platform/project-root.server.ts'
import { ensurePrograms, type ProgramName } from './system-programs.ts'

/**
 * `npm test`: every unit and use-case test, then the journeys in a real browser. Programs that no npm package brings (a
 * browser, readers of PDF and DOCX) are looked for; where this may install packages of the system it does, elsewhere it
 * says in one line how. Ends with one line that counts everything.
 */
const NEEDED: readonly ProgramName[] = ['browser', 'pdfReader', 'pdfChecker', 'office', 'java']

type Count = { passed: number; failed: number; skipped: number }

function run(args: readonly string[], env: NodeJS.ProcessEnv): boolean {
  return spawnSync(process.execPath, args, { cwd: projectRoot, stdio: 'inherit', env }).status === 0
}

const bin = (name: string) => path.join(projectRoot, 'node_modules', name)
const readJson = (file: string) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

function countVitest(file: string): Count {
  const report = readJson(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + (report.success || report.numFailedTests > 0 ? 0 : 1),
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function countPlaywright(file: string): Count {
  const stats = readJson(file)?.stats
  if (!stats) return { passed: 0, failed: 1, skipped: 0 }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

ensurePrograms(NEEDED)
const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-test-'))
const unitFile = path.join(folder, 'unit.json')
const journeyFile = path.join(folder, 'journeys.json')

const unitOk = run(
  [bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitFile}`],
  process.env,
)
const journeysOk = run([bin('@playwright/test/cli.js'), 'test'], {
  ...process.env,
  PLAYWRIGHT_JSON_OUTPUT_FILE: journeyFile,
})
const counts = [countVitest(unitFile), countPlaywright(journeyFile)]
rmSync(folder, { recursive: true, force: true })

const total = (key: keyof Count) => counts.reduce((sum, count) => sum + count[key], 0)
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''
console.log(`\n${total('passed')} passed, ${total('failed')} failed${skipped}`)
process.exit(unitOk && journeysOk && total('failed') === 0 && total('passed') > 0 ? 0 : 1)
