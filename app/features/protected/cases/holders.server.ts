import { err, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db/schema.ts'
import { wipe } from '../sealing/bytes.server.ts'
import { newSealingPair, type SealingPair, sealFor } from '../sealing/keys.server.ts'
import { appendByChannel, appendItem } from './append-item.server.ts'
import { mayRead } from './belonging.domain.ts'
import type { ItemContent, KnownHolder } from './case.domain.ts'
import { deleteGrants, type Grant, insertEpoch, saveGrants } from './case.repo.server.ts'
import {
  type BrokenCase,
  base64,
  type CaseTools,
  fromBase64,
  isEndorsed,
  type NoCase,
} from './case-tools.server.ts'
import type { Thread } from './open-thread.server.ts'

type Done = Promise<Result<Readonly<{ seq: number }>, NoCase | BrokenCase>>
type Act = Readonly<{ thread: Thread; reason: string; day: string }>

/** Gives somebody the case, all epochs of it, or makes a custodian known to it. The reason stands in the chain. */
export async function addHolder(
  tx: Tx,
  tools: CaseTools,
  { thread, holder, reason, day }: Act & Readonly<{ holder: KnownHolder }>,
): Done {
  if (!thread.chain.whole) return err({ code: 'case.not-whole' })
  refuseForeignKeys(tools, thread, [holder])
  const added = await appendItem(tx, tools, {
    thread,
    kind: 'grant',
    day,
    content: { text: reason, joins: [holder] },
  })
  if (added.ok) await grantAll(tx, thread, holder)
  return added
}

/**
 * Takes the case from those who leave: what is said from here on is sealed for a new key that they do not get. Who read before
 * may have kept what they read. `joins`: who comes in their place, for a key that is suspected.
 */
export async function newEpoch(
  tx: Tx,
  tools: CaseTools,
  {
    thread,
    kind,
    leaves,
    joins = [],
    reason,
    day,
  }: Act &
    Readonly<{
      kind: 'removal' | 'recusal'
      leaves: readonly string[]
      joins?: readonly KnownHolder[]
    }>,
): Done {
  if (!thread.chain.whole) return err({ code: 'case.not-whole' })
  refuseForeignKeys(tools, thread, joins)
  const one = { agencyId: thread.agencyId, reportId: thread.case.id }
  const number = thread.case.epoch + 1
  const pair = newSealingPair()
  const stay = [...thread.known.filter((holder) => !leaves.includes(holder.keyId)), ...joins]
  await insertEpoch(tx, one, { number, publicKey: pair.publicKey })
  await saveGrants(tx, one, epochGrants(thread, { number, pair, readers: stay.filter(mayRead) }))
  for (const holder of joins) await grantAll(tx, thread, holder)
  await deleteGrants(tx, one, leaves)
  const content: ItemContent = { text: reason, leaves, joins, epochKey: base64(pair.publicKey) }
  const epochs = new Map([...thread.epochs, [number, pair]])
  const added = await appendItem(tx, tools, { thread: { ...thread, epochs }, kind, day, content })
  wipe(pair.secretKey)
  return added
}

/** A holder's new key in place of the old one, signed with the old one. */
export async function rotateHolder(
  tx: Tx,
  tools: CaseTools,
  { thread, old, holder, reason, day }: Act & Readonly<{ old: string; holder: KnownHolder }>,
): Done {
  if (!thread.chain.whole) return err({ code: 'case.not-whole' })
  refuseForeignKeys(tools, thread, [holder])
  const added = await appendItem(tx, tools, {
    thread,
    kind: 'grant',
    day,
    content: { text: reason, joins: [holder], leaves: [old] },
  })
  if (!added.ok) return added
  await grantAll(tx, thread, holder)
  await deleteGrants(tx, { agencyId: thread.agencyId, reportId: thread.case.id }, [old])
  return added
}

/** Gives a case that a quorum opened to somebody; the reporter and all who read see that it was so. */
export async function recoverCase(
  tx: Tx,
  tools: CaseTools,
  { thread, holder, reason, day }: Act & Readonly<{ holder: KnownHolder }>,
): Done {
  if (!thread.chain.whole) return err({ code: 'case.not-whole' })
  refuseForeignKeys(tools, thread, [holder])
  const added = await appendByChannel(tx, tools, {
    agencyId: thread.agencyId,
    reportId: thread.case.id,
    kind: 'recovery',
    day,
    content: { text: reason, joins: [holder] },
  })
  if (added.ok) await grantAll(tx, thread, holder)
  return added
}

function refuseForeignKeys(tools: CaseTools, { agencyId }: Thread, joins: readonly KnownHolder[]): void {
  if (!joins.every((holder) => isEndorsed(tools, agencyId, holder)))
    throw new Error('keys that the channel does not endorse get no case')
}

async function grantAll(tx: Tx, thread: Thread, holder: KnownHolder): Promise<void> {
  if (!mayRead(holder)) return
  const publicKey = fromBase64(holder.sealing)
  await saveGrants(
    tx,
    { agencyId: thread.agencyId, reportId: thread.case.id },
    [...thread.epochs].map(([epoch, { secretKey }]) => ({
      epoch,
      holder: holder.keyId,
      sealedKey: sealFor(publicKey, secretKey),
    })),
  )
}

/** For the reporter no receipt is needed: the case has their public key. */
function epochGrants(
  thread: Thread,
  { number, pair, readers }: Readonly<{ number: number; pair: SealingPair; readers: readonly KnownHolder[] }>,
): readonly Grant[] {
  const sealed = (holder: string, publicKey: Uint8Array): Grant => ({
    epoch: number,
    holder,
    sealedKey: sealFor(publicKey, pair.secretKey),
  })
  return [
    sealed('reporter', thread.case.reporterSealingKey),
    ...readers.map((holder) => sealed(holder.keyId, fromBase64(holder.sealing))),
    ...(thread.recoveryKey ? [sealed('recovery', thread.recoveryKey)] : []),
  ]
}
