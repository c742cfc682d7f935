import { err, ok, type Result } from '../../../kernel/result.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { DeskError } from '../desk.errors.ts'
import type { DeskTools } from '../desk-tools.server.ts'
import { unsealed } from '../files/sealed-file.server.ts'
import { sweepFiles } from '../files/sweep-files.server.ts'
import { movedWordsText } from '../text/index.ts'
import type { MovedTicket, WrongDoor } from '../wrong-door.server.ts'
import { movedText } from './moved-text.domain.ts'
import { beginMove, type Leaving } from './usecases/begin-move.server.ts'
import { cancelMove } from './usecases/cancel-move.server.ts'
import { finishMove } from './usecases/finish-move.server.ts'

/**
 * Moves a ticket into the protected channel: its text and files are sealed there first and taken out of the desk after. What
 * stops in between is begun again by whoever presses again; what lies there already is not sealed twice.
 */
export async function moveTicket(
  ctx: Ctx,
  tools: Pick<DeskTools, 'store' | 'log'>,
  wrongDoor: Pick<WrongDoor, 'transfer'>,
  seen: Readonly<{ id: string; seenVersion: number }>,
): Promise<Result<null, DeskError>> {
  const begun = await beginMove(ctx, seen)
  if (!begun.ok) return begun
  if (begun.value === 'moved') return ok(null)
  const sealed = await wrongDoor.transfer(ctx, leavingOf(ctx, tools, begun.value)).catch((error: Error) => {
    tools.log.warn({ error: error.name }, 'desk-ticket-not-moved')
    return null
  })
  // Perhaps it lies there already: were it added to here once more, that would be taken out and lie nowhere.
  if (sealed === null) return err({ code: 'door.uncertain' })
  if (!sealed.ok) {
    await cancelMove(ctx, seen.id)
    return err({ code: 'door.closed' })
  }
  const finished = await finishMove(ctx, seen.id)
  if (finished.ok) await sweepFiles(ctx, tools)
  return finished
}

function leavingOf(
  ctx: Ctx,
  { store }: Pick<DeskTools, 'store'>,
  { ticket, events, files, claimPublicKey }: Leaving,
): MovedTicket {
  const said = events.map(({ byKind, at, text }) => ({ byKind, day: thaiDay(at), text }))
  return {
    ticketId: ticket.id,
    claimPublicKey,
    text: movedText(ticket, said, movedWordsText(ticket.lang)),
    files: files.map(({ fileName, mediaType, size, sha256, contentKey }) => ({
      fileName,
      mediaType,
      size,
      open: async () => {
        const sealed = await store.open({ agencyId: ctx.agency.id, sha256 })
        if (!sealed) throw new Error('a file of a ticket is not in the store')
        return unsealed(sealed, contentKey)
      },
    })),
    receivedDay: ticket.receivedOn,
  }
}
