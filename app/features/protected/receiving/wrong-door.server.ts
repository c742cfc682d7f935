import type { Readable } from 'node:stream'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { listHolidays } from '../../people/index.server.ts'
import { beginCase, type CaseStart, dropStart, wipeStart } from '../cases/open-case.server.ts'
import type { ProtectedChannel } from '../channel.server.ts'
import {
  dropFiles,
  type IncomingFile,
  sealIncoming,
  settleFiles,
} from '../reporting/incoming-files.server.ts'
import { randomKey, type SealingPair } from '../sealing/keys.server.ts'
import { claimTicket, isTakenOver, takeOverTicket } from './usecases/take-over-ticket.server.ts'

/** What the desk hands over. */
type MovedTicket = Readonly<{
  ticketId: string
  claimPublicKey: Uint8Array
  text: string
  files: readonly Readonly<{
    fileName: string
    mediaType: string
    open: () => Promise<Readable>
  }>[]
  receivedDay: IsoDay
}>

type Fault = Readonly<{ code: string }>

/**
 * The way in from the desk, for the program to hand to it. What is moved is sealed before this answers, so that the desk may
 * delete it then; asked again for the same ticket it makes nothing twice.
 */
export function protectedWrongDoor(channel: ProtectedChannel) {
  return {
    transfer: async (desk: Ctx, moved: MovedTicket): Promise<Result<void, Fault>> => {
      const ctx = { ...desk, channel }
      if (await isTakenOver(ctx, moved.ticketId)) return ok(undefined)
      const { filesFolder } = channel
      const files: IncomingFile[] = []
      let start: CaseStart | null = null
      const drop = async () => {
        await dropFiles(filesFolder, files)
        if (start) await dropStart(channel, start)
      }
      try {
        const holidays = await listHolidays(desk)
        start = await beginCase(channel)
        const { shredKey } = start
        for (const { fileName: name, mediaType: type, open } of moved.files)
          files.push(await sealIncoming(filesFolder, await open(), { name, type, shredKey }))
        await settleFiles(filesFolder, files)
        const day = thaiDay(ctx.now())
        const taken = await takeOverTicket(ctx, { ...moved, start, files, day, holidays })
        if (!taken.ok) {
          await drop()
          return taken
        }
        // Somebody else took it over at the same moment: theirs stands.
        if (taken.value) wipeStart(start)
        else await drop()
        return ok(undefined)
      } catch (error) {
        // Where it is not known whether the case was made, nothing of it is taken away, and whoever asks is told by a fault.
        const isTaken = await isTakenOver(ctx, moved.ticketId).catch(() => null)
        if (isTaken === true) return ok(undefined)
        if (isTaken === null) throw error
        await drop()
        const { code, name } = error as NodeJS.ErrnoException
        channel.log('transfer-failed', { code: code ?? name })
        return err({ code: 'door.failed' })
      }
    },

    claim: async (
      desk: Ctx,
      { ticketId, claimKeyPair }: Readonly<{ ticketId: string; claimKeyPair: SealingPair }>,
    ): Promise<Result<Readonly<{ receipt: string }>, Fault>> => {
      const receipt = channel.derivation.receiptOfForm(randomKey())
      const keys = await channel.derivation.deriveReceipt(receipt)
      if (!keys.ok) return err({ code: 'door.busy' })
      const ctx = { ...desk, channel }
      try {
        const claimed = await claimTicket(ctx, { ticketId, claimPair: claimKeyPair, keys: keys.value })
        return claimed.ok ? ok({ receipt }) : claimed
      } catch (error) {
        // Not thrown: the page that asks is of the desk, and its faults stand in the log of the whole program, to the moment.
        const { code, name } = error as NodeJS.ErrnoException
        channel.log('claim-failed', { code: code ?? name })
        return err({ code: 'door.busy' })
      }
    },
  }
}
