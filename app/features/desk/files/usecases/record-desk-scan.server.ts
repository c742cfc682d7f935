import { ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { ScanAnswer } from '../../../../platform/scan/clamav.server.ts'
import { addNotices } from '../../../people/index.server.ts'
import { findTicketRow } from '../../tickets/ticket.queries.server.ts'
import { workersOf } from '../../tickets/who-is-told.domain.ts'
import { listOfficersOn } from '../../who-answers.queries.server.ts'
import { type DeskFile, saveScan } from '../file.repo.server.ts'

const LONGEST_FINDING = 200
/** As evidence says it: such a file is not handed out while there is a scanner. */
const TOO_LARGE = 'too large for the scanner'

/** Keeps what the scanner said of a file; that something was found is told to who works on the ticket. */
export function recordDeskScan(
  ctx: Ctx,
  { file, answer }: Readonly<{ file: Pick<DeskFile, 'id' | 'ticketId'>; answer: ScanAnswer }>,
): Promise<Result<null, never>> {
  return inTransaction<null, never>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const at = ctx.now()
    const scanned = { agencyId, id: file.id, at }
    if (answer.kind !== 'infected') {
      const isClean = answer.kind === 'clean'
      await saveScan(tx, {
        ...scanned,
        scan: isClean ? 'clean' : 'not-scanned',
        finding: isClean ? null : TOO_LARGE,
      })
      return ok(null)
    }
    const finding = answer.finding.replace(/\p{Cc}/gu, ' ').slice(0, LONGEST_FINDING)
    if (!(await saveScan(tx, { ...scanned, scan: 'infected', finding }))) return ok(null)
    const ticket = await findTicketRow(tx, agencyId, file.ticketId)
    if (!ticket) return ok(null)
    const officers = await listOfficersOn(tx, { agencyId, day: thaiDay(at) })
    await addNotices(
      tx,
      workersOf(ticket, officers).map(({ id }) => ({
        agencyId,
        personId: id,
        kind: 'ticket.file-infected' as const,
        part: `desk/tickets/${ticket.id}`,
        detail: { title: ticket.reference },
        at,
      })),
    )
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'ticket-file.scanned',
      object: { kind: 'ticket-file', id: file.id },
      detail: { reference: ticket.reference, finding },
    })
    return ok(null)
  })
}
