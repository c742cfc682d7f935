import { ensureAgency } from '../../app/features/people/index.server.ts'
import { openSession } from '../../app/features/people/sign-in/session.repo.server.ts'
import type { RoleName } from '../../app/kernel/actor.ts'
import { withAgency, withoutAgency } from '../../app/platform/db/tenant.server.ts'
import { inDatabase } from './two-agencies.ts'

/** Somebody whom an agency has, in a browser of their own: the `Cookie` header of it. */
export type SignedInPerson = Readonly<{ role: RoleName; personId: string; cookie: string }>

/**
 * The agency of that code under a host name, and for each role of those who work there one person who holds it, signed in
 * with both factors.
 */
export async function signInAll(
  env: Record<string, string>,
  { agencyCode, host }: Readonly<{ agencyCode: string; host: string }>,
): Promise<Readonly<{ agencyId: string; people: readonly SignedInPerson[] }>> {
  return inDatabase(env, async (db) => {
    const agency = await withoutAgency(db, (tx) => ensureAgency(tx, { code: agencyCode }))
    return withAgency(db, agency.id, async (tx) => {
      await tx.updateTable('agency').set({ host_name: host }).where('id', '=', agency.id).execute()
      const grants = await tx
        .selectFrom('role_grant')
        .select(['role', 'person_id as personId'])
        .where('agency_id', '=', agency.id)
        .orderBy('granted_at')
        .execute()
      const first = new Map(grants.toReversed().map(({ role, personId }) => [role as RoleName, personId]))
      const people: SignedInPerson[] = []
      for (const [role, personId] of first) {
        const { token } = await openSession(tx, {
          agencyId: agency.id,
          personId,
          method: 'link',
          hasSecondFactor: true,
          userAgent: '',
          now: new Date(),
        })
        people.push({ role, personId, cookie: `__Host-session=${agency.id}.${token}` })
      }
      return { agencyId: agency.id, people }
    })
  })
}

/** The `Cookie` header of a session that somebody opens at a time of a clock that was put. */
export const cookieAt = (
  env: Record<string, string>,
  { agencyId, personId, now }: Readonly<{ agencyId: string; personId: string; now: Date }>,
): Promise<string> =>
  inDatabase(env, (db) =>
    withAgency(db, agencyId, async (tx) => {
      const session = {
        agencyId,
        personId,
        method: 'passkey',
        hasSecondFactor: true,
        userAgent: '',
        now,
      } as const
      const { token } = await openSession(tx, session)
      return `__Host-session=${agencyId}.${token}`
    }),
  )
