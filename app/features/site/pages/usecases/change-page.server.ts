import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { contentHash } from '../../../../platform/hash/content-hash.ts'
import { holdAgency, listUnits } from '../../../people/index.server.ts'
import type { PageClash, PageError } from '../page.errors.ts'
import { findWorkPage, isSlugTaken, updateWorkPage } from '../page.repo.server.ts'
import { fieldsOf, type PageValues, pageValues, readPageForm } from '../page-form.domain.ts'
import { changeRefusal } from '../page-permission.domain.ts'

type ChangePage = Readonly<{
  pageId: string
  seenVersion: number
  /** What was typed; a field that is absent stays as it is. */
  typed: PageValues
}>

/**
 * Changes a page at work, and gives the names of what changed. What is public of it stays until it is published again. Who
 * started from an older version than the present is refused with it.
 */
export function changePage(
  ctx: Ctx,
  { pageId, seenVersion, typed }: ChangePage,
): Promise<Result<readonly string[], PageError | PageClash>> {
  return inTransaction<readonly string[], PageError | PageClash>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const was = await findWorkPage(tx, { agencyId, id: pageId }, { hold: true })
    if (!was) return err({ code: 'page.unknown' })
    const { kind, pictures } = was.content
    const before = pageValues(was)
    const { facts, faults } = readPageForm(kind, { ...before, ...typed }, pictures)
    const refusal = changeRefusal(ctx.actor, [was.unitId, facts.unitId])
    if (refusal) return err(refusal)
    if (was.version !== seenVersion)
      return err({ code: 'page.clash', version: was.version, byName: was.changedByName, at: was.changedAt })
    if (Object.keys(faults).length > 0) return err({ code: 'page.faults', faults })
    const after = pageValues(facts)
    const changed = Object.entries(fieldsOf(kind))
      .filter(([, inputs]) => inputs.some((input) => before[input] !== after[input]))
      .map(([name]) => name)
    if (changed.length === 0) return ok([])
    const { unitId } = facts
    if (
      unitId !== was.unitId &&
      unitId !== null &&
      !(await listUnits(tx, agencyId)).some(({ id }) => id === unitId)
    )
      return err({ code: 'page.faults', faults: { unitId: 'page.unknown-unit' } })
    if (await isSlugTaken(tx, { agencyId, kind, slug: facts.content.slug, pageId }))
      return err({ code: 'page.faults', faults: { slug: 'page.slug-taken' } })
    await updateWorkPage(tx, {
      agencyId,
      id: pageId,
      facts,
      contentHash: contentHash(facts.content),
      at: ctx.now(),
      byName: ctx.actor.name,
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'page.changed',
      object: { kind: 'page', id: pageId },
      detail: { version: was.version + 1, fields: changed.join(', ') },
    })
    return ok(changed)
  })
}
