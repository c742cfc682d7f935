import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import { makePublicWhereChained } from '../../../approvals/index.server.ts'
import { holdAgency } from '../../../people/index.server.ts'
import { openPictures } from '../../pictures/public-picture.server.ts'
import { SITE_POLICY } from '../../site.policy.ts'
import type { PageError } from '../page.errors.ts'
import { findWorkPage, isSlugTaken } from '../page.repo.server.ts'
import { publishFault } from '../page-form.domain.ts'
import { insertVersion } from '../publication.repo.server.ts'
import { readVersions } from '../published-pages.queries.server.ts'

/** `seenHash` is of the content that was looked at: nothing else becomes public. */
type PublishPage = Readonly<{ pageId: string; seenHash: string }>

/** Makes a page public as it now stands, through the chain of approval where the agency made one, and gives its version. */
export function publishPage(ctx: Ctx, { pageId, seenHash }: PublishPage): Promise<Result<number, PageError>> {
  return inTransaction<number, PageError>(ctx, async (tx) => {
    const refusal = refusalOf(SITE_POLICY, 'page.publish', ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const page = await findWorkPage(tx, { agencyId, id: pageId }, { hold: true })
    if (!page) return err({ code: 'page.unknown' })
    const faulty = (code: PageErrorOfWhole) => err({ code: 'page.faults' as const, faults: { '': code } })
    if (page.contentHash !== seenHash) return faulty('page.changed-since')
    const { content, reviewOn } = page
    const fault = publishFault(content, reviewOn)
    if (fault) return faulty(fault)
    const newest = (await readVersions(tx, { agencyId, pageId }))[0]
    if (
      newest &&
      newest.ended === null &&
      newest.contentHash === page.contentHash &&
      newest.reviewOn === reviewOn
    )
      return faulty('page.nothing-new')
    // Another page may have been public here in between.
    if (await isSlugTaken(tx, { agencyId, kind: content.kind, slug: content.slug, pageId }))
      return faulty('page.slug-taken')
    const approved = await makePublicWhereChained(tx, ctx, {
      agencyId,
      kind: 'page',
      key: pageId,
      contentHash: page.contentHash,
      proof: null,
    })
    if (!approved.ok) return faulty('page.not-approved')
    const opened = await openPictures(tx, ctx, content.pictures)
    if (!opened.ok) return faulty(opened.error)
    const version = (newest?.version ?? 0) + 1
    await insertVersion(tx, {
      agencyId,
      pageId,
      version,
      content,
      contentHash: page.contentHash,
      reviewOn,
      publicationId: approved.value,
      at: ctx.now(),
      byName: ctx.actor.name,
    })
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'page.published',
      object: { kind: 'page', id: pageId },
      detail: { version, slug: content.slug, contentHash: page.contentHash },
    })
    return ok(version)
  })
}

type PageErrorOfWhole =
  | NonNullable<ReturnType<typeof publishFault>>
  | 'page.changed-since'
  | 'page.nothing-new'
  | 'page.slug-taken'
  | 'page.not-approved'
  | 'picture.unknown'
  | 'picture.confidential'
  | 'picture.infected'
