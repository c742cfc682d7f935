import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import { findMadeCase } from '../../cases/case.repo.server.ts'
import { type CaseStart, claimCase, makeCase } from '../../cases/open-case.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { inProtected, withProtected } from '../../database/protected-db.server.ts'
import { dueDaysOf } from '../../deadlines/deadlines.domain.ts'
import { noteReceived } from '../../deadlines/progress.repo.server.ts'
import type { IncomingFile } from '../../reporting/incoming-files.server.ts'
import { readersOf } from '../../reporting/report-form.domain.ts'
import type { ReceiptKeys } from '../../sealing/derivation.server.ts'
import type { SealingPair } from '../../sealing/keys.server.ts'
import { findChannelSettings } from '../../settings/channel-settings.repo.server.ts'
import { listHolders } from '../holder.repo.server.ts'
import { toKnown } from '../on-case.server.ts'

export type TakenTicket = Readonly<{
  ticketId: string
  claimPublicKey: Uint8Array
  text: string
  /** When it came to the desk; the times of the channel run from today. */
  receivedDay: IsoDay
  start: CaseStart
  files: readonly IncomingFile[]
  day: IsoDay
  holidays: ReadonlySet<IsoDay>
}>

const hashOf = (ticketId: string): Uint8Array =>
  createHash('sha256').update(`ticket of the desk ${ticketId}`).digest()

/** Whether that ticket has a case already. */
export const isTakenOver = (ctx: ProtectedCtx, ticketId: string): Promise<boolean> =>
  withProtected(ctx.channel.db, ctx.agency.id, async (tx) => {
    const made = { submissionHash: hashOf(ticketId), transferId: ticketId }
    return (await findMadeCase(tx, ctx.agency.id, made)) !== null
  })

/**
 * Makes a case of what the desk hands over, sealed for every recipient: whom it concerns, nobody has said. False where the
 * ticket has a case already. Refused where nobody could read it.
 */
export const takeOverTicket = (
  ctx: ProtectedCtx,
  { ticketId, claimPublicKey, text, receivedDay, start, files, day, holidays }: TakenTicket,
): Promise<Result<boolean, Readonly<{ code: 'door.closed' }>>> =>
  inProtected<boolean, Readonly<{ code: 'door.closed' }>>(ctx, async (tx) => {
    const agencyId = ctx.agency.id
    const { settings, recovery } = await findChannelSettings(tx, agencyId)
    const holders = await listHolders(tx, agencyId)
    const readers = readersOf(holders, { offices: [], leftOut: [] })
    const category = settings.categories[0]?.key
    if (readers.length === 0 || category === undefined) return err({ code: 'door.closed' })
    const custodians = holders.filter(({ kind }) => kind === 'custodian')
    const made = await makeCase(tx, ctx.channel, {
      agencyId,
      start,
      submissionHash: hashOf(ticketId),
      channel: 'desk',
      category,
      content: {
        text,
        facts: { receivedDay },
        ...(files.length > 0 ? { files: files.map(({ file }) => file) } : {}),
      },
      files: files.map(({ stored }) => stored),
      holders: [...readers, ...custodians].map(toKnown),
      recoveryKey: settings.isRecoveryOn ? recovery : null,
      identity: null,
      reporter: { by: 'claim', claimPublicKey, transferId: ticketId },
      day,
      due: dueDaysOf(day, settings.times, holidays),
    })
    if (!made.ok) return ok(false)
    await noteReceived(tx, { agencyId, channel: 'desk', category, day })
    await writeSealedAudit(tx, {
      agencyId,
      day,
      role: 'channel',
      action: 'case.transferred',
      object: made.value.reportId,
    })
    return ok(true)
  })

/** Gives who came to the desk digits of their own, by the key that only their follow-up number makes. */
export const claimTicket = (
  ctx: ProtectedCtx,
  given: Readonly<{ ticketId: string; claimPair: SealingPair; keys: ReceiptKeys }>,
): Promise<Result<void, Readonly<{ code: 'door.closed' }>>> =>
  inProtected<void, Readonly<{ code: 'door.closed' }>>(ctx, async (tx) => {
    const { ticketId: transferId, claimPair, keys } = given
    const claimed = await claimCase(tx, { agencyId: ctx.agency.id, transferId, claimPair, keys })
    return claimed.ok ? ok(undefined) : err({ code: 'door.closed' })
  })
