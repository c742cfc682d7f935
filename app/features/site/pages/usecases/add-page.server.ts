import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { contentHash } from '../../../../platform/hash/content-hash.ts'
import { holdAgency, listUnits } from '../../../people/index.server.ts'
import type { PageKind } from '../page.domain.ts'
import type { PageError } from '../page.errors.ts'
import { insertWorkPage, isSlugTaken } from '../page.repo.server.ts'
import { type PageValues, readPageForm } from '../page-form.domain.ts'
import { changeRefusal } from '../page-permission.domain.ts'

/** Begins a page, which nobody but staff sees yet, and gives its identifier. */
export function addPage(
  ctx: Ctx,
  { kind, typed }: Readonly<{ kind: PageKind; typed: PageValues }>,
): Promise<Result<string, PageError>> {
  return inTransaction<string, PageError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const { facts, faults } = readPageForm(kind, typed, [])
    const refusal = changeRefusal(
      ctx.actor,
      [facts.unitId],
      kind === 'question' ? 'question.add' : 'page.change',
    )
    if (refusal) return err(refusal)
    if (Object.keys(faults).length > 0) return err({ code: 'page.faults', faults })
    await holdAgency(tx, agencyId)
    if (facts.unitId !== null && !(await listUnits(tx, agencyId)).some(({ id }) => id === facts.unitId))
      return err({ code: 'page.faults', faults: { unitId: 'page.unknown-unit' } })
    if (await isSlugTaken(tx, { agencyId, kind, slug: facts.content.slug, pageId: null }))
      return err({ code: 'page.faults', faults: { slug: 'page.slug-taken' } })
    const id = await insertWorkPage(tx, {
      agencyId,
      facts,
      contentHash: contentHash(facts.content),
      at: ctx.now(),
      byName: ctx.actor.name,
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'page.added',
      object: { kind: 'page', id },
      detail: { kind, slug: facts.content.slug },
    })
    return ok(id)
  })
}
