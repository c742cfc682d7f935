import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { startDatabaseServer } from '../tests/support/database-server.ts'
import { ensurePrograms, type ProgramName } from './system-programs.ts'
import { readReport, runProgram, runUnitTests, type TestRun, told } from './test-run.ts'

/**
 * `npm test`: every unit and use-case test on the program's own PostgreSQL, those that touch a database once more on a
 * database server, then the journeys in a real browser. `npm run test:server` does the second alone, and takes names of
 * test files. Programs that no npm package brings are looked for; where this may install packages of the system it does,
 * elsewhere it says in one line how. Ends with the names of what failed and one line that counts everything: of a long log
 * often only the end is kept.
 */
const NEEDED: readonly ProgramName[] = [
  'browser',
  'pdfReader',
  'pdfChecker',
  'office',
  'java',
  'databaseServer',
  'malwareScanner',
  'certificates',
  'pooler',
  'sealing',
  'unpacking',
]

/** A test that touches a database on a server gets it from here: vitest finds all that import it, however far away. */
const DATABASE_SUPPORT = 'tests/support/database.ts'

/** Letters of a failure that are told again at the end. */
const MOST_OF_A_FAILURE = 6_000
/** Letters of what the tests themselves said of it; the rest is what stood on the page. */
const MOST_OF_A_MESSAGE = 1_500

/** What Playwright writes of a run, as far as it is read here. */
type JourneySuite = {
  suites?: JourneySuite[]
  specs?: { title: string; file: string; tests: JourneyTest[] }[]
}
type JourneyTest = {
  projectName: string
  status: string
  results?: {
    errors?: { message?: string }[]
    /** Among them a file that tells what stood on the page. */
    attachments?: { name: string; path?: string }[]
  }[]
}
type JourneyReport = JourneySuite & {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

function failedJourneys({ specs = [], suites = [] }: JourneySuite): string[] {
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === 'unexpected' || test.status === 'flaky')
      .map((test) => `[${test.projectName}] ${spec.file} > ${spec.title}: ${test.status}\n${toldOf(test)}`),
  )
  return [...own, ...suites.flatMap(failedJourneys)]
}

/** Why it failed and what the page showed then: its pictures and traces stay where the tests ran. */
function toldOf({ results = [] }: JourneyTest): string {
  const last = results.at(-1)
  const message = (last?.errors ?? []).map((error) => error.message ?? '').join('\n')
  const shown = (last?.attachments ?? [])
    .filter(({ name, path: file }) => name === 'error-context' && file !== undefined && existsSync(file))
    .map(({ path: file = '' }) => readFileSync(file, 'utf8'))
    .map((context) => context.slice(Math.max(0, context.indexOf('# Page snapshot'))))
  return [stripVTControlCharacters(message).slice(0, MOST_OF_A_MESSAGE), ...shown].join('\n')
}

async function runOnServer(files: readonly string[]): Promise<TestRun> {
  // Who is interrupted tidies up first.
  let isInterrupted = false
  process.once('SIGINT', () => {
    isInterrupted = true
  })
  const server = await startDatabaseServer()
  console.log(`\nThe tests that touch a database, on a server: PostgreSQL ${server.version}`)
  const args = files.length > 0 ? ['run', ...files] : ['related', '--run', DATABASE_SUPPORT]
  const ended = runUnitTests(args, { file: unitReport, env: { TEST_DATABASE_URL: server.url } })
  await server.stop()
  if (isInterrupted) process.exit(130)
  return ended
}

function runJourneys(): TestRun {
  const file = path.join(folder, 'journeys.json')
  const isOk = runProgram(['@playwright/test/cli.js', 'test'], { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } })
  const report = readReport<JourneyReport>(file)
  const stats = report?.stats
  return told(isOk, {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
    failures: report ? failedJourneys(report) : [],
  })
}

const [only, ...files] = process.argv.slice(2)
ensurePrograms(only === 'server' ? ['databaseServer', 'pooler'] : NEEDED)
const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-test-'))
const unitReport = path.join(folder, 'vitest.json')
const runs: Record<string, TestRun> =
  only === 'server'
    ? { 'on a server': await runOnServer(files) }
    : {
        'own database': runUnitTests(['run'], { file: unitReport }),
        'on a server': await runOnServer([]),
        journeys: runJourneys(),
      }
rmSync(folder, { recursive: true, force: true })

const total = (key: 'passed' | 'failed' | 'skipped') =>
  Object.values(runs).reduce((sum, ended) => sum + ended[key], 0)
for (const [what, { failures }] of Object.entries(runs))
  for (const failure of failures) console.log(`\nFailed: ${what}: ${failure.slice(0, MOST_OF_A_FAILURE)}`)
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''
console.log(`\n${total('passed')} passed, ${total('failed')} failed${skipped}`)
process.exit(total('failed') === 0 && total('passed') > 0 ? 0 : 1)
