import { ok } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { tellOwners } from '../alarms/tell-owners.server.ts'
import { driftBetween } from '../detecting/drift.domain.ts'
import type { AskedBy, CaptureReason, WatchResult, WatchTarget } from '../watch.domain.ts'
import type { Looked, WatchTools } from '../watch-tools.server.ts'
import { type StoredCapture, storeCapture } from './capture-bytes.server.ts'
import { listNewestChecks } from './checks.queries.server.ts'
import { insertCapture, insertCheck, keepFindings } from './checks.repo.server.ts'
import { listAllowedHosts } from './hosts.queries.server.ts'

type Asked = Readonly<{
  target: WatchTarget
  /** Where the agency's own site is, without a slash at the end. */
  origin: string
  askedBy: AskedBy
  /** Why what came is kept as evidence; null: only the result is. */
  keep: CaptureReason | null
}>
type Kept = Readonly<{ checkId: string; result: WatchResult; captureId: string | null }>

/**
 * Opens an address, keeps what was found, and tells its owner what is new. Asks no policy: the caller does. Nothing outside is
 * asked inside a transaction.
 */
export async function lookAt(ctx: Ctx, tools: WatchTools, asked: Asked): Promise<Kept> {
  const { target, origin, keep } = asked
  const hosts = await listAllowedHosts(ctx)
  const looked = await tools.look(target, {
    ownOrigins: [origin],
    hosts,
    isFresh: asked.askedBy === 'person',
  })
  try {
    const stored = keep === null ? null : await storeCapture(ctx, tools, { looked, title: target.title.th })
    return await keepLook(ctx, asked, { looked, stored })
  } finally {
    await looked.forget()
  }
}

type Look = Readonly<{ looked: Looked; stored: StoredCapture | null }>

async function keepLook(ctx: Ctx, asked: Asked, { looked, stored }: Look): Promise<Kept> {
  const { target, origin, askedBy, keep } = asked
  const agencyId = ctx.agency.id
  const { address } = target
  const kept = await inTransaction<Kept, never>(ctx, async (tx) => {
    const before = (await listNewestChecks(tx, { agencyId, addresses: [address] })).get(address)
    const drift = before ? driftBetween(before, looked.result) : []
    const result = { ...looked.result, facts: { ...looked.result.facts, drift } }
    const at = ctx.now()
    const checkId = await insertCheck(tx, { agencyId, result, askedBy })
    const raised = await keepFindings(tx, { agencyId, address, findings: result.findings, at })
    const captureId =
      stored && keep && looked.bytes
        ? await insertCapture(tx, {
            ...looked.bytes,
            ...stored,
            ...{ agencyId, address, checkId, reason: keep },
            capturedAt: result.startedAt,
            capturedByName: ctx.actor.name,
          })
        : null
    await tellOwners(tx, ctx, { target, raised, origin })
    if (raised.length > 0)
      await writeAudit(tx, {
        agencyId,
        actor: ctx.actor,
        action: 'watch-finding.raised',
        object: { kind: 'watched-address', id: address },
        detail: {
          raised: raised.length,
          fails: raised.filter(({ weight }) => weight === 'fails').length,
          codes: [...new Set(raised.map(({ code }) => code))].join(' '),
        },
      })
    return ok({ checkId, result, captureId })
  })
  return kept.ok ? kept.value : kept.error
}
