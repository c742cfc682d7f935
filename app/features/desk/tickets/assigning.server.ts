import { err, ok, type Result } from '../../../kernel/result.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { addNotices, listUnits } from '../../people/index.server.ts'
import { existsOn } from '../../people/index.ts'
import type { DeskError } from '../desk.errors.ts'
import { listOfficersOn } from '../who-answers.queries.server.ts'
import type { Decided } from './changing-ticket.server.ts'
import type { Ticket } from './ticket.domain.ts'
import { workersOf } from './who-is-told.domain.ts'

export type Assignment = Readonly<{ unitId: string | null; officerId: string | null; note: string }>

/** Gives a locked ticket to a unit, to an officer or to both, and tells who works on it from now on. */
export async function decideAssignment(
  tx: Tx,
  ctx: Ctx,
  ticket: Ticket,
  { unitId, officerId, note }: Assignment,
): Promise<Result<Decided, DeskError>> {
  const agencyId = ctx.agency.id
  const at = ctx.now()
  const today = thaiDay(at)
  if (unitId === null && officerId === null) return faulty('unitId', 'ticket.nobody')
  const unit = (await listUnits(tx, agencyId)).find((one) => one.id === unitId && existsOn(one, today))
  if (unitId !== null && !unit) return faulty('unitId', 'ticket.unknown-unit')
  const officers = await listOfficersOn(tx, { agencyId, day: today })
  const officer = officers.find(({ id }) => id === officerId)
  const isOfUnit =
    officer !== undefined && (officer.isDesk || (unitId !== null && officer.unitIds.includes(unitId)))
  if (officerId !== null && !isOfUnit) return faulty('officerId', 'ticket.unknown-officer')
  if (unitId === ticket.unitId && officerId === ticket.officerId)
    return err({ code: 'ticket.nothing-changed' })
  const by = ctx.actor.name
  await addNotices(
    tx,
    workersOf({ unitId, officerId }, officers)
      .filter(({ id }) => ctx.actor.kind !== 'person' || ctx.actor.id !== id)
      .map(({ id }) => ({
        agencyId,
        personId: id,
        kind: 'ticket.assigned' as const,
        part: `desk/tickets/${ticket.id}`,
        detail: {
          title: ticket.reference,
          by,
          ...(ticket.dueOn === null ? {} : { day: ticket.dueOn }),
        },
        at,
      })),
  )
  return ok({
    change: {
      unitId,
      officerId,
      state: ticket.state === 'new' || ticket.state === 'reopened' ? 'assigned' : ticket.state,
    },
    event: {
      kind: 'assigned',
      body: note,
      detail: {
        fromUnit: ticket.unitId,
        toUnit: unitId,
        unitTh: unit?.nameTh ?? null,
        unitEn: unit?.nameEn ?? null,
        officer: officer?.name ?? null,
      },
    },
    audit: { action: 'ticket.assigned', detail: { unitId, officerId } },
  })
}

const faulty = (
  field: string,
  fault: 'ticket.nobody' | 'ticket.unknown-unit' | 'ticket.unknown-officer',
): Result<never, DeskError> => err({ code: 'desk.faults', faults: { [field]: fault } })
