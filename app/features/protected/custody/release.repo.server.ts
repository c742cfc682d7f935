import type { IsoDay } from '../../../kernel/thai-date.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { CONSENTS, type Consent, RELEASE_STATES, type Release } from './release.domain.ts'

/** A release with what of it is sealed. */
export type SealedRelease = Release &
  Readonly<{
    halfOpened: Uint8Array | null
    sealedDek: Uint8Array | null
    /** Why, for each of the two custodians. */
    sealedReason: Readonly<{ outer: Uint8Array; inner: Uint8Array }>
    signatures: Readonly<{ outer: Uint8Array | null; inner: Uint8Array | null }>
  }>

type OfCase = Readonly<{ agencyId: string; reportId: string }>

const releases = (tx: Tx, agencyId: string) =>
  tx
    .selectFrom('protected.identity_release as release')
    .innerJoin('protected.identity as identity', (join) =>
      join
        .onRef('identity.agency_id', '=', 'release.agency_id')
        .onRef('identity.report_id', '=', 'release.report_id'),
    )
    .select([
      'release.id',
      'release.report_id',
      'release.asked_by_key_id',
      'release.reader_key_id',
      'release.asked_seq',
      'release.state',
      'release.consent',
      'release.half_opened',
      'release.sealed_dek',
      'release.days',
      'release.expires_on',
      'release.asked_day',
      'release.sealed_reason_outer',
      'release.sealed_reason_inner',
      'release.outer_signature',
      'release.inner_signature',
      'identity.outer_key_id',
      'identity.inner_key_id',
    ])
    .where('release.agency_id', '=', agencyId)

type Row = Awaited<ReturnType<ReturnType<typeof releases>['execute']>>[number]

const toRelease = (row: Row): SealedRelease => {
  const state = RELEASE_STATES.find((one) => one === row.state)
  const consent = CONSENTS.find((one) => one === row.consent)
  if (!state || !consent) throw new Error('a release in a state that nobody knows')
  return {
    id: row.id,
    reportId: row.report_id,
    askedBy: row.asked_by_key_id,
    reader: row.reader_key_id,
    outer: row.outer_key_id,
    inner: row.inner_key_id,
    askedSeq: row.asked_seq,
    state,
    consent,
    days: row.days,
    expiresOn: row.expires_on,
    halfOpened: row.half_opened,
    sealedDek: row.sealed_dek,
    askedDay: row.asked_day,
    sealedReason: { outer: row.sealed_reason_outer, inner: row.sealed_reason_inner },
    signatures: { outer: row.outer_signature, inner: row.inner_signature },
  }
}

/** Of one case, in the order in which they were asked for. */
export async function listReleases(
  tx: Tx,
  { agencyId, reportId }: OfCase,
): Promise<readonly SealedRelease[]> {
  const rows = await releases(tx, agencyId)
    .where('release.report_id', '=', reportId)
    .orderBy('release.asked_seq')
    .orderBy('release.id')
    .execute()
  return rows.map(toRelease)
}

/** Those in which one of these keys has a part: a custodian's, or the reader's. */
export async function listReleasesOf(
  tx: Tx,
  { agencyId, keyIds }: Readonly<{ agencyId: string; keyIds: readonly string[] }>,
): Promise<readonly SealedRelease[]> {
  if (keyIds.length === 0) return []
  const rows = await releases(tx, agencyId)
    .where(({ or, eb }) =>
      or([
        eb('identity.outer_key_id', 'in', keyIds),
        eb('identity.inner_key_id', 'in', keyIds),
        eb('release.reader_key_id', 'in', keyIds),
      ]),
    )
    .orderBy('release.id')
    .execute()
  return rows.map(toRelease)
}

/** Which case it is of; null where there is no such release. */
export async function caseOfRelease(
  tx: Tx,
  { agencyId, id }: Readonly<{ agencyId: string; id: string }>,
): Promise<string | null> {
  if (!isUuid(id)) return null
  const row = await tx
    .selectFrom('protected.identity_release')
    .select('report_id')
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.report_id ?? null
}

