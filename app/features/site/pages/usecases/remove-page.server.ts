import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { PageError } from '../page.errors.ts'
import { findWorkPage, setPageRemoved } from '../page.repo.server.ts'
import { changeRefusal } from '../page-permission.domain.ts'
import { readVersions } from '../published-pages.queries.server.ts'

/** Throws a page away that never was public. */
export function removePage(
  ctx: Ctx,
  { pageId }: Readonly<{ pageId: string }>,
): Promise<Result<null, PageError>> {
  return inTransaction<null, PageError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const page = await findWorkPage(tx, { agencyId, id: pageId }, { hold: true })
    if (!page) return err({ code: 'page.unknown' })
    const refusal = changeRefusal(ctx.actor, [page.unitId])
    if (refusal) return err(refusal)
    if ((await readVersions(tx, { agencyId, pageId })).length > 0)
      return err({ code: 'page.faults', faults: { '': 'page.was-public' } })
    await setPageRemoved(tx, { agencyId, id: pageId, at: ctx.now() })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'page.removed',
      object: { kind: 'page', id: pageId },
      detail: { kind: page.content.kind, slug: page.content.slug },
    })
    return ok(null)
  })
}
