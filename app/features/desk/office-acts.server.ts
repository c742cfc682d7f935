import type { Result } from '../../kernel/result.ts'
import { isUuid } from '../../kernel/uuid.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { SentFile } from '../evidence/index.server.ts'
import type { DeskError } from './desk.errors.ts'
import type { DeskTools } from './desk-tools.server.ts'
import { moveTicket } from './moving/move-ticket.server.ts'
import { answerTicket } from './tickets/usecases/answer-ticket.server.ts'
import { assignTicket } from './tickets/usecases/assign-ticket.server.ts'
import { changeTicket } from './tickets/usecases/change-ticket.server.ts'
import { closeTicket } from './tickets/usecases/close-ticket.server.ts'
import { markJunk } from './tickets/usecases/mark-junk.server.ts'
import { mergeTicket } from './tickets/usecases/merge-ticket.server.ts'
import { noteTicket } from './tickets/usecases/note-ticket.server.ts'
import { releaseTicket } from './tickets/usecases/release-ticket.server.ts'
import { reopenTicket } from './tickets/usecases/reopen-ticket.server.ts'
import { restoreTicket } from './tickets/usecases/restore-ticket.server.ts'
import { startTicket } from './tickets/usecases/start-ticket.server.ts'
import type { WrongDoor } from './wrong-door.server.ts'

type OfficeAct = Readonly<{
  id: string
  fields: Readonly<Record<string, string>>
  files: readonly SentFile[]
  /** The way into the protected channel, asked for only where it is gone. */
  wrongDoor: () => WrongDoor
}>

/** Does what a form on the page of a ticket asks; null where it asks for nothing that there is. */
export async function doneToTicket(
  ctx: Ctx,
  tools: DeskTools,
  { id, fields, files, wrongDoor }: OfficeAct,
): Promise<Result<unknown, DeskError> | null> {
  const at = (name: string) => fields[name] ?? ''
  const seen = { id, seenVersion: Number(at('seenVersion')) || 0 }
  const chosen = (name: string) => (isUuid(at(name)) ? at(name) : null)
  const reason = at('reason')
  switch (at('act')) {
    case 'assign':
      return assignTicket(ctx, {
        ...seen,
        unitId: chosen('unitId'),
        officerId: chosen('officerId'),
        note: at('note'),
      })
    case 'change': {
      const { kind, priority, topic, dueOn } = fields
      return changeTicket(ctx, {
        ...seen,
        reason,
        ...(kind !== undefined && { kind }),
        ...(priority !== undefined && { priority }),
        ...(topic !== undefined && { topic }),
        ...(dueOn !== undefined && { dueOn }),
      })
    }
    case 'start':
      return startTicket(ctx, seen)
    case 'answer': {
      const final = (['interim', 'last'] as const).find((one) => one === at('final')) ?? 'answer'
      return answerTicket(ctx, tools, { ...seen, text: at('text'), final, files })
    }
    case 'note':
      return noteTicket(ctx, { id, text: at('text') })
    case 'merge':
      return mergeTicket(ctx, { ...seen, into: at('into') })
    case 'close':
      return closeTicket(ctx, tools, { ...seen, reason })
    case 'reopen':
      return reopenTicket(ctx, { ...seen, reason })
    case 'junk':
      return markJunk(ctx, { ...seen, reason })
    case 'restore':
      return restoreTicket(ctx, seen)
    case 'release':
      return releaseTicket(ctx, { ...seen, text: at('text'), confirmed: at('confirmed') === 'on' })
    case 'move':
      return moveTicket(ctx, tools, wrongDoor(), seen)
    default:
      return null
  }
}
