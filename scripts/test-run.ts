import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../app/platform/project-root.server.ts'

/** What Vitest writes of a run, as far as it is read here. */
type UnitReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}

/** `failures`: a text for everything that did not succeed. A run that fails without a test that does counts as one failed. */
export type TestRun = Readonly<{
  passed: number
  failed: number
  skipped: number
  failures: readonly string[]
}>

export type TestOptions = Readonly<{
  /** Where the report of the run goes. */
  file: string
  env?: Readonly<Record<string, string>>
  /** Nothing of what the run says is shown. */
  isQuiet?: boolean
}>

/**
 * Runs a program of tests, a path below `node_modules` with its arguments, and waits for it: true when it succeeded. What the
 * tests start has the settings that they name, not those of this shell.
 */
export function runProgram(
  [program = '', ...args]: readonly string[],
  { env = {}, isQuiet = false }: Pick<TestOptions, 'env' | 'isQuiet'>,
): boolean {
  const { DATABASE_URL: _url, DATA_DIR: _directory, ...environment } = process.env
  const { status } = spawnSync(process.execPath, [path.join(projectRoot, 'node_modules', program), ...args], {
    cwd: projectRoot,
    stdio: isQuiet ? 'ignore' : 'inherit',
    env: { ...environment, ...env },
  })
  return status === 0
}

/** The report of a run; null where none was written. */
export const readReport = <Report>(file: string): Report | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null

/** A run that failed without a test that did says so too: something was thrown beside all tests, or it never began. */
export function told(isOk: boolean, run: TestRun): TestRun {
  return {
    ...run,
    failed: run.failed + (isOk || run.failed > 0 ? 0 : 1),
    failures: isOk || run.failures.length > 0 ? run.failures : ['the run itself did not succeed'],
  }
}

/** Runs Vitest with `args`, and waits for it. */
export function runUnitTests(args: readonly string[], { file, ...options }: TestOptions): TestRun {
  rmSync(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const isOk = runProgram(['vitest/vitest.mjs', ...args, ...reporters], options)
  const report = readReport<UnitReport>(file)
  return told(isOk, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    failures: report ? failedUnits(report) : [],
  })
}

function failedUnits(report: UnitReport): string[] {
  return report.testResults.flatMap((file) => {
    const name = path.relative(projectRoot, file.name)
    const tests = file.assertionResults.filter((test) => test.status === 'failed')
    if (tests.length > 0)
      return tests.map((test) => `${name} > ${test.fullName}: ${test.failureMessages[0] ?? ''}`)
    return file.status === 'failed' ? [`${name}: ${file.message}`] : []
  })
}
