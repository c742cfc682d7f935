import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { projectRoot } from '../app/platform/project-root.server.ts'
import { startDatabaseServer } from '../tests/support/database-server.ts'
import { ensurePrograms, type ProgramName } from './system-programs.ts'
import { failedUnits, readReport, type UnitReport, unitReportInto } from './unit-report.ts'

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

type Count = { passed: number; failed: number; skipped: number }

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

const failures: string[] = []
/** A run that failed without a test that did says so too: something was thrown beside all tests, or it never began. */
function note(what: string, isOk: boolean, failed: readonly string[]): void {
  const told = isOk || failed.length > 0 ? failed : ['the run itself did not succeed']
  failures.push(...told.map((failure) => `${what}: ${failure}`))
}

const bin = (name: string) => path.join(projectRoot, 'node_modules', name)

// What the tests start has the settings that they name, not those of this shell.
const { DATABASE_URL: _url, DATA_DIR: _directory, ...environment } = process.env

function run(args: readonly string[], env: Record<string, string>): boolean {
  const options = { cwd: projectRoot, stdio: 'inherit', env: { ...environment, ...env } } as const
  return spawnSync(process.execPath, args, options).status === 0
}

/** A run that reports no failed test and yet did not succeed counts as one. */
const counted = (isOk: boolean, { passed, failed, skipped }: Count): Count => ({
  passed,
  failed: failed + (isOk || failed > 0 ? 0 : 1),
  skipped,
})

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

function runVitest(what: string, args: readonly string[], env: Record<string, string> = {}): Count {
  const file = path.join(folder, 'vitest.json')
  rmSync(file, { force: true })
  const isOk = run([bin('vitest/vitest.mjs'), ...args, ...unitReportInto(file)], env)
  const report = readReport<UnitReport>(file)
  note(what, isOk, report ? failedUnits(report) : [])
  return counted(isOk, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  })
}

async function runOnServer(files: readonly string[]): Promise<Count> {
  // Who is interrupted tidies up first.
  let isInterrupted = false
  process.once('SIGINT', () => {
    isInterrupted = true
  })
  const server = await startDatabaseServer()
  console.log(`\nThe tests that touch a database, on a server: PostgreSQL ${server.version}`)
  const args = files.length > 0 ? ['run', ...files] : ['related', '--run', DATABASE_SUPPORT]
  const count = runVitest('on a server', args, { TEST_DATABASE_URL: server.url })
  await server.stop()
  if (isInterrupted) process.exit(130)
  return count
}

function runJourneys(): Count {
  const file = path.join(folder, 'journeys.json')
  const isOk = run([bin('@playwright/test/cli.js'), 'test'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  const report = readReport<JourneyReport>(file)
  const stats = report?.stats
  note('journeys', isOk, report ? failedJourneys(report) : [])
  return counted(isOk, {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  })
}

const [only, ...files] = process.argv.slice(2)
ensurePrograms(only === 'server' ? ['databaseServer', 'pooler'] : NEEDED)
const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-test-'))
const counts =
  only === 'server'
    ? [await runOnServer(files)]
    : [runVitest('own database', ['run']), await runOnServer([]), runJourneys()]
rmSync(folder, { recursive: true, force: true })

const total = (key: keyof Count) => counts.reduce((sum, count) => sum + count[key], 0)
for (const failure of failures) console.log(`\nFailed: ${failure.slice(0, MOST_OF_A_FAILURE)}`)
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''
console.log(`\n${total('passed')} passed, ${total('failed')} failed${skipped}`)
process.exit(total('failed') === 0 && total('passed') > 0 ? 0 : 1)
