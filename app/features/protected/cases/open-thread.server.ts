import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db/schema.ts'
import { wipe } from '../sealing/bytes.server.ts'
import { type ChainedItem, chainStart, checkChain } from '../sealing/chain.server.ts'
import type { ReceiptKeys } from '../sealing/derivation.server.ts'
import { openItem } from '../sealing/items.server.ts'
import { openSealed, type SealingPair, sealingPairOf } from '../sealing/keys.server.ts'
import type { Vault } from '../sealing/vault.server.ts'
import type { ItemAuthor } from './add-item.server.ts'
import { type Belonging, belongingBefore, mayRead } from './belonging.domain.ts'
import type { Author, ChainReport, ItemContent, ItemKind, KnownHolder } from './case.domain.ts'
import {
  type CaseAddress,
  type CaseRow,
  endClaim,
  findIdentity,
  type Grant,
  listEpochs,
  listGrants,
  listItems,
  lockCase,
  type StoredCaseFile,
} from './case.repo.server.ts'
import { endsWhereItWent } from './case-end.server.ts'
import { base64, type CaseTools, fromBase64, type NoCase } from './case-tools.server.ts'
import { identityHash } from './make-case.server.ts'
import { openReporterKey, reporterPairs } from './reporter-key.server.ts'

/** Who opens a case, and with what. */
export type Opener =
  | Readonly<{ as: 'reporter'; keys: ReceiptKeys }>
  | Readonly<{ as: 'holder'; keyId: string; vault: Vault }>
  | Readonly<{ as: 'recovery'; pair: SealingPair }>

export type OpenedItem = Readonly<{
  seq: number
  epoch: number
  kind: ItemKind
  author: Author
  authorKeyId: string | null
  /** The role of who wrote it, as the case names it; null for the reporter and the channel. */
  role: KnownHolder['role'] | null
  day: string
  /** Null when it does not open. */
  content: ItemContent | null
  files: readonly StoredCaseFile[]
}>

/** A case that is open: its secrets are in memory until `closeThread`. */
export type Thread = Readonly<{
  agencyId: string
  case: CaseRow
  items: readonly OpenedItem[]
  chain: ChainReport
  /** Who belongs to the case now, as its chain says. */
  known: readonly KnownHolder[]
  recoveryKey: Uint8Array | null
  /** The keys of all epochs that open for who opened the case, and are the right ones. */
  epochs: ReadonlyMap<number, SealingPair>
  shredKey: Uint8Array
  /** What who opened the case signs with; null after a recovery. */
  me: ItemAuthor | null
  /** The opened reporter's secrets, where it is the reporter. */
  reporterPair: SealingPair | null
}>

/**
 * Opens a case, checks its chain, and locks it until the transaction ends. Not found for everybody whom no grant of it opens:
 * they cannot learn whether there is such a case.
 */
