import { ok } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import type { FileStore } from '../../../../platform/files/file-store.ts'
import { findPublications } from '../../../approvals/index.server.ts'
import { newestOf, type Publication } from '../../../approvals/index.ts'
import { holdAgency } from '../../../people/index.server.ts'
import { type BrokenLink, linkKey } from '../broken-link.domain.ts'
import { findBrokenLinks, findWalkProof } from '../present-state.server.ts'
import { tellOwners } from '../tell-owners.server.ts'
import { insertFindings, readOpenFindings, resolveFindings } from '../walk-finding.repo.server.ts'
import type { WalkProof } from '../walk-proof.domain.ts'

/** How many links were newly found broken, and how many hold again. */
export type CheckedWalks = Readonly<{ raised: number; resolved: number }>

/**
 * Looks whether everything still holds on which the published reports rest: of each year the newest version that is public.
 * What is found is written down and told once to its owners, and ends when it holds again, when a newer version is public or
 * when it is withdrawn. Several programs may look at once.
 */
export async function checkWalks(ctx: Ctx, { store }: Readonly<{ store: FileStore }>): Promise<CheckedWalks> {
  const byYear = Map.groupBy(await findPublications(ctx, { kind: 'report' }), ({ key }) => key)
  let raised = 0
  let resolved = 0
  for (const versions of byYear.values()) {
    const publication = newestOf(versions)
    const found = publication
      ? { publication, links: await findBrokenLinks(ctx, publication, { store }) }
      : null
    const proof = publication && (await findWalkProof(ctx, publication.id))
    const done = await inTransaction<CheckedWalks, never>(ctx, async (tx) => {
      await holdAgency(tx, ctx.agency.id)
      return ok(await noteFindings(tx, ctx, { versions, found, proof }))
    })
    if (!done.ok) continue
    raised += done.value.raised
    resolved += done.value.resolved
  }
  return { raised, resolved }
}

type Noted = Readonly<{
  versions: readonly Publication[]
  found: Readonly<{ publication: Publication; links: readonly BrokenLink[] }> | null
  proof: WalkProof | null
}>

async function noteFindings(tx: Tx, ctx: Ctx, { versions, found, proof }: Noted): Promise<CheckedWalks> {
  const agencyId = ctx.agency.id
  const at = ctx.now()
  const open = await readOpenFindings(tx, { agencyId, publicationIds: versions.map(({ id }) => id) })
  const standing = new Set(found?.links.map(linkKey))
  const over = open.filter(
    (finding) => finding.publicationId !== found?.publication.id || !standing.has(linkKey(finding)),
  )
  await resolveFindings(tx, { agencyId, ids: over.map(({ id }) => id), at })
  const raised = found
    ? await insertFindings(tx, { agencyId, publicationId: found.publication.id, at, links: found.links })
    : []
  if (found && raised.length > 0) {
    await tellOwners(tx, { agencyId, publication: found.publication, proof, raised, at, day: thaiDay(at) })
    for (const { code, cell, objectId } of raised)
      await writeAudit(tx, {
        agencyId,
        actor: ctx.actor,
        action: 'walk-finding.raised',
        object: { kind: 'publication', id: found.publication.id },
        detail: { code, cell, objectId },
      })
  }
  if (raised.length + over.length > 0) await announce(tx, 'published')
  return { raised: raised.length, resolved: over.length }
}
