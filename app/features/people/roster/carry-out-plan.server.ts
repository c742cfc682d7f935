import { thaiDay } from '../../../kernel/thai-day.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import type { AuditAction } from '../../../platform/audit/audit-actions.table.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { isMailAddress } from '../../../platform/mail/mail-address.ts'
import { grant } from '../directory/granting.server.ts'
import { sendInvitation } from '../directory/invitation.server.ts'
import { insertPerson, updatePerson } from '../directory/person.repo.server.ts'
import { setLastDayOfGrant } from '../directory/role.repo.server.ts'
import { insertUnit, updateUnit } from '../directory/unit.repo.server.ts'
import type { PlannedPerson, PlannedUnit, RosterPlan, UnitRef } from './roster.domain.ts'

type Ids = Map<UnitRef, string>

/**
 * Writes what a plan says, each change with its audit row. With an origin, new people who have an address are sent a link;
 * gives how many. Hold the agency before.
 */
export async function carryOut(tx: Tx, ctx: Ctx, plan: RosterPlan, origin: string | null): Promise<number> {
  const ids: Ids = new Map()
  for (const unit of plan.units) await writeUnit(tx, ctx, unit, ids)
  let invited = 0
  for (const person of plan.persons) {
    const personId = await writePerson(tx, ctx, person, ids)
    const { email, name, lang } = person.facts
    if (origin === null || person.kind !== 'founded' || email === null || !isMailAddress(email)) continue
    await sendInvitation(tx, ctx, { personId, name, email, lang }, origin)
    invited += 1
  }
  return invited
}

const idOf = (ids: Ids, ref: UnitRef | null): string | null => (ref === null ? null : (ids.get(ref) ?? ref))

async function writeUnit(
  tx: Tx,
  ctx: Ctx,
  { ref, kind, facts, fields }: PlannedUnit,
  ids: Ids,
): Promise<void> {
  const own = { ...facts, parentId: idOf(ids, facts.parentId) }
  if (kind === 'founded')
    ids.set(ref, await insertUnit(tx, ctx.agency.id, { ...own, validFrom: thaiDay(ctx.now()) }))
  else await updateUnit(tx, ctx.agency.id, ref, own)
  await note(tx, ctx, kind === 'founded' ? 'unit.founded' : 'unit.changed', {
    object: { kind: 'unit', id: idOf(ids, ref) ?? ref },
    detail: kind === 'founded' ? { code: facts.code } : { fields: fields.join(', ') },
  })
}

async function writePerson(tx: Tx, ctx: Ctx, person: PlannedPerson, ids: Ids): Promise<string> {
  const facts = { ...person.facts, unitId: idOf(ids, person.facts.unitId) }
  const personId = person.personId ?? (await insertPerson(tx, ctx.agency.id, { ...facts, now: ctx.now() }))
  const object = { kind: 'person', id: personId }
  if (person.personId === null)
    await note(tx, ctx, 'person.added', { object, detail: { unit: facts.unitId } })
  else if (person.fields.length > 0) {
    await updatePerson(tx, ctx.agency.id, personId, facts)
    await note(tx, ctx, 'person.updated', { object, detail: { fields: person.fields.join(', ') } })
  }
  for (const { role, unitRef, validFrom, validTo } of person.roles)
    await grant(tx, ctx, { personId, role, unitId: idOf(ids, unitRef), validFrom, validTo })
  for (const { grantId, role, lastDay } of person.ends) {
    await setLastDayOfGrant(tx, ctx.agency.id, grantId, lastDay)
    await note(tx, ctx, 'role.ended', { object, detail: { role, lastDay } })
  }
  return personId
}

const note = (
  tx: Tx,
  ctx: Ctx,
  action: AuditAction,
  what: Pick<Parameters<typeof writeAudit>[1], 'object' | 'detail'>,
): Promise<void> => writeAudit(tx, { agencyId: ctx.agency.id, actor: ctx.actor, action, ...what })
