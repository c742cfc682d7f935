import { err, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import type { DeskTools } from '../../desk-tools.server.ts'
import { findEventKind } from '../../tickets/event.queries.server.ts'
import { findFollowed } from '../../tickets/follow-up.queries.server.ts'
import { findFile } from '../file.repo.server.ts'
import { type OpenedFile, openSealed } from '../open-file.server.ts'

/** Opens a file for who came with the ticket: one of their own, or one of an answer that they read. */
export async function openFollowUpFile(
  ctx: Ctx,
  tools: Pick<DeskTools, 'store' | 'isScanning' | 'numbers'>,
  { reference, secret, fileId }: Readonly<{ reference: string; secret: string; fileId: string }>,
): Promise<Result<OpenedFile, DeskError>> {
  const agencyId = ctx.agency.id
  const file = await withAgency(ctx.db, agencyId, async (tx) => {
    const followed = await findFollowed(tx, ctx, tools, { reference, secret })
    const one = followed ? await findFile(tx, { agencyId, id: fileId }) : null
    if (!one || !followed) return null
    const event = await findEventKind(tx, { agencyId, ticketId: one.ticketId, number: one.eventNumber })
    const isOwn = one.ticketId === followed.own.id && event !== null && BY_PERSON.has(event)
    return isOwn || (event === 'answer' && followed.line.some(({ id }) => id === one.ticketId)) ? one : null
  })
  return file ? openSealed(ctx, tools, file) : err({ code: 'file.unknown' })
}

const BY_PERSON: ReadonlySet<string> = new Set(['received', 'addition', 'reopened'])
