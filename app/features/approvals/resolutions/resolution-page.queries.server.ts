import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import type { MatterCell } from '../matter.domain.ts'
import { isMatterKind, type Matter, type MatterKey } from '../matter.domain.ts'
import { findMatter, findMatterContent } from '../matter.repo.server.ts'
import type { MatterSources } from '../matter-source.server.ts'
import { freshnessOf } from './agenda-page.queries.server.ts'
import type { MatterFreshness } from './resolution.domain.ts'
import {
  type AgendaLine,
  type ResolutionTask,
  readAgendaLine,
  readResolution,
  readResolutionsOfItem,
  readTasksOf,
  type ShownResolution,
} from './resolution-rows.queries.server.ts'

/** A publication that rests on a resolution, or that it withdrew. */
export type RestingPublication = MatterKey & Readonly<{ id: string; version: number; isWithdrawn: boolean }>

export type ResolutionPage = Readonly<{
  resolution: ShownResolution
  item: AgendaLine
  matter: Matter | null
  freshness: MatterFreshness
  /** What the bound content says; empty where nobody can read it. */
  cells: readonly MatterCell[]
  tasks: readonly ResolutionTask[]
  publications: readonly RestingPublication[]
  /** The one that stands for the same item, where this one was withdrawn. */
  replacedBy: string | null
}>

/** A resolution with all that it is about and that rests on it; null where there is none. */
export async function findResolutionPage(
  ctx: Ctx,
  sources: MatterSources,
  id: string,
): Promise<ResolutionPage | null> {
  if (!isUuid(id)) return null
  const agencyId = ctx.agency.id
  return withAgency(ctx.db, agencyId, async (tx) => {
    const resolution = await readResolution(tx, { agencyId, id })
    const item = resolution && (await readAgendaLine(tx, { agencyId, id: resolution.agendaItemId }))
    if (!resolution || !item) return null
    const matter = resolution.matterId === null ? null : await findMatter(tx, agencyId, resolution.matterId)
    const others = await readResolutionsOfItem(tx, { agencyId, id: item.id })
    return {
      resolution,
      item,
      matter,
      freshness: await freshnessOf(tx, ctx, { sources, matter }),
      cells: matter === null ? [] : await cellsOf(tx, agencyId, { sources, matter }),
      tasks: await readTasksOf(tx, { agencyId, id }),
      publications: await readRestingPublications(tx, { agencyId, id }),
      replacedBy:
        resolution.withdrawn === null
          ? null
          : (others.find(({ withdrawn }) => withdrawn === null)?.id ?? null),
    }
  })
}

async function cellsOf(
  tx: Tx,
  agencyId: string,
  { sources, matter }: Readonly<{ sources: MatterSources; matter: Matter }>,
): Promise<readonly MatterCell[]> {
  const source = sources[matter.kind]
  const content = source && (await findMatterContent(tx, agencyId, matter.id))
  return source && content ? source.cells(content, content).after : []
}

/** What is public because of a resolution, or is public no more because of it. */
async function readRestingPublications(
  tx: Tx,
  { agencyId, id }: Readonly<{ agencyId: string; id: string }>,
): Promise<readonly RestingPublication[]> {
  const rows = await tx
    .selectFrom('publication')
    .select(['publication.id', 'kind', 'key', 'version', 'withdrawn_at'])
    .where('agency_id', '=', agencyId)
    .where((where) =>
      where.or([
        where('withdrawn_by_resolution', '=', id),
        where.exists(
          where
            .selectFrom('publication_step as step')
            .select('step.position')
            .whereRef('step.agency_id', '=', 'publication.agency_id')
            .whereRef('step.publication_id', '=', 'publication.id')
            .where('step.resolution_id', '=', id),
        ),
      ]),
    )
    .orderBy('published_at')
    .execute()
  return rows.flatMap(({ kind, withdrawn_at, ...row }) =>
    isMatterKind(kind) ? [{ ...row, kind, isWithdrawn: withdrawn_at !== null }] : [],
  )
}
