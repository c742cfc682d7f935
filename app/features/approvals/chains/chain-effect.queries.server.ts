import { ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import type { ChainKind } from '../matter.domain.ts'
import { listMatterKeys } from '../matter.repo.server.ts'
import type { MatterSources } from '../matter-source.server.ts'
import { readPublications } from '../publications/publications.queries.server.ts'
import type { Chain, Standing } from '../standing/standing.domain.ts'
import { readChain, readStanding } from '../standing/standing.queries.server.ts'
import { readBodies } from './body.repo.server.ts'
import { type ChainFault, judgeSteps, type NewStep } from './chain.domain.ts'

type Passed = Readonly<{ passed: number; steps: number; isComplete: boolean }>

/** What another chain would mean, as things stand now. */
export type ChainEffect = Readonly<{
  kind: ChainKind
  /** Its bodies, in their order. */
  bodies: readonly string[]
  /** Things that were put before a meeting and are not public as they now stand. */
  underWay: readonly Readonly<{ key: string; title: string; before: Passed; after: Passed }>[]
  /** Versions that are public, and stay so. */
  published: number
}>

type Asked = Readonly<{ kind: ChainKind; steps: readonly NewStep[]; sources: MatterSources }>

/** How far everything of the kind that is under way came by the chain in force, and by the one that might be. */
export const findChainEffect = (
  ctx: Ctx,
  { kind, steps, sources }: Asked,
): Promise<Result<ChainEffect, Readonly<{ code: ChainFault }>>> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const bodies = await readBodies(tx, agencyId)
    const judged = judgeSteps(steps, bodies)
    if (!judged.ok) return judged
    const nameOf = new Map(bodies.map(({ id, name }) => [id, name]))
    const underChain: Chain = {
      id: '',
      kind,
      version: ((await readChain(tx, agencyId, kind))?.version ?? 0) + 1,
      madeAt: ctx.now(),
      madeBy: ctx.actor.name,
      steps: steps.map((step, index) => ({
        ...step,
        position: index + 1,
        bodyName: nameOf.get(step.bodyId) ?? '',
      })),
    }
    const published = (await readPublications(tx, agencyId, { kind })).filter(
      ({ withdrawal }) => withdrawal === null,
    )
    const underWay = []
    for (const key of await listMatterKeys(tx, agencyId, kind)) {
      const now = await sources[kind]?.read(tx, ctx, { agencyId, key })
      if (!now || published.some((one) => one.key === key && one.contentHash === now.contentHash)) continue
      const asked = { kind, key, contentHash: now.contentHash }
      underWay.push({
        key,
        title: now.title,
        before: passedIn(await readStanding(tx, agencyId, asked)),
        after: passedIn(await readStanding(tx, agencyId, { ...asked, underChain })),
      })
    }
    return ok({
      kind,
      bodies: underChain.steps.map(({ bodyName }) => bodyName),
      underWay,
      published: published.length,
    })
  })

const passedIn = ({ steps, isComplete }: Standing): Passed => ({
  passed: steps.filter(({ passedBy }) => passedBy !== null).length,
  steps: steps.length,
  isComplete,
})
