import { randomUUID } from 'node:crypto'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import type { ProgramCtx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { holdAgency } from '../../people/index.server.ts'
import type { ChainKind, Matter } from '../matter.domain.ts'
import type { AgencyNames } from './body-name.domain.ts'
import { type LeftOut, planReported } from './report-plan.domain.ts'
import { insertFirstChain, insertReported, readKnown } from './report-plan.repo.server.ts'
import type { ReportedMention } from './reported-mention.domain.ts'

type RecordReported = Readonly<{
  agencyId: string
  names: AgencyNames
  mentions: readonly ReportedMention[]
  /** The report that speaks of them, as it was frozen (`placeMatter`). */
  report: Matter
}>
type Recorded = Readonly<{
  /** How many resolutions were recorded now; 0 where the same report comes again. */
  recorded: number
  madeChains: readonly ChainKind[]
  /** Mentions of which nothing could be recorded, and why. */
  leftOut: readonly LeftOut[]
}>

/**
 * Records the resolutions that a report speaks of, in the transaction of the caller, who asked for permission. Where the agency
 * has no chain for reports or measures, the bodies that agreed become it. The same report again changes nothing.
 */
export async function recordReported(tx: Tx, ctx: ProgramCtx, given: RecordReported): Promise<Recorded> {
  const { agencyId, names, mentions, report } = given
  await holdAgency(tx, agencyId)
  const known = await readKnown(tx, agencyId, report)
  const plan = planReported({ mentions, report, names, known, today: thaiDay(ctx.now()), newId: randomUUID })
  await insertReported(tx, ctx, { agencyId, plan, report })
  const chains = plan.chains.map((chain) => ({ id: randomUUID(), chain }))
  for (const { id, chain } of chains) await insertFirstChain(tx, ctx, { agencyId, id, chain })
  const entry = { agencyId, actor: ctx.actor }
  for (const record of plan.records)
    await writeAudit(tx, {
      ...entry,
      action: 'resolution.recorded',
      object: { kind: 'resolution', id: record.resolutionId },
      detail: {
        origin: 'report-text',
        decision: record.decision,
        number: record.number,
        day: record.decidedOn,
        hash: record.isBound ? report.contentHash : null,
      },
    })
  for (const { id, chain } of chains)
    await writeAudit(tx, {
      ...entry,
      action: 'chain.changed',
      object: { kind: 'approval-chain', id },
      detail: { origin: 'report-text', kind: chain.kind, version: 1, steps: chain.steps.length },
    })
  return {
    recorded: plan.records.length,
    madeChains: plan.chains.map(({ kind }) => kind),
    leftOut: plan.leftOut,
  }
}
