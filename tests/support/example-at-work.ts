import { readFileSync } from 'node:fs'
import path from 'node:path'
import { saveImportedCycle } from '../../app/features/improvement/index.server.ts'
import { type Cycle, countCycle } from '../../app/features/improvement/index.ts'
import { importRoster, previewRoster } from '../../app/features/people/index.server.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import { projectRoot } from '../../app/platform/project-root.server.ts'
import { ORIGIN } from './agency-at-work.ts'
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
  const saved = await saveImportedCycle(ctx, { agencyCode: ctx.agency.code, outcome })
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  return saved.value.contentHash
}