/** Held against change until the transaction ends. */
export async function lockRelease(
  tx: Tx,
  { agencyId, id }: Readonly<{ agencyId: string; id: string }>,
): Promise<SealedRelease | null> {
  const held = await tx
    .selectFrom('protected.identity_release')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) return null
  const row = await releases(tx, agencyId).where('release.id', '=', id).executeTakeFirst()
  return row ? toRelease(row) : null
}

type NewRelease = OfCase &
  Pick<
    SealedRelease,
    'id' | 'askedBy' | 'reader' | 'askedSeq' | 'askedDay' | 'consent' | 'days' | 'sealedReason'
  >

export async function insertRelease(tx: Tx, asked: NewRelease): Promise<void> {
  await tx
    .insertInto('protected.identity_release')
    .values({
      agency_id: asked.agencyId,
      id: asked.id,
      report_id: asked.reportId,
      asked_by_key_id: asked.askedBy,
      reader_key_id: asked.reader,
      asked_seq: asked.askedSeq,
      state: 'asked',
      consent: asked.consent,
      days: asked.days,
      asked_day: asked.askedDay,
      sealed_reason_outer: Buffer.from(asked.sealedReason.outer),
      sealed_reason_inner: Buffer.from(asked.sealedReason.inner),
    })
    .execute()
}

type ReleaseChange = Partial<
  Readonly<{
    state: Release['state']
    consent: Consent
    halfOpened: Uint8Array | null
    outerSignature: Uint8Array
    innerSignature: Uint8Array
    sealedDek: Uint8Array | null
    expiresOn: IsoDay | null
  }>
>

export async function saveRelease(
  tx: Tx,
  { agencyId, id }: Readonly<{ agencyId: string; id: string }>,
  { state, consent, halfOpened, outerSignature, innerSignature, sealedDek, expiresOn }: ReleaseChange,
): Promise<void> {
  const bytes = (given: Uint8Array | null | undefined) => (given ? Buffer.from(given) : given)
  await tx
    .updateTable('protected.identity_release')
    .set({
      state,
      consent,
      half_opened: bytes(halfOpened),
      outer_signature: bytes(outerSignature),
      inner_signature: bytes(innerSignature),
      sealed_dek: bytes(sealedDek),
      expires_on: expiresOn,
    })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

/** Whether a key opens the case as it is now: whoever was put out of it, or stepped back, is named no more. */
export async function readsNow(
  tx: Tx,
  { agencyId, reportId, keyId }: OfCase & Readonly<{ keyId: string }>,
): Promise<boolean> {
  const row = await tx
    .selectFrom('protected.case_grant as grant')
    .innerJoin('protected.report as report', (join) =>
      join
        .onRef('report.agency_id', '=', 'grant.agency_id')
        .onRef('report.id', '=', 'grant.report_id')
        .onRef('report.epoch', '=', 'grant.epoch'),
    )
    .select('grant.holder')
    .where('grant.agency_id', '=', agencyId)
    .where('grant.report_id', '=', reportId)
    .where('grant.holder', '=', keyId)
    .executeTakeFirst()
  return row !== undefined
}

/** Ends what was asked for, or released, for readers who leave the case: nothing of it is left to be opened by their keys. */
export async function endReleasesFor(
  tx: Tx,
  { agencyId, reportId, keyIds }: OfCase & Readonly<{ keyIds: readonly string[] }>,
): Promise<void> {
  const gone = { sealed_dek: null, half_opened: null }
  const theirs = () =>
    tx
      .updateTable('protected.identity_release')
      .where('agency_id', '=', agencyId)
      .where('report_id', '=', reportId)
      .where('reader_key_id', 'in', keyIds)
  await theirs()
    .set({ state: 'refused', ...gone })
    .where('state', 'in', ['asked', 'half-opened'])
    .execute()
  await theirs()
    .set({ state: 'expired', ...gone })
    .where('state', '=', 'released')
    .execute()
}

/** Takes away what can be read no longer; the cases of those. */
export async function expireReleases(
  tx: Tx,
  { agencyId, today }: Readonly<{ agencyId: string; today: IsoDay }>,
): Promise<readonly string[]> {
  const rows = await tx
    .updateTable('protected.identity_release')
    .set({ state: 'expired', sealed_dek: null, half_opened: null })
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'released')
    .where('expires_on', '<', today)
    .returning('report_id')
    .execute()
  return rows.map(({ report_id }) => report_id)
}
