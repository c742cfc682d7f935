import { randomUUID } from 'node:crypto'
import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { isUuid } from '../../../../kernel/uuid.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import type { LookError, LookFaults } from '../../look.errors.ts'
import { type ChosenPicture, openPicture } from '../../pictures/public-picture.server.ts'
import type { TypedForm } from '../../profile/typed-words.domain.ts'
import { SITE_POLICY } from '../../site.policy.ts'
import { readBanner } from '../banner.domain.ts'
import { insertBanner, listBanners, saveBanner as saveRow } from '../banner.repo.server.ts'

/** `of` names the banner that the form was about and the version that was seen; null adds one. */
export type SaveBanner = Readonly<{
  typed: TypedForm
  picture: 'keep' | 'none' | ChosenPicture
  of: Readonly<{ id: string; seenVersion: number }> | null
}>

const refusedFor = (faults: LookFaults): Result<never, LookError> => err({ code: 'look.faults', faults })

/** Adds a banner or a pop-up, or changes one; gives its identifier. */
export function saveBanner(
  ctx: Ctx,
  { typed, picture: chosen, of }: SaveBanner,
): Promise<Result<string, LookError>> {
  return inTransaction<string, LookError>(ctx, async (tx) => {
    const refusal = refusalOf(SITE_POLICY, 'profile.change', ctx.actor)
    if (refusal) return err(refusal)
    const { facts, faults } = readBanner(typed)
    if (facts === null) return refusedFor(faults)
    const agencyId = ctx.agency.id
    const was = of && isUuid(of.id) ? (await listBanners(tx, agencyId)).find(({ id }) => id === of.id) : null
    if (of && !was) return refusedFor({ '': 'banner.unknown' })
    const opened = typeof chosen === 'string' ? null : await openPicture(tx, ctx, chosen)
    if (opened && !opened.ok)
      return refusedFor({ [opened.error === 'picture.no-words' ? 'altTh' : 'picture']: opened.error })
    const picture = opened?.value ?? (chosen === 'keep' ? (was?.content.picture ?? null) : null)
    const id = was?.id ?? randomUUID()
    const banner = { ...facts, id, content: { ...facts.content, picture } }
    const saved = { at: ctx.now(), byName: ctx.actor.name }
    if (of && !(await saveRow(tx, agencyId, { ...banner, version: of.seenVersion }, saved)))
      return refusedFor({ '': 'banner.clash' })
    if (!of) await insertBanner(tx, agencyId, banner, saved)
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: of ? 'banner.changed' : 'banner.added',
      object: { kind: 'banner', id },
      detail: { form: facts.form, from: facts.startsOn, to: facts.endsOn },
    })
    return ok(id)
  })
}
