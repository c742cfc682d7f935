import { randomUUID } from 'node:crypto'
import type { RoleName } from '../../../kernel/actor.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { Grant, Span } from './role.domain.ts'

/** A role of a person, with whether they may sign in. */
export type PersonGrant = Grant & Readonly<{ personId: string; isDisabled: boolean }>

/** Every role that was ever granted in the agency. */
export async function listAllGrants(tx: Tx, agencyId: string): Promise<readonly PersonGrant[]> {
  const rows = await grants(tx, agencyId).execute()
  return rows.map(rowToGrant)
}

/** Every role that was ever granted to a person. */
export async function listGrants(tx: Tx, agencyId: string, personId: string): Promise<readonly Grant[]> {
  const rows = await grants(tx, agencyId).where('grant.person_id', '=', personId).execute()
  return rows.map(rowToGrant)
}

/** Roles of administrators whose holders may sign in. Hold the agency before, when it is to be relied on. */
export async function listAdministratorGrants(tx: Tx, agencyId: string): Promise<readonly PersonGrant[]> {
  const rows = await grants(tx, agencyId)
    .where('grant.role', '=', 'administrator')
    .where('person.disabled_at', 'is', null)
    .execute()
  return rows.map(rowToGrant)
}

/** Grants a role and gives the identifier of the grant. */
export async function insertGrant(
  tx: Tx,
  agencyId: string,
  grant: Span & { personId: string; role: RoleName; unitId: string | null; by: string; now: Date },
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('role_grant')
    .values({
      agency_id: agencyId,
      id,
      person_id: grant.personId,
      role: grant.role,
      unit_id: grant.unitId,
      valid_from: grant.validFrom,
      valid_to: grant.validTo,
      granted_at: grant.now,
      granted_by: grant.by,
    })
    .execute()
  return id
}

export async function setLastDayOfGrant(
  tx: Tx,
  agencyId: string,
  id: string,
  lastDay: IsoDay,
): Promise<void> {
  await tx
    .updateTable('role_grant')
    .set({ valid_to: lastDay })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

const grants = (tx: Tx, agencyId: string) =>
  tx
    .selectFrom('role_grant as grant')
    .innerJoin('person', (join) =>
      join.onRef('person.agency_id', '=', 'grant.agency_id').onRef('person.id', '=', 'grant.person_id'),
    )
    .select([
      'grant.id',
      'grant.person_id',
      'grant.role',
      'grant.unit_id',
      'grant.valid_from',
      'grant.valid_to',
      'person.disabled_at',
    ])
    .where('grant.agency_id', '=', agencyId)
    .orderBy('grant.valid_from')
    .orderBy('grant.id')

type Row = Awaited<ReturnType<ReturnType<typeof grants>['execute']>>[number]

const rowToGrant = (row: Row): PersonGrant => ({
  id: row.id,
  personId: row.person_id,
  role: row.role as RoleName,
  unitId: row.unit_id,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  isDisabled: row.disabled_at !== null,
})
