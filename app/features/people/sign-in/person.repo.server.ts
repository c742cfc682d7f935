import type { Tx } from '../../../platform/db/tenant.server.ts'

/** Whether somebody else of the agency has an address; disabled people keep theirs. */
export async function isEmailTaken(
  tx: Tx,
  { agencyId, email, exceptPersonId }: { agencyId: string; email: string; exceptPersonId: string },
): Promise<boolean> {
  const other = await tx
    .selectFrom('person')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('email', '=', email)
    .where('id', '<>', exceptPersonId)
    .executeTakeFirst()
  return other !== undefined
}

/** Name, address and language as a person gives them when they first come in. */
export async function savePersonFacts(
  tx: Tx,
  facts: { agencyId: string; personId: string; name: string; email: string; lang: 'th' | 'en' },
): Promise<void> {
  await tx
    .updateTable('person')
    .set({ name: facts.name, email: facts.email, lang: facts.lang })
    .where('agency_id', '=', facts.agencyId)
    .where('id', '=', facts.personId)
    .execute()
}

/** Holds the agency until the transaction ends: what depends on who else is in it is decided one after the other. */
export async function holdAgency(tx: Tx, agencyId: string): Promise<void> {
  await tx.selectFrom('agency').select('id').where('id', '=', agencyId).forNoKeyUpdate().execute()
}

/** Holds a person until the transaction ends: which ways to sign in are left is decided one after the other. */
export async function holdPerson(
  tx: Tx,
  { agencyId, personId }: { agencyId: string; personId: string },
): Promise<void> {
  await tx
    .selectFrom('person')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('id', '=', personId)
    .forNoKeyUpdate()
    .execute()
}

/** Who administers the agency today and may sign in. */
export async function listAdministrators(
  tx: Tx,
  { agencyId, today }: { agencyId: string; today: string },
): Promise<readonly Readonly<{ personId: string; email: string | null }>[]> {
  const rows = await tx
    .selectFrom('role_grant')
    .innerJoin('person', (join) =>
      join
        .onRef('person.agency_id', '=', 'role_grant.agency_id')
        .onRef('person.id', '=', 'role_grant.person_id'),
    )
    .select(['person.id', 'person.email'])
    .where('role_grant.agency_id', '=', agencyId)
    .where('role_grant.role', '=', 'administrator')
    .where('role_grant.valid_from', '<=', today)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)]))
    .where('person.disabled_at', 'is', null)
    .execute()
  return rows.map(({ id, email }) => ({ personId: id, email }))
}

/** A person without a name of their own yet, who administers the agency from today on. */
export async function saveFirstAdministrator(
  tx: Tx,
  first: {
    agencyId: string
    personId: string
    grantId: string
    name: string
    today: string
    by: string
    now: Date
  },
): Promise<void> {
  await tx
    .insertInto('person')
    .values({
      agency_id: first.agencyId,
      id: first.personId,
      name: first.name,
      lang: 'th',
      created_at: first.now,
    })
    .execute()
  await tx
    .insertInto('role_grant')
    .values({
      agency_id: first.agencyId,
      id: first.grantId,
      person_id: first.personId,
      role: 'administrator',
      valid_from: first.today,
      granted_at: first.now,
      granted_by: first.by,
    })
    .execute()
}
