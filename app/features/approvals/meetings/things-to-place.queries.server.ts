import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { isMatterKind, MATTER_KINDS, type MatterKey, type MatterKind } from '../matter.domain.ts'
import type { MatterSources } from '../matter-source.server.ts'

/** What can be put before a meeting, by kind; kinds of which there is nothing are left out. */
export async function listThings(ctx: Ctx, sources: MatterSources) {
  const groups = []
  for (const kind of MATTER_KINDS) {
    const things = (await sources[kind]?.list(ctx)) ?? []
    if (things.length > 0) groups.push({ kind, things: things.map(({ key, title }) => ({ key, title })) })
  }
  return groups
}

/** A thing as it now stands, but for its content; `part` is where it is worked on, behind `/office/`. */
export type ChosenThing = MatterKey & Readonly<{ title: string; contentHash: string; part: string }>

/** The thing that an address names; null where there is none. */
export async function findChosen(
  ctx: Ctx,
  sources: MatterSources,
  { kind, key }: Readonly<{ kind: string; key: string }>,
): Promise<ChosenThing | null> {
  const source = sourceOf(sources, kind)
  if (source === undefined) return null
  const agencyId = ctx.agency.id
  const now = await withAgency(ctx.db, agencyId, (tx) => source.read(tx, ctx, { agencyId, key }))
  return (
    now && { kind: now.kind, key, title: now.title, contentHash: now.contentHash, part: source.part(key) }
  )
}

/** What knows of the things of a kind; undefined where nobody does. */
export const sourceOf = (sources: MatterSources, kind: string) =>
  isMatterKind(kind) ? sources[kind satisfies MatterKind] : undefined
