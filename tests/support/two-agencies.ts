import { randomUUID } from 'node:crypto'
import { ensureAgency } from '../../app/features/people/agency.repo.server.ts'
import { issueLink } from '../../app/features/people/sign-in/link.repo.server.ts'
import { openSession, rememberBrowser } from '../../app/features/people/sign-in/session.repo.server.ts'
import { thaiDay } from '../../app/kernel/thai-day.ts'
import { readConfig } from '../../app/platform/config/config.server.ts'
import { type Db, openDatabase } from '../../app/platform/db/database.server.ts'
import { withAgency, withoutAgency } from '../../app/platform/db/tenant.server.ts'

import { type SeededSite, seedSite } from './seeded-site.ts'
import { type SeededWork, seedWork } from './seeded-work.ts'

/** An agency under a host name, with an administrator, coordinator too, who is signed in. Its words stand nowhere else. */
export type SeededAgency = Readonly<{
  host: string
  id: string
  /** The `Cookie` header of the administrator's browser. */
  cookie: string
  /** What must never be read by anybody else. */
  secrets: readonly string[]
  ids: Readonly<{ person: string; unit: string; link: string; session: string }> &
    SeededWork['ids'] &
    SeededSite['ids']
}>

/** Opens the database of the settings for one piece of work. */
export async function inDatabase<T>(env: Record<string, string>, work: (db: Db) => Promise<T>): Promise<T> {
  const config = readConfig(env)
  if (!config.ok) throw new Error('settings of a test cannot be read')
  const database = await openDatabase(config.value, { log: () => {} })
  try {
    return await work(database.db)
  } finally {
    await database.close()
  }
}

/** Founds two agencies in the database of the settings. */
export async function seedTwoAgencies(env: Record<string, string>): Promise<[SeededAgency, SeededAgency]> {
  return inDatabase(env, async (db) => {
    return [await seed(db, 'one'), await seed(db, 'two')]
  })
}

function seed(db: Db, code: string): Promise<SeededAgency> {
  return withoutAgency(db, async (tx) => {
    const now = new Date()
    const { id } = await ensureAgency(tx, { code })
    const host = `${code}.example.go.th`
    const names = {
      agency: `หน่วยงานลับ-${code}`,
      unit: `ส่วนงานลับ-${code}`,
      person: `บุคคลลับ-${code}`,
      email: `secret-${code}@agency.example`,
    }
    const [unit, person] = [randomUUID(), randomUUID()]
    await tx
      .updateTable('agency')
      .set({ name_th: names.agency, host_name: host })
      .where('id', '=', id)
      .execute()
    await tx
      .insertInto('unit')
      .values({ agency_id: id, id: unit, name_th: names.unit, valid_from: '2024-10-01' })
      .execute()
    await tx
      .insertInto('person')
      .values({
        agency_id: id,
        id: person,
        name: names.person,
        email: names.email,
        lang: 'th',
        created_at: now,
      })
      .execute()
    for (const role of ['administrator', 'ita-coordinator'])
      await tx
        .insertInto('role_grant')
        .values({
          agency_id: id,
          id: randomUUID(),
          person_id: person,
          role,
          valid_from: '2024-10-01',
          granted_at: now,
          granted_by: 'test',
        })
        .execute()
    const work = await seedWork(tx, { agencyId: id, code, unit, now })
    const site = await seedSite(tx, { agencyId: id, code, unit, now })
    const whose = { agencyId: id, personId: person, now }
    const session = await openSession(tx, {
      ...whose,
      method: 'passkey',
      hasSecondFactor: true,
      userAgent: '',
    })
    const browser = await rememberBrowser(tx, { ...whose, token: null })
    const link = await issueLink(tx, { ...whose, purpose: 'sign-in', createdBy: 'test' })
    return {
      host,
      id,
      cookie: `__Host-session=${id}.${session.token}; __Host-browser=${id}.${browser}`,
      secrets: [names.unit, names.person, names.email, unit, person, ...work.secrets, ...site.secrets],
      ids: { person, unit, link: link.token, session: session.id, ...work.ids, ...site.ids },
    }
  })
}

/** What the audit log of an agency holds of one action: who acted, on what, with what detail. */
export async function auditedIn(
  env: Record<string, string>,
  { id }: SeededAgency,
  action: string,
): Promise<readonly Readonly<{ actor: string; object: string; detail: unknown }>[]> {
  return inDatabase(env, async (db) => {
    const rows = await withAgency(db, id, (tx) =>
      tx
        .selectFrom('audit_log')
        .select(['actor_name as actor', 'object_id as object', 'detail'])
        .where('agency_id', '=', id)
        .where('action', '=', action)
        .orderBy('seq')
        .execute(),
    )
    return rows
  })
}

/** Ends every role of the administrator yesterday: they stay signed in, and may do nothing. */
export async function endRolesYesterday(env: Record<string, string>, { id }: SeededAgency): Promise<void> {
  return inDatabase(env, async (db) => {
    const yesterday = thaiDay(new Date(Date.now() - 24 * 3_600_000))
    await withAgency(db, id, (tx) =>
      tx.updateTable('role_grant').set({ valid_to: yesterday }).where('agency_id', '=', id).execute(),
    )
  })
}
