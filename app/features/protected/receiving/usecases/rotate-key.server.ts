import { err, ok, type Result } from '../../../../kernel/result.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { writeSealedAudit } from '../../audit/audit.repo.server.ts'
import { closeThread, openThread, rotateHolder } from '../../cases/open-case.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { inProtected, withProtected } from '../../database/protected-db.server.ts'
import { joined, wipe } from '../../sealing/bytes.server.ts'
import { signBytes } from '../../sealing/keys.server.ts'
import { printKey } from '../../sealing/printed-key.server.ts'
import { makeVault, openVault, type Vault } from '../../sealing/vault.server.ts'
import { caseTh } from '../../text/case.th.ts'
import { listHeldCases } from '../held-cases.queries.server.ts'
import { listHolders } from '../holder.repo.server.ts'
import { endHolderKeys, insertHolderKey, listStoredVaults } from '../holder-key.repo.server.ts'
import { toKnown } from '../on-case.server.ts'
import { type MadeVault, personOf } from '../own-vaults.server.ts'
import { foldPassphrase } from '../passphrase.domain.ts'
import { slowed } from '../slowed-try.server.ts'

type RotateFault = Readonly<{
  code: 'appointment.unknown' | 'vault.wrong' | 'vault.wait' | 'channel.busy'
}>

/**
 * A new pair of keys in place of one's own, under the same passphrase: every case of the old key is sealed for the new one, the
 * old one vouches for it and is destroyed, in one transaction. Custodians keep theirs, as identities are sealed for them.
 */
export function rotateKey(
  ctx: ProtectedCtx,
  { keyId, passphrase: typed }: Readonly<{ keyId: string; passphrase: string }>,
): Promise<Result<MadeVault, RotateFault>> {
  const passphrase = foldPassphrase(typed)
  const agencyId = ctx.agency.id
  const { derivation } = ctx.channel
  return slowed<MadeVault, RotateFault>(ctx, async () => {
    const mine = await withProtected(ctx.channel.db, agencyId, (tx) =>
      listStoredVaults(tx, agencyId, personOf(ctx)),
    )
    const stored = mine.get(keyId)
    if (!stored) return err({ code: 'appointment.unknown' })
    const old = await openVault(derivation, stored, passphrase)
    if (!old.ok) return old
    const made = await makeVault(derivation, passphrase)
    if (!made.ok) return made
    return replaceKey(ctx, { keyId, old: old.value, made: made.value })
  })
}

type Replaced = Readonly<{
  keyId: string
  old: Vault
  made: Extract<Awaited<ReturnType<typeof makeVault>>, { ok: true }>['value']
}>

function replaceKey(
  ctx: ProtectedCtx,
  { keyId, old, made: { vault, stored, recoveryKey } }: Replaced,
): Promise<Result<MadeVault, RotateFault>> {
  const agencyId = ctx.agency.id
  const day = thaiDay(ctx.now())
  return inProtected<MadeVault, RotateFault>(ctx, async (tx) => {
    const holder = (await listHolders(tx, agencyId)).find((one) => one.keyId === keyId)
    if (!holder || holder.kind === 'custodian') return err({ code: 'appointment.unknown' })
    const { appointmentId } = holder
    await endHolderKeys(tx, agencyId, { appointmentId, day })
    const freshId = await insertHolderKey(tx, agencyId, {
      appointmentId,
      kind: holder.kind,
      channelKey: ctx.channel.derivation.channelKey,
      vault,
      stored,
      vouchedSignature: signBytes(old.signing, joined(vault.sealing.publicKey, vault.signing.publicKey)),
      day,
    })
    const fresh = (await listHolders(tx, agencyId)).find((one) => one.keyId === freshId)
    if (!fresh) throw new Error('a key that was just made is not in use')
    for (const reportId of await listHeldCases(tx, { agencyId, keyId })) {
      const opener = { as: 'holder', keyId, vault: old } as const
      const thread = await openThread(tx, ctx.channel, { agencyId, reportId, opener })
      // A grant that does not open was forged, or is of a case that is being erased.
      if (!thread.ok) continue
      const reason = caseTh.keyRotated
      // A case that is not whole stays with the old key, for which there is no vault: others who read it see to it.
      await rotateHolder(tx, ctx.channel, {
        thread: thread.value,
        old: keyId,
        holder: toKnown(fresh),
        reason,
        day,
      })
      closeThread(thread.value)
    }
    const audited = { agencyId, day, role: holder.kind, object: freshId } as const
    await writeSealedAudit(tx, { ...audited, action: 'vault.key-rotated' })
    const printed = printKey(recoveryKey)
    wipe(recoveryKey)
    return ok({ keyId: freshId, vault, recoveryKey: printed })
  })
}
