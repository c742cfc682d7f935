import type { Tx } from '../../../platform/db/schema.ts'
import { wipe } from '../sealing/bytes.server.ts'
import { addItem } from './add-item.server.ts'
import { listEpochs, lockCase } from './case.repo.server.ts'
import { endsWhereItWent, giveUpEnd } from './case-end.server.ts'
import type { CaseTools } from './case-tools.server.ts'

/**
 * After a backup was put back: a case that went further than its rows goes on from where they end, with an item of the channel
 * that says so to everybody who reads it. False where nothing of it is missing.
 */
export async function acceptLoss(
  tx: Tx,
  tools: CaseTools,
  { agencyId, reportId, day }: Readonly<{ agencyId: string; reportId: string; day: string }>,
): Promise<boolean> {
  const row = await lockCase(tx, agencyId, { reportId })
  const shredKey = row && (await tools.shred.find(row.id))
  if (!row || !shredKey || (await endsWhereItWent(tx, tools.shred, row))) return false
  const epochKey = (await listEpochs(tx, { agencyId, reportId })).get(row.epoch)
  if (!epochKey) return false
  await giveUpEnd(tx, tools.shred, row)
  await addItem(tx, tools, {
    agencyId,
    row,
    epochKey,
    shredKey,
    kind: 'restored',
    by: { author: 'channel', keyId: null, signing: tools.derivation.channelKey },
    day,
    content: { text: '' },
    files: [],
  })
  wipe(shredKey)
  return true
}
