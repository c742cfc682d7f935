import { sql } from 'kysely'
import { withAgency } from '../../app/platform/db/tenant.server.ts'
import { inDatabase } from './two-agencies.ts'

type Counts = Readonly<Record<'evidence' | 'pages' | 'tickets', number>>

/** How many things of an agency bear its own mark, and how many that of another. */
export async function markedIn(
  env: Record<string, string>,
  agencyId: string,
  { own, other }: Readonly<{ own: string; other: string }>,
): Promise<Readonly<{ own: Counts; other: Counts }>> {
  return inDatabase(env, (db) =>
    withAgency(db, agencyId, async (tx) => {
      const count = async (mark: string): Promise<Counts> => {
        const { rows } = await sql<Counts>`
          select (select count(*)::int from evidence e where e.agency_id = ${agencyId} and to_jsonb(e)::text like ${`%${mark}%`}) as evidence,
                 (select count(*)::int from site_page p where p.agency_id = ${agencyId} and to_jsonb(p)::text like ${`%${mark}%`}) as pages,
                 (select count(*)::int from desk_ticket t where t.agency_id = ${agencyId} and to_jsonb(t)::text like ${`%${mark}%`}) as tickets`.execute(
          tx,
        )
        const [counts] = rows
        if (!counts) throw new Error('nothing was counted')
        return counts
      }
      return { own: await count(own), other: await count(other) }
    }),
  )
}
