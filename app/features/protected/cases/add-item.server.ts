import type { Tx } from '../../../platform/db/schema.ts'
import { wipe } from '../sealing/bytes.server.ts'
import { chainHash, signHash } from '../sealing/chain.server.ts'
import { type ItemPlace, sealItem } from '../sealing/items.server.ts'
import type { SigningPair } from '../sealing/keys.server.ts'
import type { Author, ItemContent, ItemKind } from './case.domain.ts'
import { type CaseRow, insertItem, type StoredCaseFile } from './case.repo.server.ts'
import { endOf, rememberEnd } from './case-end.server.ts'
import type { CaseTools } from './case-tools.server.ts'

/** Whose item it is: `keyId` is null for the reporter and for the channel. */
export type ItemAuthor = Readonly<{ author: Author; keyId: string | null; signing: SigningPair }>

/** Seals, chains and signs one item at the end of a case whose row is locked, and remembers the new end. Gives its place. */
export async function addItem(
  tx: Tx,
  { shred }: Pick<CaseTools, 'shred'>,
  item: Readonly<{
    agencyId: string
    row: Pick<CaseRow, 'id' | 'nextSeq' | 'epoch' | 'chainHead'>
    epochKey: Uint8Array
    shredKey: Uint8Array
    kind: ItemKind
    by: ItemAuthor
    day: string
    content: ItemContent
    files: readonly StoredCaseFile[]
  }>,
): Promise<number> {
  const { row, by } = item
  const place: ItemPlace = {
    reportId: row.id,
    epoch: row.epoch,
    seq: row.nextSeq,
    kind: item.kind,
    author: by.author,
    authorKeyId: by.keyId,
    day: item.day,
  }
  const plain = Buffer.from(JSON.stringify(item.content))
  const sealed = sealItem(plain, place, item)
  wipe(plain)
  const hash = chainHash(row.chainHead, place, sealed)
  await insertItem(tx, item.agencyId, {
    ...place,
    ...sealed,
    chainHash: hash,
    signature: signHash(by.signing, hash),
    files: item.files,
  })
  await rememberEnd(tx, shred, { agencyId: item.agencyId, row, now: endOf(row.nextSeq + 1, hash) })
  return row.nextSeq
}
