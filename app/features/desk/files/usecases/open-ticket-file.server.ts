import { refusalOf } from '../../../../kernel/permission.ts'
import { err, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { DESK_POLICY } from '../../desk.policy.ts'
import type { DeskTools } from '../../desk-tools.server.ts'
import { findTicketUnit } from '../../tickets/ticket.queries.server.ts'
import { findFile } from '../file.repo.server.ts'
import { type OpenedFile, openSealed } from '../open-file.server.ts'

/** Opens a file of a ticket for staff who may read the ticket. */
export async function openTicketFile(
  ctx: Ctx,
  tools: Pick<DeskTools, 'store' | 'isScanning'>,
  { ticketId, fileId }: Readonly<{ ticketId: string; fileId: string }>,
): Promise<Result<OpenedFile, DeskError>> {
  const agencyId = ctx.agency.id
  const found = await withAgency(ctx.db, agencyId, async (tx) => {
    const file = await findFile(tx, { agencyId, id: fileId })
    return file && file.ticketId === ticketId
      ? { file, unitId: await findTicketUnit(tx, agencyId, ticketId) }
      : null
  })
  if (!found) return err({ code: 'file.unknown' })
  const unitIds = found.unitId === null ? [] : [found.unitId]
  const refusal = refusalOf(DESK_POLICY, 'ticket.read', ctx.actor, { unitIds })
  return refusal ? err(refusal) : openSealed(ctx, tools, found.file)
}
