import type { Ctx } from '../../../platform/ctx.server.ts'
import { type InboxRow, listInbox } from './inbox.queries.server.ts'
import { INBOX_START } from './inbox-filter.domain.ts'

/** Tickets in which every word of a text occurs, the newest first, `limit` of them; none for who may read none. */
export async function searchTickets(
  ctx: Ctx,
  { text, limit }: Readonly<{ text: string; limit: number }>,
): Promise<readonly Pick<InboxRow, 'id' | 'reference' | 'head'>[]> {
  const found = await listInbox(ctx, { ...INBOX_START, text, states: 'all', sort: 'newest' })
  return found.ok ? found.value.rows.slice(0, limit) : []
}
