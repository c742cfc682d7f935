import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Cycle, countCycle } from '../../app/features/improvement/index.ts'
import { importRoster, previewRoster } from '../../app/features/people/index.server.ts'
import { bringInReport } from '../../app/features/reports/index.server.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import { projectRoot } from '../../app/platform/project-root.server.ts'
import { ORIGIN } from './agency-at-work.ts'
import { approveReport } from './approved.ts'
import { exampleCycle } from './example-cycle.ts'

/** The units and people of the example agency, from its roster. */
export async function exampleRoster(ctx: Ctx): Promise<void> {
  const bytes = readFileSync(path.join(projectRoot, 'examples', 'dga-2567', 'roster.csv'))
  const previewed = await previewRoster(ctx, { bytes })
  if (!previewed.ok) throw new Error(JSON.stringify(previewed.error))
  const { seen } = previewed.value
  const imported = await importRoster(ctx, { bytes, seen, invites: false, origin: ORIGIN })
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
}

/** A report of the agency as it is published; by default the example of fiscal year 2567. */
export async function aPublishedReport(ctx: Ctx, cycle: Cycle = exampleCycle()): Promise<string> {
  const outcome = {
    cycle,
    catalogue: { hash: 'c'.repeat(64), frameworks: {} },
    counts: countCycle(cycle),
    notes: [],
    suspectedFaults: [],
  }
  const bringIn = async () => {
    const brought = await bringInReport(ctx, { agencyCode: ctx.agency.code, outcome })
    if (!brought.ok) throw new Error(JSON.stringify(brought.error))
    return brought.value
  }
  // A report that names no meeting that approved it waits for one.
  if ((await bringIn()).publication === null) await approveReport(ctx, cycle)
  const { contentHash, publication } = await bringIn()
  if (!publication) throw new Error('it is not published')
  return contentHash
}
