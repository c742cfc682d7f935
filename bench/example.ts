import { readFileSync } from 'node:fs'
import path from 'node:path'
import { loadCatalogue } from '../app/features/catalogue/index.server.ts'
import { importReport } from '../app/features/improvement/index.server.ts'
import type { Cycle, Issue, SuspectedFault } from '../app/features/improvement/index.ts'
import { type PreparedReport, prepareReport } from '../app/features/reports/index.server.ts'
import { projectRoot } from '../app/platform/project-root.server.ts'

export type Example = Readonly<{ cycle: Cycle; suspectedFaults: readonly SuspectedFault[] }>

/** The example report, read by the importer. */
export async function readExample(): Promise<Example> {
  const file = path.join(projectRoot, 'examples', 'dga-2567', 'report-2567.txt')
  const read = await importReport({
    fileName: 'report-2567.txt',
    bytes: readFileSync(file),
    catalogue: loadCatalogue(),
  })
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}

export const prepare = (cycle: Cycle, suspectedFaults: readonly SuspectedFault[] = []): PreparedReport =>
  prepareReport({ cycle, catalogue: loadCatalogue(), lang: 'th', suspectedFaults, withFindings: true })

/** The same report with another title, so that nothing kept from an earlier run can be used again. */
export const renamed = ({ cycle }: Example, number: number): Cycle => ({
  ...cycle,
  issues: cycle.issues.map((issue) => ({ ...issue, title: `${issue.title} ${number}` })),
})

/** The example grown to a number of measures: its issues repeated, each with the measures it has. */
export function grown({ cycle }: Example, measures: number): Cycle {
  const issues: Issue[] = []
  let count = 0
  while (count < measures) {
    const pattern = cycle.issues[issues.length % cycle.issues.length] as Issue
    const kept = pattern.measures.slice(0, measures - count)
    const numbers = new Set(kept.map((measure) => measure.number))
    issues.push({
      ...pattern,
      number: issues.length + 1,
      measures: kept,
      outcomes: pattern.outcomes.map((outcome) => ({
        ...outcome,
        covers: outcome.covers.filter((number) => numbers.has(number)),
      })),
    })
    count += kept.length
  }
  return { ...cycle, issues }
}
