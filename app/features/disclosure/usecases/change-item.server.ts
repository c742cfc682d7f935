import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { addNotices } from '../../people/index.server.ts'
import { matterKeyOf } from '../disclosure.domain.ts'
import type { DisclosureError } from '../disclosure.errors.ts'
import { DISCLOSURE_POLICY } from '../disclosure.policy.ts'
import { holdItem } from '../hold-item.server.ts'
import { isOpenUnit, listUnitOwners, saveItem } from '../item.repo.server.ts'

export type ChangeItem = Readonly<{
  year: number
  code: string
  unitId: string | null
  dueOn: IsoDay | null
  /** 0 where nobody had set anything. */
  seenVersion: number
}>

/** Says who answers for an item and until when, and tells them; false when it is so already. */
export const changeItem = (
  ctx: Ctx,
  { year, code, unitId, dueOn, seenVersion }: ChangeItem,
): Promise<Result<boolean, DisclosureError>> =>
  inTransaction<boolean, DisclosureError>(ctx, async (tx) => {
    const refusal = refusalOf(DISCLOSURE_POLICY, 'disclosure.assign', ctx.actor)
    if (refusal) return err(refusal)
    const held = await holdItem(tx, ctx, { year, code })
    if (!held) return err({ code: 'item.unknown' })
    const { item, record: was } = held
    if (was.version !== seenVersion) return err({ code: 'item.changed' })
    const agencyId = ctx.agency.id
    const isNewUnit = unitId !== null && unitId !== was.unitId
    if (isNewUnit && !(await isOpenUnit(tx, { agencyId, id: unitId, now: ctx.now() })))
      return err({ code: 'item.unknown-unit' })
    if (was.unitId === unitId && was.dueOn === dueOn) return ok(false)
    await saveItem(tx, { agencyId, year, code: item.code, unitId, dueOn, version: was.version + 1 })
    const at = ctx.now()
    if (isNewUnit) {
      const owners = await listUnitOwners(tx, { agencyId, unitId, day: thaiDay(at) })
      const others = owners.filter((id) => ctx.actor.kind !== 'person' || ctx.actor.id !== id)
      await addNotices(
        tx,
        others.map((personId) => ({
          agencyId,
          personId,
          kind: 'disclosure.assigned' as const,
          part: `disclosure/${year}/${item.code}`,
          detail: {
            title: `${item.code}/${year} ${item.title?.th ?? ''}`.trim(),
            by: ctx.actor.name,
            ...(dueOn === null ? {} : { day: dueOn }),
          },
          at,
        })),
      )
    }
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'disclosure-item.changed',
      object: { kind: 'disclosure-item', id: matterKeyOf(year, item.code) },
      detail: { unitId, dueOn },
    })
    return ok(true)
  })
