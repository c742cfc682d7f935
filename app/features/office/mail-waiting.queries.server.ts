import { refusalOf } from '../../kernel/permission.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { withAgency } from '../../platform/db/tenant.server.ts'
import { OFFICE_POLICY } from './office.policy.ts'

/** How many mails wait for somebody to see to them: failed, or kept back while mail is off. 0 for who may not see them. */
export async function countWaitingMail(ctx: Ctx): Promise<number> {
  if (refusalOf(OFFICE_POLICY, 'outbox.read', ctx.actor)) return 0
  const { count } = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx
      .selectFrom('mail_outbox')
      .select((row) => row.fn.countAll<string>().as('count'))
      .where('agency_id', '=', ctx.agency.id)
      .where('state', 'in', ['failed', 'withheld'])
      .executeTakeFirstOrThrow(),
  )
  return Number(count)
}
