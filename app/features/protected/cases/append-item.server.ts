import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db/schema.ts'
import { isSame, wipe } from '../sealing/bytes.server.ts'
import { addItem, type ItemAuthor } from './add-item.server.ts'
import type { ItemContent, ItemKind } from './case.domain.ts'
import { listEpochs, lockCase, type StoredCaseFile } from './case.repo.server.ts'
import { endsWhereItWent } from './case-end.server.ts'
import type { BrokenCase, CaseTools, NoCase } from './case-tools.server.ts'
import type { Thread } from './open-thread.server.ts'

type NewItem = Readonly<{
  agencyId: string
  reportId: string
  kind: ItemKind
  day: string
  content: ItemContent
  files?: readonly StoredCaseFile[]
}>

/** Adds to a case that is open, as who opened it. Refused where its newest key is not the one that its chain names. */
export async function appendItem(
  tx: Tx,
  tools: CaseTools,
  { thread, ...item }: Omit<NewItem, 'agencyId' | 'reportId'> & Readonly<{ thread: Thread }>,
): Promise<Result<Readonly<{ seq: number }>, NoCase | BrokenCase>> {
  if (!thread.me) throw new Error('a recovered case is added to by the channel')
  const { agencyId } = thread
  const at = { agencyId, reportId: thread.case.id }
  return appendSealed(tx, tools, { ...item, ...at, by: thread.me, thread })
}

/** Adds to a case that nobody opened: by a custodian under their own key. It is sealed all the same. */
export const appendByCustodian = (
  tx: Tx,
  tools: CaseTools,
  { by, ...item }: NewItem & Readonly<{ by: Omit<ItemAuthor, 'author'> }>,
): Promise<Result<Readonly<{ seq: number }>, NoCase | BrokenCase>> =>
  appendSealed(tx, tools, { ...item, by: { ...by, author: 'custodian' }, thread: null })

/** The same by the channel itself: what came of time or of a quorum. */
export const appendByChannel = (
  tx: Tx,
  tools: CaseTools,
  item: NewItem,
): Promise<Result<Readonly<{ seq: number }>, NoCase | BrokenCase>> =>
  appendSealed(tx, tools, {
    ...item,
    by: { author: 'channel', keyId: null, signing: tools.derivation.channelKey },
    thread: null,
  })

async function appendSealed(
  tx: Tx,
  tools: CaseTools,
  { agencyId, reportId, by, thread, ...item }: NewItem & Readonly<{ by: ItemAuthor; thread: Thread | null }>,
): Promise<Result<Readonly<{ seq: number }>, NoCase | BrokenCase>> {
  const row = await lockCase(tx, agencyId, { reportId })
  const shredKey = row && (await tools.shred.find(row.id))
  if (!row || !shredKey) return err({ code: 'case.not-found' })
  // Where rows were taken off its end, who was put out last may be back in: nothing more is said in it.
  if (!(await endsWhereItWent(tx, tools.shred, row))) return err({ code: 'case.not-whole' })
  const epochKey = (await listEpochs(tx, { agencyId, reportId })).get(row.epoch)
  const rightKey = thread ? newestKey(thread) : epochKey
  if (!epochKey || !rightKey || !isSame(epochKey, rightKey)) return err({ code: 'case.not-whole' })
  const seq = await addItem(tx, tools, {
    ...item,
    agencyId,
    row,
    epochKey,
    shredKey,
    by,
    files: item.files ?? [],
  })
  wipe(shredKey)
  return ok({ seq })
}

/** Of an epoch before it the key may be with somebody who has left. */
const newestKey = ({ epochs }: Thread): Uint8Array | undefined =>
  epochs.get(Math.max(...epochs.keys()))?.publicKey
