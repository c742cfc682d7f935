import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { readDeskSettings } from '../../settings/desk-settings.repo.server.ts'
import { addEvent } from '../../tickets/event.repo.server.ts'
import { eraseContacts as eraseRows } from '../erasing.repo.server.ts'
import { monthsBefore } from '../months-before.domain.ts'

/** Erases who came with tickets that ended so many months ago as the settings say. Gives how many. */
export const eraseContacts = (ctx: Ctx): Promise<number> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    const at = ctx.now()
    const { settings } = await readDeskSettings(tx, agencyId)
    const until = monthsBefore(thaiDay(at), settings.eraseAfterMonths)
    const erased = await eraseRows(tx, { agencyId, until, at })
    if (erased.length === 0) return 0
    for (const ticketId of erased)
      await addEvent(tx, { agencyId, ticketId, kind: 'erased', by: ctx.actor, at })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'ticket.erased',
      object: { kind: 'ticket-list', id: until },
      detail: { tickets: erased.length },
    })
    return erased.length
  })
