import type { CaseStatus } from '../cases/case.domain.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { withProtected } from '../database/protected-db.server.ts'
import { findChannelSettings } from '../settings/channel-settings.repo.server.ts'
import type { InboxCase } from './inbox.domain.ts'
import type { OpenHolder } from './own-vaults.server.ts'

/** The cases that these open vaults can read now. Of all others not even the number is known here. */
export async function listInbox(
  ctx: ProtectedCtx,
  open: readonly OpenHolder[],
): Promise<
  Readonly<{
    cases: readonly InboxCase[]
    categories: readonly Readonly<{ key: string; th: string; en: string }>[]
  }>
> {
  const agencyId = ctx.agency.id
  const keyIds = open
    .filter(({ holder: { kind } }) => kind !== 'custodian')
    .map(({ holder: { keyId } }) => keyId)
  return withProtected(ctx.channel.db, agencyId, async (tx) => {
    const { settings } = await findChannelSettings(tx, agencyId)
    const { categories } = settings
    if (keyIds.length === 0) return { cases: [], categories }
    const rows = await tx
      .selectFrom('protected.report as report')
      .select([
        'report.id',
        'report.channel',
        'report.category',
        'report.status',
        'report.received_day',
        'report.acknowledge_due',
        'report.answer_due',
        'report.close_due',
        'report.acknowledged_day',
        'report.answered_day',
        'report.closed_day',
        'report.erase_due',
        'report.legal_hold',
        'report.has_unread_addition',
      ])
      .where('report.agency_id', '=', agencyId)
      .where('report.status', '<>', 'erased')
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('protected.case_grant as grant')
            .select('grant.holder')
            .where('grant.agency_id', '=', agencyId)
            .whereRef('grant.report_id', '=', 'report.id')
            .whereRef('grant.epoch', '=', 'report.epoch')
            .where('grant.holder', 'in', keyIds),
        ),
      )
      .execute()
    return {
      categories,
      cases: rows.map((row) => ({
        id: row.id,
        channel: row.channel as InboxCase['channel'],
        category: row.category,
        status: row.status as CaseStatus,
        receivedDay: row.received_day,
        due: { acknowledge: row.acknowledge_due, answer: row.answer_due, close: row.close_due },
        done: { acknowledge: row.acknowledged_day, answer: row.answered_day, close: row.closed_day },
        eraseDue: row.erase_due,
        isHeld: row.legal_hold,
        hasUnread: row.has_unread_addition,
      })),
    }
  })
}

/** What kinds of cases there are, for their names. */
export const listCategories = (ctx: ProtectedCtx) =>
  withProtected(
    ctx.channel.db,
    ctx.agency.id,
    async (tx) => (await findChannelSettings(tx, ctx.agency.id)).settings.categories,
  )
