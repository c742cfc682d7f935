import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { isChainKind } from '../matter.domain.ts'
import type { ResolutionRecord } from '../standing/standing.domain.ts'
import { readChain, readResolutions } from '../standing/standing.queries.server.ts'
import type { Publication } from './publication.domain.ts'
import { withdrawingResolution } from './withdrawing.domain.ts'

/** The resolution by which a publication may be withdrawn; null where none says so. In a transaction of the caller. */
export async function readWithdrawing(
  tx: Tx,
  agencyId: string,
  publication: Pick<Publication, 'id' | 'kind' | 'key' | 'steps'>,
): Promise<ResolutionRecord | null> {
  const { id, kind, key, steps } = publication
  const chain = isChainKind(kind) ? await readChain(tx, agencyId, kind) : null
  const last = steps.at(-1)?.id
  // The body that decided last when it became public, and the one that decides last now.
  const passing = (await readResolutions(tx, agencyId, { kind, key })).find((one) => one.id === last)
  const bodies = new Set([passing?.bodyId, chain?.steps.at(-1)?.bodyId].filter((one) => one !== undefined))
  const about = await readResolutions(tx, agencyId, { kind: 'withdrawal', key: id })
  return withdrawingResolution(about, { bodies })
}

export const findWithdrawing = (
  ctx: Ctx,
  publication: Pick<Publication, 'id' | 'kind' | 'key' | 'steps'>,
): Promise<ResolutionRecord | null> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => readWithdrawing(tx, ctx.agency.id, publication))
