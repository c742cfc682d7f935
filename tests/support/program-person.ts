import { ensureAgency } from '../../app/features/people/index.server.ts'
import { openSession } from '../../app/features/people/sign-in/session.repo.server.ts'
import type { RoleName } from '../../app/kernel/actor.ts'
import { readConfig } from '../../app/platform/config/config.server.ts'
import { openDatabase } from '../../app/platform/db/database.server.ts'
import { withAgency, withoutAgency } from '../../app/platform/db/tenant.server.ts'
import { aPerson } from './agency-at-work.ts'

type Who = Readonly<{ role?: RoleName; agencyCode?: string; email?: string }>

/**
 * Somebody who is signed in to a real program with those settings, whether it runs or not: the `Cookie` header of their
 * browser. By default of the agency that the program serves.
 */
export const signInTo = async (env: Record<string, string>, who: Who): Promise<string> =>
  (await personIn(env, who)).cookie

/** The same, and who it is. */
export async function personIn(
  env: Record<string, string>,
  { agencyCode, ...given }: Who,
): Promise<Readonly<{ personId: string; cookie: string }>> {
  const config = readConfig(env)
  if (!config.ok) throw new Error('settings cannot be read')
  const database = await openDatabase(config.value, { log: () => {} })
  try {
    const code = agencyCode ?? config.value.agencyCode
    const agency = await withoutAgency(database.db, (tx) => ensureAgency(tx, { code }))
    const now = () => new Date()
    const ctx = { db: database.db, agency, now, actor: { kind: 'command', name: 'test' } } as const
    const { id: personId } = await aPerson(ctx, given)
    const { token } = await withAgency(database.db, agency.id, (tx) =>
      openSession(tx, {
        agencyId: agency.id,
        personId,
        method: 'link',
        hasSecondFactor: true,
        userAgent: '',
        now: now(),
      }),
    )
    return { personId, cookie: `__Host-session=${agency.id}.${token}` }
  } finally {
    await database.close()
  }
}
