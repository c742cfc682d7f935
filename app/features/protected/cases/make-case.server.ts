import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db/schema.ts'
import { wipe } from '../sealing/bytes.server.ts'
import { chainStart } from '../sealing/chain.server.ts'
import type { ReceiptKeys } from '../sealing/derivation.server.ts'
import { type EndorsedKey, isRecoveryKeyEndorsed } from '../sealing/endorsement.server.ts'
import { sealIdentity } from '../sealing/identity.server.ts'
import {
  newSealingPair,
  randomKey,
  type SealingPair,
  sealFor,
  signingPairOf,
} from '../sealing/keys.server.ts'
import { addItem } from './add-item.server.ts'
import { mayRead } from './belonging.domain.ts'
import type { ItemContent, KnownHolder } from './case.domain.ts'
import {
  findMadeCase,
  type Grant,
  insertCase,
  insertEpoch,
  insertIdentity,
  newReportId,
  type StoredCaseFile,
  type StoredIdentity,
  saveGrants,
} from './case.repo.server.ts'
import { base64, type CaseTools, fromBase64, isEndorsed } from './case-tools.server.ts'
import { sealedForClaim, wrapReporterKey } from './reporter-key.server.ts'

/** The keys of a case that is about to be: its files are sealed under `shredKey` before there is a row. */
export type CaseStart = Readonly<{
  reportId: string
  shredKey: Uint8Array
  epochPair: SealingPair
  reporterPair: SealingPair
}>

/** Its key outside the database is durable when this ends. Call `dropStart` when no case comes of it. */
export async function beginCase({ shred }: Pick<CaseTools, 'shred'>): Promise<CaseStart> {
  const reportId = newReportId()
  const shredKey = await shred.make(reportId)
  return { reportId, shredKey, epochPair: newSealingPair(), reporterPair: newSealingPair() }
}

export async function dropStart({ shred }: Pick<CaseTools, 'shred'>, start: CaseStart): Promise<void> {
  wipeStart(start)
  await shred.destroy(start.reportId)
}

/** Takes the keys of the start out of memory, once the case is made. */
export const wipeStart = ({ shredKey, epochPair, reporterPair }: CaseStart): void =>
  wipe(shredKey, epochPair.secretKey, reporterPair.secretKey)

/** How the reporter comes back: with digits, or first with what the desk gave. */
export type ReporterDoor =
  | Readonly<{ by: 'receipt'; keys: ReceiptKeys }>
  | Readonly<{ by: 'claim'; claimPublicKey: Uint8Array; transferId: string }>

export type NewCase = Readonly<{
  agencyId: string
  start: CaseStart
  /** 32 bytes: the same submission is one case. */
  submissionHash: Uint8Array
  channel: 'web' | 'desk'
  category: string
  content: ItemContent
  files: readonly StoredCaseFile[]
  /** Who reads, and the custodians of the identity. */
  holders: readonly KnownHolder[]
  recoveryKey: EndorsedKey | null
  /** Key ids of two of the custodians among the holders. */
  identity: Readonly<{ plain: string; outerKeyId: string; innerKeyId: string }> | null
  reporter: ReporterDoor
  day: string
  due: Readonly<{ acknowledge: string; answer: string; close: string }>
}>

export type AlreadyMade = Readonly<{ code: 'case.already-made'; reportId: string }>

/**
 * Makes the case with its first item, in the caller's transaction. Refused where that submission has one already. Holders whose
 * keys the channel does not endorse are left out: somebody wrote them past the program.
 */
