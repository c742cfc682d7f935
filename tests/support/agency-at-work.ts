import { ensureAgency } from '../../app/features/people/agency.repo.server.ts'
import { insertPerson } from '../../app/features/people/directory/person.repo.server.ts'
import { insertGrant } from '../../app/features/people/directory/role.repo.server.ts'
import type { HeldRole, RoleName } from '../../app/kernel/actor.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import { withAgency, withoutAgency } from '../../app/platform/db/tenant.server.ts'
import { clockAt } from './clock.ts'
import type { TestDatabase } from './database.ts'

let agencies = 0

export const ORIGIN = 'https://ita.agency.example'
/** 1 October 2024, ten in the morning in Thailand. */
const MORNING = '2024-10-01T03:00:00Z'
export const TODAY = '2024-10-01'

/** An agency of its own, whose keeper acts. */
export async function anAgency(database: TestDatabase, instant = MORNING): Promise<Ctx> {
  agencies += 1
  const agency = await withoutAgency(database.db, (tx) => ensureAgency(tx, { code: `agency-${agencies}` }))
  return { db: database.db, agency, now: clockAt(instant), actor: { kind: 'command', name: 'test' } }
}

export const at = (ctx: Ctx, instant: string): Ctx => ({ ...ctx, now: clockAt(instant) })

type Given = Readonly<{
  name?: string
  email?: string | null
  role?: RoleName
  unitId?: string | null
  validFrom?: string
  validTo?: string | null
}>

/** Somebody of the agency, with one role where it is given. */
export async function aPerson(ctx: Ctx, given: Given = {}): Promise<{ id: string; grantId: string | null }> {
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const { name = 'สมชาย ตัวอย่าง', email = null, role, unitId = null } = given
    const id = await insertPerson(tx, ctx.agency.id, {
      name,
      email,
      positionTitle: null,
      unitId: null,
      lang: 'th',
      now: ctx.now(),
    })
    const grantId =
      role === undefined
        ? null
        : await insertGrant(tx, ctx.agency.id, {
            personId: id,
            role,
            unitId,
            validFrom: given.validFrom ?? '2024-01-01',
            validTo: given.validTo ?? null,
            by: 'test',
            now: ctx.now(),
          })
    return { id, grantId }
  })
}

/** The same agency, with a person at work in it. */
export const as = (ctx: Ctx, personId: string, roles: readonly (RoleName | HeldRole)[]): Ctx => ({
  ...ctx,
  actor: {
    kind: 'person',
    id: personId,
    name: 'ผู้ทำงาน ตัวอย่าง',
    roles: roles.map((role) => (typeof role === 'string' ? { role, unitId: null } : role)),
  },
})

/** An agency of its own, at work in which is a coordinator. */
export async function aCoordinator(database: TestDatabase): Promise<Ctx> {
  const agency = await anAgency(database)
  const { id } = await aPerson(agency, { role: 'ita-coordinator' })
  return as(agency, id, ['ita-coordinator'])
}

/** What the audit log of the agency says, the oldest first. */
export async function auditOf(
  database: TestDatabase,
  ctx: Ctx,
): Promise<readonly { action: string; object_id: string; detail: Record<string, unknown> }[]> {
  const { rows } = await database.owner.query(
    'select action, object_id, detail from audit_log where agency_id = $1 order by seq',
    [ctx.agency.id],
  )
  return rows
}
