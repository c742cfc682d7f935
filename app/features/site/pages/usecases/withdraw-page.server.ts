import { cleanText } from '../../../../kernel/clean-text.ts'
import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import { SITE_POLICY } from '../../site.policy.ts'
import type { PageError } from '../page.errors.ts'
import { findWorkPage } from '../page.repo.server.ts'
import { endVersions } from '../publication.repo.server.ts'
import { readVersions } from '../published-pages.queries.server.ts'

const LONGEST_REASON = 1000

/** Takes a page down, all its versions: its addresses go on answering, with who did so, when and why. */
export function withdrawPage(
  ctx: Ctx,
  { pageId, reason: typed }: Readonly<{ pageId: string; reason: string }>,
): Promise<Result<null, PageError>> {
  return inTransaction<null, PageError>(ctx, async (tx) => {
    const refusal = refusalOf(SITE_POLICY, 'page.publish', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    const page = await findWorkPage(tx, { agencyId, id: pageId }, { hold: true })
    if (!page) return err({ code: 'page.unknown' })
    const newest = (await readVersions(tx, { agencyId, pageId }))[0]
    if (!newest || newest.ended !== null)
      return err({ code: 'page.faults', faults: { '': 'page.not-public' } })
    const reason = cleanText(typed).trim()
    if (reason === '') return err({ code: 'page.faults', faults: { reason: 'page.no-reason' } })
    if (reason.length > LONGEST_REASON)
      return err({ code: 'page.faults', faults: { reason: 'page.too-long' } })
    await endVersions(tx, { agencyId, pageId, end: { at: ctx.now(), byName: ctx.actor.name, reason } })
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'page.withdrawn',
      object: { kind: 'page', id: pageId },
      detail: { version: newest.version },
    })
    return ok(null)
  })
}
