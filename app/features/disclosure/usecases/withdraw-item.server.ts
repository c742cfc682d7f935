import { cleanText } from '../../../kernel/clean-text.ts'
import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { announce } from '../../../platform/db/listen.server.ts'
import { matterKeyOf } from '../disclosure.domain.ts'
import type { DisclosureError } from '../disclosure.errors.ts'
import { DISCLOSURE_POLICY } from '../disclosure.policy.ts'
import { holdItem } from '../hold-item.server.ts'
import { readVersions, setFrozenWithdrawn, standingOf } from '../version.repo.server.ts'

export type WithdrawItem = Readonly<{
  year: number
  code: string
  /** The version that was shown as public. */
  seenVersion: number
  reason: string
}>

/**
 * Takes an item from the public, every version that stands, and says why at its address. Its files stay until they are ended
 * one by one: another item may show them.
 */
export const withdrawItem = (
  ctx: Ctx,
  { year, code, seenVersion, reason: typed }: WithdrawItem,
): Promise<Result<null, DisclosureError>> =>
  inTransaction<null, DisclosureError>(ctx, async (tx) => {
    const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.withdraw', ctx.actor)
    if (refusal) return err(refusal)
    const held = await holdItem(tx, ctx, { year, code })
    if (!held) return err({ code: 'item.unknown' })
    const reason = cleanText(typed).trim()
    if (reason === '') return err({ code: 'item.no-reason' })
    const agencyId = ctx.agency.id
    const versions = await readVersions(tx, { agencyId, year, code: held.item.code })
    const newest = standingOf(versions)
    if (!newest) return err({ code: 'item.not-published' })
    if (newest.version !== seenVersion) return err({ code: 'item.changed' })
    const ids = versions.filter(({ withdrawn }) => withdrawn === null).map(({ id }) => id)
    await setFrozenWithdrawn(tx, { agencyId, ids, at: ctx.now(), byName: ctx.actor.name, reason })
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'disclosure.withdrawn',
      object: { kind: 'disclosure-item', id: matterKeyOf(year, held.item.code) },
      detail: { version: newest.version, versions: ids.length },
    })
    return ok(null)
  })
