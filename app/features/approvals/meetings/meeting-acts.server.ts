import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { EvidenceError } from '../../evidence/index.ts'
import type { ApprovalsError } from '../approvals.errors.ts'
import type { DoneToMeeting } from './meeting.domain.ts'
import { attachMinutes, detachMinutes } from './usecases/attach-minutes.server.ts'
import { cancelMeeting } from './usecases/cancel-meeting.server.ts'
import { changeAgendaItem } from './usecases/change-agenda-item.server.ts'
import { markMeetingHeld } from './usecases/mark-meeting-held.server.ts'
import { moveAgendaItem } from './usecases/move-agenda-item.server.ts'
import { removeAgendaItem } from './usecases/remove-agenda-item.server.ts'

type Refused = ApprovalsError | EvidenceError | Readonly<{ code: 'act.unknown' }>

type Asked = Readonly<{ meetingId: string; sent: FormData; values: Readonly<Record<string, string>> }>

/** Does what a form of the page of a meeting asks. */
export async function doneToMeeting(
  ctx: Ctx,
  { meetingId, sent, values }: Asked,
): Promise<Result<DoneToMeeting, Refused>> {
  const said = <T, E>(result: Result<T, E>, done: DoneToMeeting): Result<DoneToMeeting, E> =>
    result.ok ? ok(done) : result
  const { agendaItemId = '', number = '', title = '', details = '' } = values
  const seenVersion = Number(values.seenVersion)
  switch (values.act) {
    case 'held':
      return said(await markMeetingHeld(ctx, { meetingId, seenVersion }), 'held')
    case 'cancel':
      return said(await cancelMeeting(ctx, { meetingId, seenVersion }), 'cancelled')
    case 'change-item':
      return said(
        await changeAgendaItem(ctx, { agendaItemId, seenVersion, number, title, details }),
        'item-changed',
      )
    case 'remove-item':
      return said(await removeAgendaItem(ctx, { agendaItemId, seenVersion }), 'item-removed')
    case 'earlier':
    case 'later': {
      const seenPosition = Number(values.seenPosition)
      return said(await moveAgendaItem(ctx, { agendaItemId, to: values.act, seenPosition }), 'item-moved')
    }
    case 'attach':
      return said(
        await attachMinutes(ctx, { meetingId, evidenceIds: sent.getAll('evidenceId').map(String) }),
        'attached',
      )
    case 'detach':
      return said(await detachMinutes(ctx, { meetingId, evidenceId: values.evidenceId ?? '' }), 'detached')
    default:
      return err({ code: 'act.unknown' })
  }
}
