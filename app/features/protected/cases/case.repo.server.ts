import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/schema.ts'
import type { ChainedItem } from '../sealing/chain.server.ts'
import type { SealedIdentity } from '../sealing/identity.server.ts'
import type { Author, CaseStatus, ItemKind } from './case.domain.ts'

/** The row of a case: what is known of it without any key. Days as ISO days. */
export type CaseRow = Readonly<{
  id: string
  lookup: Uint8Array | null
  reporterSealingKey: Uint8Array
  reporterSigningKey: Uint8Array
  wrappedReporterKey: Uint8Array
  channel: 'web' | 'desk'
  category: string
  status: CaseStatus
  receivedDay: string
  acknowledgeDue: string
  answerDue: string
  closeDue: string
  acknowledgedDay: string | null
  answeredDay: string | null
  closedDay: string | null
  eraseDue: string | null
  legalHold: boolean
  hasUnreadAddition: boolean
  isReissued: boolean
  chainHead: Uint8Array
  nextSeq: number
  epoch: number
  sealedClaim: Uint8Array | null
}>

/** A sealed file on the disk. `path` under the folder of files; `sealedHash` in hex. */
export type StoredCaseFile = Readonly<{ id: string; path: string; paddedSize: number; sealedHash: string }>

type OneCase = Readonly<{ agencyId: string; reportId: string }>
export type CaseAddress =
  | Readonly<{ reportId: string }>
  | Readonly<{ lookup: Uint8Array }>
  | Readonly<{ transferId: string }>

/** The case at an address, locked until the transaction ends: nobody adds to it meanwhile. Null where there is none. */
export async function lockCase(tx: Tx, agencyId: string, at: CaseAddress): Promise<CaseRow | null> {
  const row = await tx
    .selectFrom('protected.report')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('status', '<>', 'erased')
    .$if('reportId' in at, (query) => query.where('id', '=', 'reportId' in at ? at.reportId : ''))
    .$if('lookup' in at, (query) => query.where('lookup', '=', Buffer.from('lookup' in at ? at.lookup : [])))
    .$if('transferId' in at, (query) =>
      query.where('transfer_id', '=', 'transferId' in at ? at.transferId : ''),
    )
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    lookup: row.lookup,
    reporterSealingKey: row.reporter_sealing_key,
    reporterSigningKey: row.reporter_signing_key,
    wrappedReporterKey: row.wrapped_reporter_key,
    channel: row.channel as CaseRow['channel'],
    category: row.category,
    status: row.status as CaseStatus,
    receivedDay: row.received_day,
    acknowledgeDue: row.acknowledge_due,
    answerDue: row.answer_due,
    closeDue: row.close_due,
    acknowledgedDay: row.acknowledged_day,
    answeredDay: row.answered_day,
    closedDay: row.closed_day,
    eraseDue: row.erase_due,
    legalHold: row.legal_hold,
    hasUnreadAddition: row.has_unread_addition,
    isReissued: row.is_reissued,
    chainHead: row.chain_head,
    nextSeq: row.next_seq,
    epoch: row.epoch,
    sealedClaim: row.sealed_claim,
  }
}

export type InsertedCase = Readonly<{
  agencyId: string
  reportId: string
  lookup: Uint8Array | null
  reporterSealingKey: Uint8Array
  reporterSigningKey: Uint8Array
  wrappedReporterKey: Uint8Array
  submissionHash: Uint8Array
  channel: 'web' | 'desk'
  category: string
  day: string
  due: Readonly<{ acknowledge: string; answer: string; close: string }>
  transferId: string | null
  sealedClaim: Uint8Array | null
}>

