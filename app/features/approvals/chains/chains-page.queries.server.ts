import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { CHAIN_KINDS, type ChainKind } from '../matter.domain.ts'
import type { Chain } from '../standing/standing.domain.ts'
import { readChain } from '../standing/standing.queries.server.ts'
import type { MeetingBody } from './body.domain.ts'
import { readBodies } from './body.repo.server.ts'

/** A chain that was in force once, or is. */
export type ChainVersion = Readonly<{
  kind: ChainKind
  version: number
  madeAt: Date
  madeBy: string
  bodies: readonly string[]
}>

export type ChainsPage = Readonly<{
  bodies: readonly MeetingBody[]
  chains: readonly Readonly<{ kind: ChainKind; chain: Chain | null; versions: readonly ChainVersion[] }>[]
}>

/** Bodies and chains of the agency, with every chain that ever was in force, the newest first. */
export const findChainsPage = (ctx: Ctx): Promise<ChainsPage> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const rows = await tx
      .selectFrom('approval_chain as chain')
      .innerJoin('approval_chain_step as step', (join) =>
        join.onRef('step.agency_id', '=', 'chain.agency_id').onRef('step.chain_id', '=', 'chain.id'),
      )
      .innerJoin('meeting_body as body', (join) =>
        join.onRef('body.agency_id', '=', 'step.agency_id').onRef('body.id', '=', 'step.body_id'),
      )
      .select(['chain.matter_kind', 'chain.version', 'chain.made_at', 'chain.made_by', 'body.name'])
      .where('chain.agency_id', '=', agencyId)
      .orderBy('chain.version', 'desc')
      .orderBy('step.position')
      .execute()
    const versionsOf = (kind: ChainKind): readonly ChainVersion[] =>
      [
        ...Map.groupBy(
          rows.filter((row) => row.matter_kind === kind),
          ({ version }) => version,
        ),
      ].flatMap(([version, steps]) => {
        const [first] = steps
        return first
          ? [
              {
                kind,
                version,
                madeAt: first.made_at,
                madeBy: first.made_by,
                bodies: steps.map(({ name }) => name),
              },
            ]
          : []
      })
    const chains = []
    for (const kind of CHAIN_KINDS)
      chains.push({ kind, chain: await readChain(tx, agencyId, kind), versions: versionsOf(kind) })
    return { bodies: await readBodies(tx, agencyId), chains }
  })
