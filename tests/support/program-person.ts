import { ensureAgency } from '../../app/features/people/index.server.ts'
import { openSession } from '../../app/features/people/sign-in/session.repo.server.ts'
import type { RoleName } from '../../app/kernel/actor.ts'
import { readConfig } from '../../app/platform/config/config.server.ts'
import { openDatabase } from '../../app/platform/db/database.server.ts'
import { withAgency, withoutAgency } from '../../app/platform/db/tenant.server.ts'
import { aPerson } from './agency-at-work.ts'

/**
 * Somebody who is signed in to a real program with those settings, whether it runs or not: the `Cookie` header of their
 * browser. By default of the agency that the program serves.
 */
export async function signInTo(
  env: Record<string, string>,
  { role, agencyCode }: { role: RoleName; agencyCode?: string },
): Promise<string> {
  const config = readConfig(env)
  if (!config.ok) throw new Error('settings cannot be read')
  const database = await openDatabase(config.value, { log: () => {} })
  try {
    const code = agencyCode ?? config.value.agencyCode
    const agency = await withoutAgency(database.db, (tx) => ensureAgency(tx, { code }))
    const now = () => new Date()
    const ctx = { db: database.db, agency, now, actor: { kind: 'command', name: 'test' } } as const
    const { id: personId } = await aPerson(ctx, { role })
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
    return `__Host-session=${agency.id}.${token}`
  } finally {
    await database.close()
  }
}
