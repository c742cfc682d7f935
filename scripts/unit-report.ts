import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../app/platform/project-root.server.ts'

/** What Vitest writes of a run, as far as it is read here. */
export type UnitReport = {
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

/** Options that make Vitest write its report into a file beside what it says. */
export const unitReportInto = (file: string): readonly string[] => [
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${file}`,
]

/** The report of a run; null where none was written. */
export const readReport = <Report>(file: string): Report | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null

/** Every test that failed, and every file that could not be run, with what it said. */
export function failedUnits(report: UnitReport): string[] {
  return report.testResults.flatMap((file) => {
    const name = path.relative(projectRoot, file.name)
    const tests = file.assertionResults.filter((test) => test.status === 'failed')
    if (tests.length > 0)
      return tests.map((test) => `${name} > ${test.fullName}: ${test.failureMessages[0] ?? ''}`)
    return file.status === 'failed' ? [`${name}: ${file.message}`] : []
  })
}