export async function openThread(
  tx: Tx,
  { derivation, shred }: CaseTools,
  { agencyId, reportId, opener }: Readonly<{ agencyId: string; reportId?: string; opener: Opener }>,
): Promise<Result<Thread, NoCase>> {
  const row = await lockCase(tx, agencyId, addressFor(opener, reportId))
  const shredKey = row && (await shred.find(row.id))
  const entrant = row && shredKey && entrantOf(row, opener)
  if (!row || !shredKey || !entrant) return err({ code: 'case.not-found' })
  const one = { agencyId, reportId: row.id }
  const [grants, epochKeys] = [await listGrants(tx, one), await listEpochs(tx, one)]
  const epochs = openEpochs(grants, entrant)
  if (epochs.size === 0) return err({ code: 'case.not-found' })
  if (entrant.me?.author === 'reporter' && row.sealedClaim) await endClaim(tx, one)
  const { items, files } = await listItems(tx, one)
  const contents = items.map((item) => contentOf(item, epochs, shredKey))
  const steps = belongingBefore(items.map((item, at) => ({ ...item, content: contents[at] ?? null })))
  const identity = await findIdentity(tx, one)
  const isAtItsEnd = await endsWhereItWent(tx, shred, row)
  // A reporter trusts their own keys, not those of the row.
  const isReporter = entrant.me?.author === 'reporter'
  const sealingKey = isReporter ? entrant.pair.publicKey : row.reporterSealingKey
  const signingKey = entrant.me?.author === 'reporter' ? entrant.me.signing.publicKey : row.reporterSigningKey
  const chained = checkChain(items, {
    start: chainStart({ ...one, sealingKey, signingKey }),
    ends: { length: row.nextSeq, hash: row.chainHead },
    signerOf: (item) =>
      signerOf(item, steps[item.seq], { reporter: signingKey, channel: derivation.channelKey.publicKey }),
  })
  // Nobody belongs by an item that is not what was signed, nor by one after it.
  const now = steps[chained.whole ? items.length : chained.at] as Belonging
  const chain =
    [
      chained,
      isAtItsEnd ? WHOLE : fault(items.length, 'missing'),
      filesFault(contents, files),
      identityFault(items, contents, identity && identityHash(identity)),
      grantsFault(now, { grants, epochKeys, epoch: row.epoch, length: items.length }),
    ].find((report) => !report.whole) ?? WHOLE
  return ok({
    agencyId,
    case: row,
    items: items.flatMap((item, at) =>
      item.kind === 'note' && entrant.me?.author === 'reporter'
        ? []
        : [openedItem(item, contents[at] ?? null, now, files)],
    ),
    chain,
    known: [...now.known.values()],
    recoveryKey: now.recoveryKey === null ? null : fromBase64(now.recoveryKey),
    epochs: rightEpochs(epochs, now),
    shredKey,
    me: entrant.me,
    reporterPair: entrant.me?.author === 'reporter' ? entrant.pair : null,
  })
}

/** Takes the keys of an opened case out of memory; the vault of a recipient stays open. */
export function closeThread({ epochs, shredKey, reporterPair, me }: Thread): void {
  for (const pair of epochs.values()) wipe(pair.secretKey)
  wipe(shredKey)
  if (reporterPair) wipe(reporterPair.secretKey)
  if (me?.author === 'reporter') wipe(me.signing.secretKey, me.signing.seed)
}

type Entrant = Readonly<{ holder: string; pair: SealingPair; me: ItemAuthor | null }>

const addressFor = (opener: Opener, reportId: string | undefined): CaseAddress => {
  if (opener.as === 'reporter') return { lookup: opener.keys.lookup }
  if (reportId === undefined) throw new Error('only a reporter finds a case without its identifier')
  return { reportId }
}

/** As whom somebody comes, under the keys that are theirs. */
function entrantOf(row: CaseRow, opener: Opener): Entrant | null {
  if (opener.as === 'recovery') return { holder: 'recovery', pair: opener.pair, me: null }
  if (opener.as === 'holder') {
    const { keyId, vault } = opener
    return {
      holder: keyId,
      pair: vault.sealing,
      me: { author: 'recipient', keyId, signing: vault.signing },
    }
  }
  const secrets = openReporterKey(row.id, row.wrappedReporterKey, opener.keys.wrap)
  if (!secrets) return null
  const { sealing, signing } = reporterPairs(secrets)
  return { holder: 'reporter', pair: sealing, me: { author: 'reporter', keyId: null, signing } }
}

/** What opens of the grants. Whether it is the key that the chain names is another question: see `rightEpochs`. */
function openEpochs(grants: readonly Grant[], { holder, pair }: Entrant): ReadonlyMap<number, SealingPair> {
  const opened = grants
    .filter((grant) => grant.holder === holder)
    .flatMap((grant): [number, SealingPair][] => {
      const secretKey = openSealed(pair, grant.sealedKey)
      return secretKey?.byteLength === 32 ? [[grant.epoch, sealingPairOf(secretKey)]] : []
    })
  return new Map(opened)
}

const rightEpochs = (
  epochs: ReadonlyMap<number, SealingPair>,
  { epochKeys }: Belonging,
): ReadonlyMap<number, SealingPair> =>
  new Map([...epochs].filter(([number, pair]) => epochKeys.get(number) === base64(pair.publicKey)))