export async function makeCase(
  tx: Tx,
  tools: CaseTools,
  asked: NewCase,
): Promise<Result<Readonly<{ reportId: string }>, AlreadyMade>> {
  const input = withoutForeignKeys(tools, asked)
  const { agencyId, start, reporter } = input
  const { reportId } = start
  const one = { agencyId, reportId }
  const seed = reporter.by === 'receipt' ? reporter.keys.signSeed : randomKey()
  const signing = signingPairOf(seed)
  const transferId = reporter.by === 'claim' ? reporter.transferId : null
  const keys = { sealingKey: start.reporterPair.publicKey, signingKey: signing.publicKey }
  const secrets = { sealing: start.reporterPair.secretKey, seed }
  const isNew = await insertCase(tx, {
    agencyId,
    reportId,
    lookup: reporter.by === 'receipt' ? reporter.keys.lookup : null,
    reporterSealingKey: keys.sealingKey,
    reporterSigningKey: keys.signingKey,
    wrappedReporterKey:
      reporter.by === 'receipt' ? wrapReporterKey(reportId, secrets, reporter.keys.wrap) : NOTHING,
    submissionHash: input.submissionHash,
    channel: input.channel,
    category: input.category,
    day: input.day,
    due: input.due,
    transferId,
    sealedClaim: reporter.by === 'claim' ? sealedForClaim(secrets, reporter.claimPublicKey) : null,
  })
  if (!isNew) {
    const made = await findMadeCase(tx, agencyId, { submissionHash: input.submissionHash, transferId })
    if (!made) throw new Error('a case stands in the way that no submission made')
    return err({ code: 'case.already-made', reportId: made })
  }
  const identity = sealedIdentityOf(input)
  await insertEpoch(tx, one, { number: 0, publicKey: start.epochPair.publicKey })
  await saveGrants(tx, one, grantsOf(input))
  if (identity) await insertIdentity(tx, one, identity)
  await addItem(tx, tools, {
    agencyId,
    row: { id: reportId, nextSeq: 0, epoch: 0, chainHead: chainStart({ ...one, ...keys }) },
    epochKey: start.epochPair.publicKey,
    shredKey: start.shredKey,
    kind: 'report',
    by: { author: 'reporter', keyId: null, signing },
    day: input.day,
    content: {
      ...input.content,
      joins: input.holders,
      epochKey: base64(start.epochPair.publicKey),
      ...(input.recoveryKey ? { recoveryKey: base64(input.recoveryKey.publicKey) } : {}),
      ...(identity ? { identityHash: identityHash(identity) } : {}),
    },
    files: input.files,
  })
  return ok({ reportId })
}

const NOTHING = new Uint8Array(0)

/** Of a sealed identity, hex: the first item carries it, so that none is exchanged or taken away unseen. */
export const identityHash = ({ sealedDek, body }: Pick<StoredIdentity, 'sealedDek' | 'body'>): string =>
  createHash('sha256').update(sealedDek).update(body).digest('hex')

function withoutForeignKeys(tools: CaseTools, input: NewCase): NewCase {
  const { agencyId, recoveryKey } = input
  const { channelKey } = tools.derivation
  const holders = input.holders.filter((holder) => isEndorsed(tools, agencyId, holder))
  if (!holders.some(mayRead)) throw new Error('no key of a reader is endorsed by the channel')
  const isOurs = recoveryKey !== null && isRecoveryKeyEndorsed(channelKey, agencyId, recoveryKey)
  return { ...input, holders, recoveryKey: isOurs ? recoveryKey : null }
}

function grantsOf({ start, holders, recoveryKey }: NewCase): readonly Grant[] {
  const secret = start.epochPair.secretKey
  const sealed = (holder: string, publicKey: Uint8Array): Grant => ({
    epoch: 0,
    holder,
    sealedKey: sealFor(publicKey, secret),
  })
  return [
    sealed('reporter', start.reporterPair.publicKey),
    ...holders.filter(mayRead).map((holder) => sealed(holder.keyId, fromBase64(holder.sealing))),
    ...(recoveryKey ? [sealed('recovery', recoveryKey.publicKey)] : []),
  ]
}

function sealedIdentityOf({ identity, holders, start }: NewCase): StoredIdentity | null {
  if (!identity) return null
  const keyOf = (keyId: string) => {
    const custodian = holders.find((holder) => holder.keyId === keyId && holder.kind === 'custodian')
    if (!custodian) throw new Error('an identity is sealed for custodians of the case alone')
    return fromBase64(custodian.sealing)
  }
  const { plain, outerKeyId, innerKeyId } = identity
  if (outerKeyId === innerKeyId) throw new Error('one custodian alone may not open an identity')
  const sealed = sealIdentity(plain, start, { outer: keyOf(outerKeyId), inner: keyOf(innerKeyId) })
  return { ...sealed, outerKeyId, innerKeyId }
}
