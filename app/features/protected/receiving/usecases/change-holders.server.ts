import { cleanText } from '../../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import { addHolder as giveCase, newEpoch } from '../../cases/open-case.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { endReleasesFor } from '../../custody/release.repo.server.ts'
import { isLeftOut, leftOutOf } from '../left-out.domain.ts'
import { type CaseFault, onCase, readersOf, toKnown } from '../on-case.server.ts'
import type { OpenHolder } from '../own-vaults.server.ts'

type Given = Readonly<{ reportId: string; open: readonly OpenHolder[]; reason: string }>

/** With fewer readers than these, who stands outside the agency reads too. */
const FEW = 2

/**
 * Another recipient gets the whole case, re-sealed by one who has it; nobody whom the reporter left out. The reporter sees the
 * role and the reason.
 */
export async function addCaseHolder(
  ctx: ProtectedCtx,
  { keyId, reason: typed, ...which }: Given & Readonly<{ keyId: string }>,
): Promise<Result<void, CaseFault>> {
  const reason = cleanText(typed).trim()
  if (reason === '') return err({ code: 'case.no-reason' })
  return onCase<void>(ctx, which, async ({ tx, thread, me, holders, agencyId, reportId, day }) => {
    const holder = holders.find((one) => one.keyId === keyId && one.kind !== 'custodian')
    if (!holder || isLeftOut(leftOutOf(thread.items), holder)) return err({ code: 'case.bad-holder' })
    if (thread.known.some((one) => one.keyId === keyId)) return err({ code: 'case.holds-already' })
    const added = await giveCase(tx, ctx.channel, { thread, holder: toKnown(holder), reason, day })
    if (!added.ok) return err({ code: 'case.broken' })
    await writeSealedAudit(tx, {
      agencyId,
      day,
      role: me.kind,
      action: 'case.holder-added',
      object: reportId,
    })
    return ok(undefined)
  })
}

/**
 * Takes the case from a recipient, or from oneself: what is said from here on is sealed for a new key. Where fewer than two
 * are left, who stands outside the agency comes in.
 */
export async function leaveCase(
  ctx: ProtectedCtx,
  { leaver, reason: typed, ...which }: Given & Readonly<{ leaver: 'me' | Readonly<{ keyId: string }> }>,
): Promise<Result<void, CaseFault>> {
  const reason = cleanText(typed).trim()
  if (reason === '') return err({ code: 'case.no-reason' })
  return onCase<void>(ctx, which, async ({ tx, thread, me, holders, agencyId, reportId, day }) => {
    const keyId = leaver === 'me' ? me.keyId : leaver.keyId
    const readers = readersOf(thread)
    const left = readers.filter((one) => one.keyId !== keyId)
    if (left.length === readers.length) return err({ code: 'case.bad-holder' })
    const leftOut = leftOutOf(thread.items)
    const outside = holders.filter(
      (one) =>
        one.kind === 'external' &&
        one.keyId !== keyId &&
        !isLeftOut(leftOut, one) &&
        !left.some((has) => has.keyId === one.keyId),
    )
    const joins = left.length < FEW ? outside.map(toKnown) : []
    if (left.length + joins.length === 0) return err({ code: 'case.last-holder' })
    const kind = keyId === me.keyId ? 'recusal' : 'removal'
    const changed = await newEpoch(tx, ctx.channel, { thread, kind, leaves: [keyId], joins, reason, day })
    if (!changed.ok) return err({ code: 'case.broken' })
    await endReleasesFor(tx, { agencyId, reportId, keyIds: [keyId] })
    await writeSealedAudit(tx, {
      agencyId,
      day,
      role: me.kind,
      action: kind === 'recusal' ? 'case.recused' : 'case.holder-removed',
      object: reportId,
    })
    return ok(undefined)
  })
}
