import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import type { Matter, MatterKey } from '../matter.domain.ts'
import { findMatter, findMatterContent } from '../matter.repo.server.ts'
import type { MatterSource } from '../matter-source.server.ts'
import type { ResolutionRecord } from '../standing/standing.domain.ts'
import { readResolutions } from '../standing/standing.queries.server.ts'
import { type DifferentCell, differenceOf } from './difference.domain.ts'

/** One side: a frozen content, or (with no `matter`) the thing as it now stands. */
export type Side = Readonly<{
  matter: Matter | null
  contentHash: string
  /** Those that approved exactly this content, the latest last. */
  approvals: readonly ResolutionRecord[]
}>

export type Difference = Readonly<{
  title: string
  before: Side
  after: Side
  cells: readonly DifferentCell[]
}>

type Asked = MatterKey &
  Readonly<{
    source: MatterSource
    /** Identifiers of matters; null: what was approved last, and what now stands. */
    from: string | null
    to: string | null
  }>

/** What differs between two contents of a thing; null where there is nothing to compare. */
export const findDifference = (ctx: Ctx, asked: Asked): Promise<Difference | null> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const resolutions = await readResolutions(tx, ctx.agency.id, asked)
    const approvals = resolutions.filter(
      ({ isWithdrawn, meetingState, decision }) =>
        !isWithdrawn && meetingState === 'held' && decision === 'approved',
    )
    const from = asked.from ?? approvals.at(-1)?.matterId ?? null
    const before = from === null ? null : await frozen(tx, ctx, asked, from)
    const after = asked.to === null ? await present(tx, ctx, asked) : await frozen(tx, ctx, asked, asked.to)
    if (!before || !after) return null
    const sideOf = ({ matter, contentHash }: Content): Side => ({
      matter,
      contentHash,
      approvals: approvals.filter((one) => one.contentHash === contentHash),
    })
    return {
      title: after.title,
      before: sideOf(before),
      after: sideOf(after),
      cells: differenceOf(asked.source.cells(before.content, after.content)),
    }
  })

type Content = Readonly<{ title: string; content: object; contentHash: string; matter: Matter | null }>

async function frozen(tx: Tx, ctx: Ctx, { kind, key }: Asked, id: string): Promise<Content | null> {
  const matter = isUuid(id) ? await findMatter(tx, ctx.agency.id, id) : null
  if (!matter || matter.kind !== kind || matter.key !== key) return null
  const content = await findMatterContent(tx, ctx.agency.id, id)
  return content && { title: matter.title, content, contentHash: matter.contentHash, matter }
}

async function present(tx: Tx, ctx: Ctx, { source, key }: Asked): Promise<Content | null> {
  const now = await source.read(tx, ctx, { agencyId: ctx.agency.id, key })
  return now && { title: now.title, content: now.content, contentHash: now.contentHash, matter: null }
}