function contentOf(
  item: ChainedItem,
  epochs: ReadonlyMap<number, SealingPair>,
  shredKey: Uint8Array,
): ItemContent | null {
  const epochPair = epochs.get(item.epoch)
  const plain = epochPair && openItem(item, item, { epochPair, shredKey })
  if (!plain) return null
  // What was sealed is what `addItem` wrote.
  const content = JSON.parse(Buffer.from(plain).toString('utf8')) as ItemContent
  wipe(plain)
  return content
}

function signerOf(
  item: ChainedItem,
  belonging: Belonging | undefined,
  keys: Readonly<{ reporter: Uint8Array; channel: Uint8Array }>,
): Uint8Array | null {
  if (item.author === 'reporter') return item.authorKeyId === null ? keys.reporter : null
  if (item.author === 'channel') return item.authorKeyId === null ? keys.channel : null
  const holder = belonging?.known.get(item.authorKeyId ?? '')
  if (!holder || mayRead(holder) !== (item.author === 'recipient')) return null
  return fromBase64(holder.signing)
}

const openedItem = (
  item: ChainedItem,
  content: ItemContent | null,
  { ever }: Belonging,
  files: ReadonlyMap<number, readonly StoredCaseFile[]>,
): OpenedItem => ({
  seq: item.seq,
  epoch: item.epoch,
  kind: item.kind,
  author: item.author,
  authorKeyId: item.authorKeyId,
  role: ever.get(item.authorKeyId ?? '')?.role ?? null,
  day: item.day,
  content,
  files: files.get(item.seq) ?? [],
})

const WHOLE: ChainReport = { whole: true }
const fault = (at: number, why: Extract<ChainReport, { whole: false }>['why']): ChainReport => ({
  whole: false,
  at,
  why,
})

/** The files that are stored are those that the items name. */
function filesFault(
  contents: readonly (ItemContent | null)[],
  files: ReadonlyMap<number, readonly StoredCaseFile[]>,
): ChainReport {
  for (const [at, content] of contents.entries()) {
    const stored = new Map((files.get(at) ?? []).map((file) => [file.id, file.sealedHash]))
    const named = content?.files ?? []
    if (named.some((file) => !stored.has(file.id))) return fault(at, 'missing')
    const isSameSet = named.every((file) => stored.get(file.id) === file.sealedHash)
    if (!isSameSet || stored.size !== named.length) return fault(at, 'altered')
  }
  return WHOLE
}

/** The identity that is stored is the one that the reporter named, with the report or later. */
function identityFault(
  items: readonly ChainedItem[],
  contents: readonly (ItemContent | null)[],
  stored: string | null,
): ChainReport {
  const at = items.findLastIndex(
    ({ author }, place) => author === 'reporter' && contents[place]?.identityHash !== undefined,
  )
  const named = contents[at]?.identityHash ?? null
  if (named === stored) return WHOLE
  return fault(Math.max(at, 0), stored === null ? 'missing' : 'altered')
}

/** Keys of the case are with nobody whom the chain does not name, and its epochs are those that the chain began. */
function grantsFault(
  { known, epochKeys: said, recoveryKey }: Belonging,
  stored: Readonly<{
    grants: readonly Grant[]
    epochKeys: ReadonlyMap<number, Uint8Array>
    epoch: number
    length: number
  }>,
): ChainReport {
  const isNamed = ({ holder }: Grant) => {
    if (holder === 'reporter') return true
    if (holder === 'recovery') return recoveryKey !== null
    const named = known.get(holder)
    return named !== undefined && mayRead(named)
  }
  const areEpochsRight =
    said.size === stored.epochKeys.size &&
    stored.epoch === Math.max(...said.keys()) &&
    [...stored.epochKeys].every(([number, key]) => said.get(number) === base64(key))
  return areEpochsRight && stored.grants.every(isNamed) ? WHOLE : fault(stored.length, 'forged-grant')
}
