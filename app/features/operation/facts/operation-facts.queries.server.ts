import { sql } from 'kysely'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'

type DatabaseSize = Readonly<{ version: string; size: number }>
type MailQueue = Readonly<{ waiting: number; failed: number; oldestAt: Date | null }>

/** Version of PostgreSQL and bytes of the whole database. */
export const readDatabaseSize = (ctx: Ctx): Promise<DatabaseSize> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const { rows } = await sql<{ version: string; size: string }>`
      select current_setting('server_version') as version, pg_database_size(current_database())::text as size`.execute(
      tx,
    )
    return { version: rows[0]?.version.split(' ')[0] ?? '', size: Number(rows[0]?.size ?? 0) }
  })

/** Mail of the agency that has not gone out: since when the oldest waits, and how many failed for good or were kept back. */
export const readMailQueue = (ctx: Ctx): Promise<MailQueue> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const row = await tx
      .selectFrom('mail_outbox')
      .select(({ fn }) => [
        fn.countAll<string>().filterWhere('state', 'in', ['queued', 'sending']).as('waiting'),
        fn.countAll<string>().filterWhere('state', 'in', ['failed', 'withheld']).as('failed'),
        fn.min<Date | null>('created_at').filterWhere('state', 'in', ['queued', 'sending']).as('oldest'),
      ])
      .where('agency_id', '=', ctx.agency.id)
      .where('state', 'in', ['queued', 'sending', 'failed', 'withheld'])
      .executeTakeFirstOrThrow()
    return { waiting: Number(row.waiting), failed: Number(row.failed), oldestAt: row.oldest }
  })
