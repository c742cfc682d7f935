import type { RoleName } from '../../../kernel/actor.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { APPROVALS_POLICY } from '../approvals.policy.ts'
import { isChainKind, type Matter } from '../matter.domain.ts'
import { findMatter } from '../matter.repo.server.ts'
import type { MatterSources } from '../matter-source.server.ts'
import type { Chain } from '../standing/standing.domain.ts'
import { readChain } from '../standing/standing.queries.server.ts'
import { recordRefusal } from './recorder.domain.ts'
import { isFrozenAfter, type MatterFreshness } from './resolution.domain.ts'
import {
  type AgendaLine,
  type ResolutionTask,
  readAgendaLine,
  readResolutionsOfItem,
  readTasksOf,
  type ShownResolution,
} from './resolution-rows.queries.server.ts'

/** What the page of an agenda item shows, besides its papers. */
export type AgendaPage = Readonly<{
  item: AgendaLine
  matter: Matter | null
  freshness: MatterFreshness
  /** Frozen on a later day than that of the meeting. */
  isFrozenAfter: boolean
  chain: Chain | null
  resolution: (ShownResolution & Readonly<{ tasks: readonly ResolutionTask[] }>) | null
  /** The newest first. */
  withdrawn: readonly ShownResolution[]
  /** Why who acts may not record its resolution; null where they may. */
  recordRefusal: ReturnType<typeof recordRefusal>
  /** Who may. */
  recorders: readonly RoleName[]
}>

/** An item with what it puts forward and what was resolved; null where there is none, or it was removed. */
export async function findAgendaPage(
  ctx: Ctx,
  sources: MatterSources,
  itemId: string,
): Promise<AgendaPage | null> {
  if (!isUuid(itemId)) return null
  const agencyId = ctx.agency.id
  return withAgency(ctx.db, agencyId, async (tx) => {
    const item = await readAgendaLine(tx, { agencyId, id: itemId })
    if (!item || item.isRemoved) return null
    const matter = item.matterId === null ? null : await findMatter(tx, agencyId, item.matterId)
    const all = await readResolutionsOfItem(tx, { agencyId, id: itemId })
    const resolution = all.find(({ withdrawn }) => withdrawn === null) ?? null
    const chain =
      matter !== null && isChainKind(matter.kind) ? await readChain(tx, agencyId, matter.kind) : null
    const step = chain?.steps.find(({ bodyId }) => bodyId === item.meeting.bodyId) ?? null
    return {
      item,
      matter,
      freshness: await freshnessOf(tx, ctx, { sources, matter }),
      isFrozenAfter: isFrozenAfter(matter, item.meeting.heldOn),
      chain,
      resolution: resolution && {
        ...resolution,
        tasks: await readTasksOf(tx, { agencyId, id: resolution.id }),
      },
      withdrawn: all.filter((one) => one.withdrawn !== null),
      recordRefusal: recordRefusal(ctx.actor, step),
      recorders: step?.recorders ?? APPROVALS_POLICY['resolution.record'].roles,
    }
  })
}

/** Whether the thing as it now stands is still the frozen content. */
export async function freshnessOf(
  tx: Tx,
  ctx: Ctx,
  { sources, matter }: Readonly<{ sources: MatterSources; matter: Matter | null }>,
): Promise<MatterFreshness> {
  const source = matter === null ? undefined : sources[matter.kind]
  if (matter === null || source === undefined) return 'unknown'
  const now = await source.read(tx, ctx, { agencyId: ctx.agency.id, key: matter.key })
  if (now === null) return 'gone'
  return now.contentHash === matter.contentHash ? 'same' : 'changed'
}
