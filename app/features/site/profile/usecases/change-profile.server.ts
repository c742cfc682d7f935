import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import { canonicalJson } from '../../../../platform/hash/content-hash.ts'
import { holdAgency } from '../../../people/index.server.ts'
import type { LookError } from '../../look.errors.ts'
import { type ChosenPicture, openPicture } from '../../pictures/public-picture.server.ts'
import { SITE_POLICY } from '../../site.policy.ts'
import { readProfile } from '../profile-form.domain.ts'
import { NO_PROFILE, type SiteProfile } from '../site-profile.domain.ts'
import { findKeptProfile, type KeptProfile, saveProfile } from '../site-profile.repo.server.ts'
import type { TypedForm } from '../typed-words.domain.ts'

/** `mark` is kept as it is, taken away, or another picture. `seenVersion` is null where nothing was there yet. */
export type ChangeProfile = Readonly<{
  typed: TypedForm
  mark: 'keep' | 'none' | ChosenPicture
  seenVersion: number | null
}>

/** Somebody else saved since: what now stands there. */
export type ProfileClash = Readonly<{ code: 'profile.clash'; kept: KeptProfile }>

/** Changes what the site says of the agency and how it looks; false when nothing was different. */
export function changeProfile(
  ctx: Ctx,
  { typed, mark, seenVersion }: ChangeProfile,
): Promise<Result<boolean, LookError | ProfileClash>> {
  return inTransaction<boolean, LookError | ProfileClash>(ctx, async (tx) => {
    const refusal = refusalOf(SITE_POLICY, 'profile.change', ctx.actor)
    if (refusal) return err(refusal)
    const { facts, faults } = readProfile(typed)
    if (facts === null) return err({ code: 'look.faults', faults })
    await holdAgency(tx, ctx.agency.id)
    const kept = await findKeptProfile(tx, ctx.agency.id)
    if (kept && kept.version !== seenVersion) return err({ code: 'profile.clash', kept })
    const was = kept?.profile ?? NO_PROFILE
    const picture = typeof mark === 'string' ? null : await openPicture(tx, ctx, mark)
    if (picture && !picture.ok)
      return err({
        code: 'look.faults',
        faults: { [picture.error === 'picture.no-words' ? 'markAltTh' : 'mark']: picture.error },
      })
    const profile: SiteProfile = {
      schema: 'prongsai.site-profile/1',
      mission: facts.mission,
      contact: facts.contact,
      brand: {
        colour: facts.colour,
        mark: picture?.value ?? (mark === 'none' ? null : was.brand.mark),
      },
      license: facts.license,
    }
    const changed = changedParts(was, profile)
    if (changed.length === 0) return ok(false)
    const version = await saveProfile(tx, ctx.agency.id, {
      profile,
      at: ctx.now(),
      byName: ctx.actor.name,
    })
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'site-profile.changed',
      object: { kind: 'site-profile', id: ctx.agency.id },
      detail: { version, parts: changed.join(', ') },
    })
    return ok(true)
  })
}

/** Names of the parts that differ: "mission", "contact.email", "brand.mark". */
function changedParts(was: SiteProfile, is: SiteProfile): readonly string[] {
  const differ = (one: unknown, other: unknown) => canonicalJson(one) !== canonicalJson(other)
  return [
    ...(['mission', 'license'] as const).filter((part) => differ(was[part], is[part])),
    ...(['contact', 'brand'] as const).flatMap((part) =>
      Object.keys(is[part])
        .filter((key) => differ(Reflect.get(was[part], key), Reflect.get(is[part], key)))
        .map((key) => `${part}.${key}`),
    ),
  ]
}
