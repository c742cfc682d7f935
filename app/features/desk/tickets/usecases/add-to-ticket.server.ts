import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import type { SentFile } from '../../../evidence/index.server.ts'
import { addNotices, holidaysWithin } from '../../../people/index.server.ts'
import type { DeskError } from '../../desk.errors.ts'
import type { DeskTools } from '../../desk-tools.server.ts'
import { giveBackFiles, takeFiles } from '../../files/take-files.server.ts'
import { readDeskSettings } from '../../settings/desk-settings.repo.server.ts'
import { listOfficersOn } from '../../who-answers.queries.server.ts'
import { listEvents } from '../event.queries.server.ts'
import { addEvent } from '../event.repo.server.ts'
import { findFollowed } from '../follow-up.queries.server.ts'
import { reopened } from '../reopening.domain.ts'
import { mayAdd, mayReopen } from '../ticket.domain.ts'
import { holdTicket, saveTicket } from '../ticket.repo.server.ts'
import { typedWords } from '../typed-words.domain.ts'
import { workersOf } from '../who-is-told.domain.ts'

export type AddToTicket = Readonly<{
  /** As typed. */
  reference: string
  secret: string
  text: string
  files: readonly SentFile[]
  /** Whether the person says that it is not over. */
  reopens: boolean
}>

const MOST_ADDITIONS = 200

/**
 * Adds to a ticket what its person writes, and opens it again where they say that it is not over. The same words twice in a row
 * are one addition: a form that was posted twice.
 */
export async function addToTicket(
  ctx: Ctx,
  tools: DeskTools,
  { reference, secret, text, files, reopens }: AddToTicket,
): Promise<Result<null, DeskError>> {
  const agencyId = ctx.agency.id
  // Before a file of a stranger is kept.
  const known = await withAgency(ctx.db, agencyId, (tx) =>
    findFollowed(tx, ctx, tools, { reference, secret }),
  )
  if (!known) return err({ code: 'ticket.unknown' })
  const words = typedWords('text', text, 'ticket.no-body')
  if (!words.ok) return words
  if (!mayAdd(known.own)) return err({ code: known.own.movingAt ? 'ticket.moving' : 'ticket.state' })
  const taken = await takeFiles(ctx, tools, files)
  if (!taken.ok) return err({ code: 'desk.faults', faults: { files: taken.error } })
  const added = await inTransaction<boolean, DeskError>(ctx, async (tx) => {
    const ticket = await holdTicket(tx, agencyId, known.own.id)
    if (!ticket) return err({ code: 'ticket.unknown' })
    if (!mayAdd(ticket)) return err({ code: ticket.movingAt ? 'ticket.moving' : 'ticket.state' })
    const at = ctx.now()
    const today = thaiDay(at)
    const events = await listEvents(tx, { agencyId, ticketIds: [ticket.id] })
    const last = events.at(-1)
    if (last?.byKind === 'person' && last.kind !== 'received' && last.text === words.value) return ok(false)
    if (events.filter(({ byKind }) => byKind === 'person').length >= MOST_ADDITIONS)
      return err({ code: 'ticket.state' })
    const { settings } = await readDeskSettings(tx, agencyId)
    const opensAgain = reopens && mayReopen(ticket, { today, days: settings.reopenDays })
    const holidays = await holidaysWithin(tx, agencyId)
    await addEvent(tx, {
      agencyId,
      ticketId: ticket.id,
      kind: opensAgain ? 'reopened' : 'addition',
      by: null,
      body: words.value,
      files: taken.value,
      at,
    })
    const change = opensAgain ? reopened(ticket, today, { settings, holidays }) : {}
    await saveTicket(tx, agencyId, ticket, { change, at, found: words.value })
    const officers = await listOfficersOn(tx, { agencyId, day: today })
    await addNotices(
      tx,
      workersOf(ticket, officers).map(({ id }) => ({
        agencyId,
        personId: id,
        kind: opensAgain ? ('ticket.reopened' as const) : ('ticket.supplemented' as const),
        part: `desk/tickets/${ticket.id}`,
        detail: { title: ticket.reference },
        at,
      })),
    )
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: opensAgain ? 'ticket.reopened' : 'ticket.supplemented',
      object: { kind: 'ticket', id: ticket.id },
      detail: { reference: ticket.reference, files: taken.value.length },
    })
    return ok(true)
  })
  if (!added.ok || !added.value) await giveBackFiles(ctx, tools, taken.value)
  else if (taken.value.length > 0) tools.stored()
  return added.ok ? ok(null) : added
}
