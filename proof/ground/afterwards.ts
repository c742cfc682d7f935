import { askAsBrowser } from './browser.ts'
import type { DemoSite } from './demo-site.ts'

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

/** What the program wrote down as its own fault. */
export const loggedFaults = ({ program }: DemoSite): readonly string[] =>
  program
    .said()
    .split('\n')
    .filter((line) => /"level":"(error|fatal)"/.test(line))
