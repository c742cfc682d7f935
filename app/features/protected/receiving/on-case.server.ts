import { err, type Result } from '../../../kernel/result.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { KnownHolder } from '../cases/case.domain.ts'
import { closeThread, newEpoch, openThread, type Thread } from '../cases/open-case.server.ts'
import type { ProtectedCtx } from '../channel.server.ts'
import { endReleasesFor } from '../custody/release.repo.server.ts'
import { inProtected } from '../database/protected-db.server.ts'
import { caseTh } from '../text/case.th.ts'
import type { ReceivingErrorCode } from '../text/receiving.ts'
import { type Holder, listHolders } from './holder.repo.server.ts'
import type { OpenHolder } from './own-vaults.server.ts'

export type CaseFault = Readonly<{ code: ReceivingErrorCode }>

/** A case in the hands of one of its readers, locked until the transaction ends. */
export type OpenCase = Readonly<{
  tx: Tx
  thread: Thread
  /** As whom they read it. */
  me: Holder
  /** Everybody appointed now who has a key. */
  holders: readonly Holder[]
  agencyId: string
  reportId: string
  day: string
}>

/**
 * Works on a case with whichever of the person's open vaults opens it. Whoever holds none of its grants is told the same as of
 * a case that never was. Who is appointed no longer leaves it first: the case gets a new epoch.
 */
export async function onCase<T>(
  ctx: ProtectedCtx,
  { reportId, open }: Readonly<{ reportId: string; open: readonly OpenHolder[] }>,
  work: (opened: OpenCase) => Promise<Result<T, CaseFault>>,
): Promise<Result<T, CaseFault>> {
  if (!isUuid(reportId)) return err({ code: 'case.unknown' })
  const agencyId = ctx.agency.id
  const day = thaiDay(ctx.now())
  return inProtected<T, CaseFault>(ctx, async (tx) => {
    const holders = await listHolders(tx, agencyId)
    for (const { holder, vault } of open.filter(({ holder: { kind } }) => kind !== 'custodian')) {
      const opener = { as: 'holder', keyId: holder.keyId, vault } as const
      const asked = { agencyId, reportId, opener }
      const found = await openThread(tx, ctx.channel, asked)
      if (!found.ok) continue
      const thread = await withoutLeavers(tx, ctx, { thread: found.value, holders, day, asked })
      try {
        return await work({ tx, thread, me: holder, holders, agencyId, reportId, day })
      } finally {
        closeThread(thread)
      }
    }
    return err({ code: 'case.unknown' })
  })
}

async function withoutLeavers(
  tx: Tx,
  ctx: ProtectedCtx,
  {
    thread,
    holders,
    day,
    asked,
  }: Readonly<{
    thread: Thread
    holders: readonly Holder[]
    day: string
    asked: Parameters<typeof openThread>[2]
  }>,
): Promise<Thread> {
  const leaves = readersOf(thread)
    .map(({ keyId }) => keyId)
    .filter((keyId) => !holders.some((holder) => holder.keyId === keyId))
  if (leaves.length === 0 || !thread.chain.whole) return thread
  const reason = caseTh.appointmentEnded
  const changed = await newEpoch(tx, ctx.channel, { thread, kind: 'removal', leaves, reason, day })
  if (!changed.ok) return thread
  await endReleasesFor(tx, { agencyId: asked.agencyId, reportId: thread.case.id, keyIds: leaves })
  closeThread(thread)
  const again = await openThread(tx, ctx.channel, asked)
  if (!again.ok) throw new Error('a case does not open for who has just changed its key')
  return again.value
}

/** Those who can read a case now. */
export const readersOf = ({ known }: Pick<Thread, 'known'>): readonly KnownHolder[] =>
  known.filter(({ kind }) => kind !== 'custodian')

/** A holder as a case makes them known. */
export const toKnown = (holder: Holder): KnownHolder => ({
  keyId: holder.keyId,
  kind: holder.kind,
  sealing: Buffer.from(holder.sealingKey).toString('base64'),
  signing: Buffer.from(holder.signingKey).toString('base64'),
  role: { th: holder.roleTh, en: holder.roleEn },
  endorsement: Buffer.from(holder.endorsement).toString('base64'),
})
