import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { contentHash } from '../../../../platform/hash/content-hash.ts'
import { type ChosenPicture, choosePicture } from '../../pictures/public-picture.server.ts'
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
 * Adds a picture to a page at work, or takes one out of it. Nothing is opened to everybody by it: who may write a page is not
 * who may publish. A file that was public stays so: what was published may show it.
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
      const chosen = await choosePicture(tx, ctx, change.picture)
      if (!chosen.ok)
        return err({
          code: 'page.faults',
          faults: { [chosen.error === 'picture.no-words' ? 'altTh' : 'evidenceId']: chosen.error },
        })
      const { sha256, fileName } = chosen.value
      pictures = [...before.filter((one) => one.sha256 !== sha256 || one.fileName !== fileName), chosen.value]
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
