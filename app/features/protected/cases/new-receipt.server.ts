import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db/schema.ts'
import { wipe } from '../sealing/bytes.server.ts'
import type { ReceiptKeys } from '../sealing/derivation.server.ts'
import type { SealingPair } from '../sealing/keys.server.ts'
import { lockCase, saveReceipt } from './case.repo.server.ts'
import type { NoCase } from './case-tools.server.ts'
import type { Thread } from './open-thread.server.ts'
import { openClaim, type ReporterSecrets, wrapReporterKey } from './reporter-key.server.ts'

/** From now on other digits open the case, once in its life: who opened it as the reporter asks for them. */
export async function reissueReceipt(
  tx: Tx,
  { thread, keys }: Readonly<{ thread: Thread; keys: ReceiptKeys }>,
): Promise<Result<null, Readonly<{ code: 'receipt.reissued-before' }>>> {
  const { me, reporterPair } = thread
  if (!reporterPair || me?.author !== 'reporter') throw new Error('only the reporter gets another receipt')
  if (thread.case.isReissued) return err({ code: 'receipt.reissued-before' })
  const secrets = { sealing: reporterPair.secretKey, seed: me.signing.seed }
  await open(tx, thread.agencyId, { reportId: thread.case.id, secrets, keys, isReissued: true })
  return ok(null)
}

/**
 * Gives who came through the desk digits of their own. May be asked for again until they first came with them: an answer that
 * was lost on its way loses nothing.
 */
export async function claimCase(
  tx: Tx,
  {
    agencyId,
    transferId,
    claimPair,
    keys,
  }: Readonly<{ agencyId: string; transferId: string; claimPair: SealingPair; keys: ReceiptKeys }>,
): Promise<Result<Readonly<{ reportId: string }>, NoCase>> {
  const row = await lockCase(tx, agencyId, { transferId })
  const secrets = row?.sealedClaim && openClaim(claimPair, row.sealedClaim)
  if (!row || !secrets) return err({ code: 'case.not-found' })
  await open(tx, agencyId, { reportId: row.id, secrets, keys, isReissued: false })
  wipe(secrets.sealing, secrets.seed)
  return ok({ reportId: row.id })
}

const open = (
  tx: Tx,
  agencyId: string,
  {
    reportId,
    secrets,
    keys,
    isReissued,
  }: Readonly<{ reportId: string; secrets: ReporterSecrets; keys: ReceiptKeys; isReissued: boolean }>,
): Promise<void> =>
  saveReceipt(
    tx,
    { agencyId, reportId },
    {
      lookup: keys.lookup,
      wrappedReporterKey: wrapReporterKey(reportId, secrets, keys.wrap),
      isReissued,
    },
  )
