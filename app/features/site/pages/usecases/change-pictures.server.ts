import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import { contentHash } from '../../../../platform/hash/content-hash.ts'
import { type ChosenPicture, openPicture } from '../../pictures/public-picture.server.ts'
import type { PagePicture } from '../page.domain.ts'
import type { PageError } from '../page.errors.ts'
import { findWorkPage, updateWorkPage } from '../page.repo.server.ts'
import { changeRefusal } from '../page-permission.domain.ts'

const MOST_PICTURES = 20

type ChangePictures = Readonly<{
  pageId: string
  /** A picture to be added at the end, or the one to be taken out, by its hash and name. */
  change:
    | Readonly<{ act: 'add'; picture: ChosenPicture }>
    | Readonly<{ act: 'remove'; sha256: string; fileName: string }>
}>

/**
 * Adds a picture to a page at work, which opens its file to everybody, or takes one out of it. The file stays public: what was
 * published may show it.
 */
export function changePictures(
  ctx: Ctx,
  { pageId, change }: ChangePictures,
): Promise<Result<null, PageError>> {
  return inTransaction<null, PageError>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const was = await findWorkPage(tx, { agencyId, id: pageId }, { hold: true })
    if (!was) return err({ code: 'page.unknown' })
    const refusal = changeRefusal(ctx.actor, [was.unitId])
    if (refusal) return err(refusal)
    const before = was.content.pictures
    let pictures: readonly PagePicture[]
    if (change.act === 'add') {
      if (before.length >= MOST_PICTURES)
        return err({ code: 'page.faults', faults: { evidenceId: 'picture.too-many' } })
      const opened = await openPicture(tx, ctx, change.picture)
      if (!opened.ok)
        return err({
          code: 'page.faults',
          faults: { [opened.error === 'picture.no-words' ? 'altTh' : 'evidenceId']: opened.error },
        })
      const { sha256, fileName } = opened.value
      pictures = [...before.filter((one) => one.sha256 !== sha256 || one.fileName !== fileName), opened.value]
    } else {
      const { sha256, fileName } = change
      pictures = before.filter((one) => one.sha256 !== sha256 || one.fileName !== fileName)
    }
    const content = { ...was.content, pictures }
    await updateWorkPage(tx, {
      agencyId,
      id: pageId,
      facts: { ...was, content },
      contentHash: contentHash(content),
      at: ctx.now(),
      byName: ctx.actor.name,
    })
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'page.changed',
      object: { kind: 'page', id: pageId },
      detail: { version: was.version + 1, fields: 'pictures', pictures: pictures.length },
    })
    return ok(null)
  })
}
