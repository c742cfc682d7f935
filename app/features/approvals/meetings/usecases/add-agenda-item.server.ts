import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { addNotices, holdAgency } from '../../../people/index.server.ts'
import type { ApprovalsError } from '../../approvals.errors.ts'
import { APPROVALS_POLICY } from '../../approvals.policy.ts'
import { placeMatter } from '../../matter.repo.server.ts'
import type { MatterSource } from '../../matter-source.server.ts'
import { insertAgendaItem } from '../agenda.repo.server.ts'
import { listDeciders } from '../deciders.queries.server.ts'
import { judgeItem } from '../meeting.domain.ts'
import { findMeeting } from '../meeting.repo.server.ts'

export type AddAgendaItem = Readonly<{
  meetingId: string
  number: string | null
  /** Null: as what is put forward is called. */
  title: string | null
  details: string | null
  /** What is put before the meeting; `seenHash` is what stood on the page, null where nobody looked. */
  matter: Readonly<{ source: MatterSource; key: string; seenHash: string | null }> | null
}>
type AddedItem = Readonly<{ agendaItemId: string; matterId: string | null; contentHash: string | null }>

/** Puts something on the agenda of a meeting; what it puts forward is frozen as it stands now. */
export function addAgendaItem(ctx: Ctx, given: AddAgendaItem): Promise<Result<AddedItem, ApprovalsError>> {
  return inTransaction<AddedItem, ApprovalsError>(ctx, async (tx) => {
    const act = given.matter ? 'matter.place' : 'meeting.change'
    const refusal = refusalOf(APPROVALS_POLICY, act, ctx.actor)
    if (refusal) return err(refusal)
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    const meeting = await findMeeting(tx, { agencyId, id: given.meetingId })
    if (!meeting) return err({ code: 'meeting.unknown' })
    if (meeting.state === 'cancelled') return err({ code: 'meeting.cancelled' })
    const now = given.matter && (await given.matter.source.read(tx, ctx, { agencyId, key: given.matter.key }))
    if (given.matter && !now) return err({ code: 'matter.unknown' })
    if (given.matter?.seenHash && given.matter.seenHash !== now?.contentHash)
      return err({ code: 'matter.changed-since' })
    const facts = judgeItem({ ...given, title: given.title ?? now?.title ?? '' })
    if (!facts.ok) return facts
    const matter = now && (await placeMatter(tx, ctx, { agencyId, ...now }))
    const agendaItemId = await insertAgendaItem(tx, {
      agencyId,
      meetingId: meeting.id,
      ...facts.value,
      matterId: matter?.id ?? null,
      at: ctx.now(),
      byName: ctx.actor.name,
    })
    if (matter && meeting.state === 'planned')
      await tellDeciders(tx, ctx, { agendaItemId, title: facts.value.title, heldOn: meeting.facts.heldOn })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'agenda-item.added',
      object: { kind: 'agenda-item', id: agendaItemId },
      detail: { meeting: meeting.id, kind: matter?.kind ?? null, contentHash: matter?.contentHash ?? null },
    })
    return ok({ agendaItemId, matterId: matter?.id ?? null, contentHash: matter?.contentHash ?? null })
  })
}

type Placed = Readonly<{ agendaItemId: string; title: string; heldOn: IsoDay }>

/** Who is to decide of it is told, so that they can read it before the meeting. Nobody is told what they did themselves. */
async function tellDeciders(tx: Tx, ctx: Ctx, { agendaItemId, title, heldOn }: Placed): Promise<void> {
  const agencyId = ctx.agency.id
  const people = await listDeciders(tx, { agencyId, day: thaiDay(ctx.now()) })
  await addNotices(
    tx,
    people
      .filter((id) => ctx.actor.kind !== 'person' || id !== ctx.actor.id)
      .map((personId) => ({
        agencyId,
        personId,
        kind: 'matter.placed' as const,
        part: `agenda/${agendaItemId}`,
        detail: { title: title.slice(0, LONGEST_TOLD), by: ctx.actor.name, day: heldOn },
        at: ctx.now(),
      })),
  )
}

const LONGEST_TOLD = 200
