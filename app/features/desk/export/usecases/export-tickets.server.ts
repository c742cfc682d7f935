import type { Language } from '../../../../i18n/language.ts'
import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { dayAsTyped } from '../../../../kernel/typed-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import {
  type TableFile,
  type TableFormat,
  writeTable,
} from '../../../../platform/office-files/write-table.server.ts'
import { listUnits } from '../../../people/index.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import { DESK_POLICY } from '../../desk.policy.ts'
import { exportText, ticketsText } from '../../text/index.ts'
import { listForExport } from '../../tickets/inbox.queries.server.ts'
import type { InboxFilter } from '../../tickets/inbox-filter.domain.ts'
import { findTicketsOf } from '../tickets-for-export.queries.server.ts'

const MOST_ROWS = 20_000
const WIDTHS = [18, 14, 16, 12, 22, 22, 14, 14, 14, 12, 14, 60, 24, 28, 18, 30, 12, 12]

/**
 * The tickets of a filter as a table of a spreadsheet program, days in the Buddhist era. It holds names and addresses: that it
 * was written is kept in the audit log before it is handed out.
 */
export async function exportTickets(
  ctx: Ctx,
  { filter, form, lang }: Readonly<{ filter: InboxFilter; form: TableFormat; lang: Language }>,
): Promise<Result<TableFile, DeskError>> {
  const ids = refusalOf(DESK_POLICY, 'ticket.export', ctx.actor)
    ? []
    : await listForExport(ctx, filter, MOST_ROWS)
  const kept = await inTransaction<null, DeskError>(ctx, async (tx) => {
    const refusal = refusalOf(DESK_POLICY, 'ticket.export', ctx.actor)
    if (refusal) return err(refusal)
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'ticket.exported',
      object: { kind: 'ticket-list', id: form },
      detail: { rows: ids.length, states: filter.states },
    })
    return ok(null)
  })
  if (!kept.ok) return kept
  const rows = await findTicketsOf(ctx, ids)
  const units = await withAgency(ctx.db, ctx.agency.id, (tx) => listUnits(tx, ctx.agency.id))
  const unitName = (id: string | null) => units.find((unit) => unit.id === id)?.nameTh ?? ''
  const day = (iso: string | null) => (iso === null ? '' : dayAsTyped(iso))
  const words = exportText(lang)
  const names = ticketsText(lang)
  const inTime = (value: boolean | null) => (value === null ? '' : value ? words.yes : words.no)
  const table = rows.map(({ ticket, officer }) => [
    ticket.reference,
    day(ticket.receivedOn),
    names.kinds[ticket.kind],
    names.priorities[ticket.priority],
    names.states[ticket.state],
    unitName(ticket.unitId),
    officer ?? '',
    day(ticket.dueOn),
    day(ticket.answeredOn),
    inTime(ticket.inTime),
    day(ticket.closedOn),
    ticket.body ?? '',
    ticket.name ?? '',
    ticket.email ?? '',
    ticket.telephone ?? '',
    ticket.place ?? '',
    ticket.point ? String(ticket.point.latitude) : '',
    ticket.point ? String(ticket.point.longitude) : '',
  ])
  const name = `tickets-${thaiDay(ctx.now())}`
  const look = { sheet: words.sheet, widths: WIDTHS }
  return ok(await writeTable([Object.values(words.columns), ...table], { format: form, name, look }))
}
