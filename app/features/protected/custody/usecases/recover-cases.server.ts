import { cleanText } from '../../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import { closeThread, openThread, recoverCase } from '../../cases/open-case.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { inProtected, withProtected } from '../../database/protected-db.server.ts'
import { type Holder, listHolders } from '../../receiving/holder.repo.server.ts'
import { isLeftOut, leftOutOf } from '../../receiving/left-out.domain.ts'
import { toKnown } from '../../receiving/on-case.server.ts'
import { wipe } from '../../sealing/bytes.server.ts'
import { type SealingPair, sealingPairOf } from '../../sealing/keys.server.ts'
import { readPrintedKey } from '../../sealing/printed-key.server.ts'
import { joinKey } from '../../sealing/recovery.server.ts'
import { listOrphans } from '../recovery.repo.server.ts'

export type RecoveryRefusal = Readonly<{
  code:
    | 'recovery.no-reason'
    | 'recovery.holder'
    | 'recovery.share'
    | 'recovery.too-few'
    | 'recovery.mixed'
    | 'recovery.no-case'
  /** Which share, from 1, has a slip. */
  at?: number
}>

type Recovery = Readonly<{
  /** As they were typed from paper. */
  shares: readonly string[]
  /** Key of the recipient to whom the cases go. */
  keyId: string
  reason: string
}>

/** How many cases were given on, and how many the shares did not open, were not whole, or leave that recipient out. */
export type Recovered = Readonly<{ given: number; left: number }>

/**
 * A quorum gives the cases that nobody can read any more to one recipient. The reporter and whoever reads a case see in it that it
 * was so, and why. Cases that somebody can read are left alone: a quorum is no way around who was left out.
 */
export async function recoverCases(
  ctx: ProtectedCtx,
  { shares, keyId, reason: typed }: Recovery,
): Promise<Result<Recovered, RecoveryRefusal>> {
  const reason = cleanText(typed).trim()
  if (reason === '') return err({ code: 'recovery.no-reason' })
  const agencyId = ctx.agency.id
  const { holder, orphans } = await withProtected(ctx.channel.db, agencyId, async (tx) => ({
    holder: (await listHolders(tx, agencyId)).find((one) => one.keyId === keyId && one.kind !== 'custodian'),
    orphans: await listOrphans(tx, agencyId),
  }))
  if (!holder) return err({ code: 'recovery.holder' })
  const parts: Uint8Array[] = []
  for (const [index, share] of shares.entries()) {
    const read = readPrintedKey(share)
    if (!read.ok) return err({ code: 'recovery.share', at: index + 1 })
    parts.push(read.value)
  }
  const joined = await joinKey(parts)
  wipe(...parts)
  if (!joined.ok) return joined
  const pair = sealingPairOf(joined.value)
  try {
    if (orphans.length === 0) return err({ code: 'recovery.no-case' })
    let given = 0
    for (const reportId of orphans) {
      const done = await recoverOne(ctx, { reportId, pair, reason, holder })
      if (done.ok) given += 1
    }
    return ok({ given, left: orphans.length - given })
  } finally {
    wipe(pair.secretKey)
  }
}

type One = Readonly<{
  reportId: string
  pair: SealingPair
  reason: string
  holder: Holder
}>

function recoverOne(
  ctx: ProtectedCtx,
  { reportId, pair, reason, holder }: One,
): Promise<Result<void, Readonly<{ code: string }>>> {
  const agencyId = ctx.agency.id
  const day = thaiDay(ctx.now())
  return inProtected<void, Readonly<{ code: string }>>(ctx, async (tx) => {
    const opened = await openThread(tx, ctx.channel, { agencyId, reportId, opener: { as: 'recovery', pair } })
    if (!opened.ok) return opened
    const thread = opened.value
    try {
      if (!thread.chain.whole) return err({ code: 'case.not-whole' })
      // Nor where nobody else is left: those who could read it may have been put out for that.
      if (isLeftOut(leftOutOf(thread.items), holder)) return err({ code: 'recovery.holder' })
      const done = await recoverCase(tx, ctx.channel, { thread, holder: toKnown(holder), reason, day })
      if (!done.ok) return done
      await writeSealedAudit(tx, { agencyId, day, role: 'quorum', action: 'recovery.used', object: reportId })
      return ok(undefined)
    } finally {
      closeThread(thread)
    }
  })
}
