import { isDatabaseAway } from '../../app/platform/db/database-away.ts'
import { isDiskFull } from '../../app/platform/files/disk-full.ts'
import { askAsBrowser } from './browser.ts'
import type { DemoSite } from './demo-site.ts'

/** How much of a line of the log is told. */
const LONGEST_LINE = 900

/** What is wrong with a site after all that was done to it: a sentence, or none. */
export async function notReady({ port, agencies: [{ host }] }: DemoSite): Promise<readonly string[]> {
  const { status } = await askAsBrowser({ port, host, address: '/readyz' })
  return status === 200 ? [] : [`readyz answers ${status} afterwards`]
}

/** `longest`: how much of what `prongsai verify` wrote is told. */
export async function notVerified(site: DemoSite, longest?: number): Promise<readonly string[]> {
  const { status, out } = await site.command(['verify', '--json'])
  return status === 0 ? [] : [`verify ends with ${status}: ${out.slice(0, longest)}`]
}

/**
 * What the program wrote down as its own fault, each once. That the database or a disk was away for a moment is none: the
 * judges of answers say where that may be.
 */
export function loggedFaults({ program }: DemoSite): readonly string[] {
  const lines = program
    .said()
    .split('\n')
    .filter((line) => /"level":"(error|fatal)"/.test(line) && !isAway(line))
  const told = lines.map((line) =>
    line.replaceAll(/"time":"[^"]*",?|"request":"[^"]*",?/g, '').slice(0, LONGEST_LINE),
  )
  return [...new Set(told)].map((line) => `in the log: ${line}`)
}

function isAway(line: string): boolean {
  const { event, err } = JSON.parse(line) as { event: string; err?: { code?: string } }
  const fault = Object.assign(new Error(''), { code: err?.code })
  return event === 'database-away' || isDatabaseAway(fault) || isDiskFull(fault)
}