/** False where that submission, receipt or transfer has a case already: then nothing is written. */
export async function insertCase(tx: Tx, row: InsertedCase): Promise<boolean> {
  const inserted = await tx
    .insertInto('protected.report')
    .values({
      agency_id: row.agencyId,
      id: row.reportId,
      lookup: row.lookup && Buffer.from(row.lookup),
      reporter_sealing_key: Buffer.from(row.reporterSealingKey),
      reporter_signing_key: Buffer.from(row.reporterSigningKey),
      wrapped_reporter_key: Buffer.from(row.wrappedReporterKey),
      submission_hash: Buffer.from(row.submissionHash),
      channel: row.channel,
      category: row.category,
      status: 'received',
      received_day: row.day,
      acknowledge_due: row.due.acknowledge,
      answer_due: row.due.answer,
      close_due: row.due.close,
      chain_head: Buffer.alloc(32),
      next_seq: 0,
      transfer_id: row.transferId,
      sealed_claim: row.sealedClaim && Buffer.from(row.sealedClaim),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Which case a submission or a transfer has made. */
export async function findMadeCase(
  tx: Tx,
  agencyId: string,
  { submissionHash, transferId }: Pick<InsertedCase, 'submissionHash' | 'transferId'>,
): Promise<string | null> {
  const row = await tx
    .selectFrom('protected.report')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where(({ or, eb }) =>
      or([
        eb('submission_hash', '=', Buffer.from(submissionHash)),
        ...(transferId ? [eb('transfer_id', '=', transferId)] : []),
      ]),
    )
    .executeTakeFirst()
  return row?.id ?? null
}

/** Puts an item at the end of its case, with its files. */
export async function insertItem(
  tx: Tx,
  agencyId: string,
  item: ChainedItem & Readonly<{ files: readonly StoredCaseFile[] }>,
): Promise<void> {
  await tx
    .insertInto('protected.item')
    .values({
      agency_id: agencyId,
      report_id: item.reportId,
      seq: item.seq,
      epoch: item.epoch,
      kind: item.kind,
      author: item.author,
      author_key_id: item.authorKeyId,
      day: item.day,
      sealed_dek: Buffer.from(item.sealedDek),
      body: Buffer.from(item.body),
      chain_hash: Buffer.from(item.chainHash),
      signature: Buffer.from(item.signature),
    })
    .execute()
  if (item.files.length > 0)
    await tx
      .insertInto('protected.sealed_file')
      .values(
        item.files.map((file) => ({
          agency_id: agencyId,
          id: file.id,
          report_id: item.reportId,
          seq: item.seq,
          path: file.path,
          padded_size: file.paddedSize,
          sealed_hash: Buffer.from(file.sealedHash, 'hex'),
        })),
      )
      .execute()
  await tx
    .updateTable('protected.report')
    .set({
      chain_head: Buffer.from(item.chainHash),
      next_seq: item.seq + 1,
      ...(item.author === 'reporter' ? { has_unread_addition: true } : {}),
    })
    .where('agency_id', '=', agencyId)
    .where('id', '=', item.reportId)
    .execute()
}

/** All items of a case by their place, with what is stored of their files. */
export async function listItems(
  tx: Tx,
  { agencyId, reportId }: OneCase,
): Promise<
  Readonly<{ items: readonly ChainedItem[]; files: ReadonlyMap<number, readonly StoredCaseFile[]> }>
> {
  const rows = await tx
    .selectFrom('protected.item')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('report_id', '=', reportId)
    .orderBy('seq')
    .execute()
  const files = await tx
    .selectFrom('protected.sealed_file')
    .select(['id', 'seq', 'path', 'padded_size', 'sealed_hash'])
    .where('agency_id', '=', agencyId)
    .where('report_id', '=', reportId)
    .execute()
  return {
    items: rows.map((row) => ({
      reportId: row.report_id,
      epoch: row.epoch,
      seq: row.seq,
      kind: row.kind as ItemKind,
      author: row.author as Author,
      authorKeyId: row.author_key_id,
      day: row.day,
      sealedDek: row.sealed_dek,
      body: row.body,
      chainHash: row.chain_hash,
      signature: row.signature,
    })),
    files: Map.groupBy(
      files.map((row) => ({
        id: row.id,
        seq: row.seq,
        path: row.path,
        paddedSize: Number(row.padded_size),
        sealedHash: row.sealed_hash.toString('hex'),
      })),
      ({ seq }) => seq,
    ),
  }
}

/** Begins an epoch: from here on items are sealed for its key. */
export async function insertEpoch(
  tx: Tx,
  { agencyId, reportId }: OneCase,
  { number, publicKey }: Readonly<{ number: number; publicKey: Uint8Array }>,
): Promise<void> {
  await tx
    .insertInto('protected.epoch')
    .values({ agency_id: agencyId, report_id: reportId, number, public_key: Buffer.from(publicKey) })
    .execute()
  await tx
    .updateTable('protected.report')
    .set({ epoch: number })
    .where('agency_id', '=', agencyId)
    .where('id', '=', reportId)
    .execute()
}

/** The public keys of a case's epochs as stored: the chain says which of them are right. */
export async function listEpochs(
  tx: Tx,
  { agencyId, reportId }: OneCase,
): Promise<ReadonlyMap<number, Uint8Array>> {
  const rows = await tx
    .selectFrom('protected.epoch')
    .select(['number', 'public_key'])
    .where('agency_id', '=', agencyId)
    .where('report_id', '=', reportId)
    .orderBy('number')
    .execute()
  return new Map(rows.map((row) => [row.number, row.public_key]))
}

/** `holder`: the id of a key, 'reporter' or 'recovery'. */
export type Grant = Readonly<{ epoch: number; holder: string; sealedKey: Uint8Array }>

export async function saveGrants(
  tx: Tx,
  { agencyId, reportId }: OneCase,
  grants: readonly Grant[],
): Promise<void> {
  if (grants.length === 0) return
  await tx
    .insertInto('protected.case_grant')
    .values(
      grants.map(({ epoch, holder, sealedKey }) => ({
        agency_id: agencyId,
        report_id: reportId,
        epoch,
        holder,
        sealed_key: Buffer.from(sealedKey),
      })),
    )
    .onConflict((conflict) => conflict.columns(['agency_id', 'report_id', 'epoch', 'holder']).doNothing())
    .execute()
}

export async function listGrants(tx: Tx, { agencyId, reportId }: OneCase): Promise<readonly Grant[]> {
  const rows = await tx
    .selectFrom('protected.case_grant')
    .select(['epoch', 'holder', 'sealed_key'])
    .where('agency_id', '=', agencyId)
    .where('report_id', '=', reportId)
    .orderBy('epoch')
    .execute()
  return rows.map((row) => ({ epoch: row.epoch, holder: row.holder, sealedKey: row.sealed_key }))
}

/** Takes the case from those holders, all epochs of it. */
export async function deleteGrants(
  tx: Tx,
  { agencyId, reportId }: OneCase,
  holders: readonly string[],
): Promise<void> {
  if (holders.length === 0) return
  await tx
    .deleteFrom('protected.case_grant')
    .where('agency_id', '=', agencyId)
    .where('report_id', '=', reportId)
    .where('holder', 'in', holders)
    .execute()
}

/** Who the reporter is, sealed; `outerKeyId` and `innerKeyId` are the custodians' keys. */
export type StoredIdentity = SealedIdentity & Readonly<{ outerKeyId: string; innerKeyId: string }>

export async function insertIdentity(
  tx: Tx,
  { agencyId, reportId }: OneCase,
  identity: StoredIdentity,
): Promise<void> {
  await tx
    .insertInto('protected.identity')
    .values({
      agency_id: agencyId,
      report_id: reportId,
      outer_key_id: identity.outerKeyId,
      inner_key_id: identity.innerKeyId,
      sealed_dek: Buffer.from(identity.sealedDek),
      body: Buffer.from(identity.body),
    })
    .execute()
}

export async function findIdentity(tx: Tx, { agencyId, reportId }: OneCase): Promise<StoredIdentity | null> {
  const row = await tx
    .selectFrom('protected.identity')
    .select(['outer_key_id', 'inner_key_id', 'sealed_dek', 'body'])
    .where('agency_id', '=', agencyId)
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  if (!row) return null
  return {
    outerKeyId: row.outer_key_id,
    innerKeyId: row.inner_key_id,
    sealedDek: row.sealed_dek,
    body: row.body,
  }
}

/** From now on these digits find and open the case; what the desk could open it with is gone unless `sealedClaim` is kept. */
export async function saveReceipt(
  tx: Tx,
  { agencyId, reportId }: OneCase,
  receipt: Readonly<{ lookup: Uint8Array; wrappedReporterKey: Uint8Array; isReissued: boolean }>,
): Promise<void> {
  await tx
    .updateTable('protected.report')
    .set({
      lookup: Buffer.from(receipt.lookup),
      wrapped_reporter_key: Buffer.from(receipt.wrappedReporterKey),
      is_reissued: receipt.isReissued,
    })
    .where('agency_id', '=', agencyId)
    .where('id', '=', reportId)
    .execute()
}

/** The reporter came with digits: the way in from the desk is closed for good. */
export async function endClaim(tx: Tx, { agencyId, reportId }: OneCase): Promise<void> {
  await tx
    .updateTable('protected.report')
    .set({ sealed_claim: null })
    .where('agency_id', '=', agencyId)
    .where('id', '=', reportId)
    .execute()
}

export const newReportId = (): string => randomUUID()
