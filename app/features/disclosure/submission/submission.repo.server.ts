import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { Dispute, DisputeWords } from './submission.domain.ts'
import type { YearDays } from './window.domain.ts'

type OfYear = Readonly<{ agencyId: string; year: number }>
type OfItem = OfYear & Readonly<{ code: string }>

export type YearRow = Readonly<{
  days: YearDays
  submitted: Readonly<{ at: Date; byName: string }> | null
  version: number
}>

const UNKNOWN_DAYS: YearDays = {
  submissionFrom: null,
  submissionTo: null,
  scoringFrom: null,
  scoringTo: null,
  clarificationFrom: null,
  clarificationTo: null,
}

/** The calendar of a year and whether it is submitted; of a year that nobody has written of, nothing is known. */
export async function findYearRow(tx: Tx, { agencyId, year }: OfYear): Promise<YearRow> {
  const row = await yearOf(tx, { agencyId, year }).executeTakeFirst()
  return row ? yearRow(row) : { days: UNKNOWN_DAYS, submitted: null, version: 1 }
}

/** The same, held until the transaction ends; made where it is not there. */
export async function holdYearRow(tx: Tx, { agencyId, year }: OfYear): Promise<YearRow> {
  await tx
    .insertInto('disclosure_year')
    .values({ agency_id: agencyId, framework_year: year })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return yearRow(await yearOf(tx, { agencyId, year }).forUpdate().executeTakeFirstOrThrow())
}

const yearOf = (tx: Tx, { agencyId, year }: OfYear) =>
  tx
    .selectFrom('disclosure_year')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('framework_year', '=', year)

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof yearOf>['executeTakeFirst']>>>

const yearRow = (row: Row): YearRow => ({
  days: {
    submissionFrom: row.submission_from as IsoDay | null,
    submissionTo: row.submission_to as IsoDay | null,
    scoringFrom: row.scoring_from as IsoDay | null,
    scoringTo: row.scoring_to as IsoDay | null,
    clarificationFrom: row.clarification_from as IsoDay | null,
    clarificationTo: row.clarification_to as IsoDay | null,
  },
  submitted:
    row.submitted_at === null || row.submitted_by_name === null
      ? null
      : { at: row.submitted_at, byName: row.submitted_by_name },
  version: row.version,
})

type Submitting = OfYear &
  Readonly<{ addresses: readonly Readonly<{ code: string; address: string }>[]; byName: string; at: Date }>

/** Writes, once for ever, what is submitted for each item, and that the year is. */
export async function insertSubmission(tx: Tx, submitting: Submitting): Promise<void> {
  const { agencyId, year, addresses, byName, at } = submitting
  await tx
    .updateTable('disclosure_year')
    .set((columns) => ({
      submitted_at: at,
      submitted_by_name: byName,
      version: columns('version', '+', 1),
    }))
    .where('agency_id', '=', agencyId)
    .where('framework_year', '=', year)
    .execute()
  await tx
    .insertInto('submitted_address')
    .values(
      addresses.map(({ code, address }) => ({
        agency_id: agencyId,
        framework_year: year,
        code,
        address,
        submitted_at: at,
        submitted_by_name: byName,
      })),
    )
    .execute()
}

/** Says which capture shows what stood at an address when it was submitted; the first one stays. */
export async function setCapture(
  tx: Tx,
  { agencyId, year, code, captureId }: OfItem & { captureId: string },
) {
  await tx
    .updateTable('submitted_address')
    .set({ capture_id: captureId })
    .where('agency_id', '=', agencyId)
    .where('framework_year', '=', year)
    .where('code', '=', code)
    .where('capture_id', 'is', null)
    .execute()
}

/** Whether the address of an item was submitted. */
export async function isSubmitted(tx: Tx, { agencyId, year, code }: OfItem): Promise<boolean> {
  const row = await tx
    .selectFrom('submitted_address')
    .select('code')
    .where('agency_id', '=', agencyId)
    .where('framework_year', '=', year)
    .where('code', '=', code)
    .executeTakeFirst()
  return row !== undefined
}

/** The version of what is recorded of an item, held until the transaction ends; 0 where nothing is. */
export async function holdDisputeVersion(tx: Tx, { agencyId, year, code }: OfItem): Promise<number> {
  const row = await tx
    .selectFrom('disclosure_dispute')
    .select('version')
    .where('agency_id', '=', agencyId)
    .where('framework_year', '=', year)
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst()
  return row?.version ?? 0
}

type Recording = OfItem & Readonly<{ words: DisputeWords; version: number; byName: string; at: Date }>

export async function saveDispute(tx: Tx, recording: Recording): Promise<void> {
  const { agencyId, year, code, words, version, byName, at } = recording
  const values = {
    provisional_score: words.provisionalScore,
    assessor_reason: words.assessorReason,
    is_disputed: words.isDisputed,
    argument: words.argument,
    recorded_at: at,
    recorded_by_name: byName,
    version,
  }
  await tx
    .insertInto('disclosure_dispute')
    .values({ agency_id: agencyId, framework_year: year, code, ...values })
    .onConflict((conflict) => conflict.columns(['agency_id', 'framework_year', 'code']).doUpdateSet(values))
    .execute()
}

/** What was submitted and recorded of the items of a year, by code. */
export async function listSubmitted(tx: Tx, { agencyId, year }: OfYear) {
  const addresses = await tx
    .selectFrom('submitted_address')
    .select(['code', 'address', 'submitted_at', 'capture_id'])
    .where('agency_id', '=', agencyId)
    .where('framework_year', '=', year)
    .execute()
  const disputes = await tx
    .selectFrom('disclosure_dispute')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('framework_year', '=', year)
    .execute()
  return {
    addresses: new Map(
      addresses.map(({ code, address, submitted_at, capture_id }) => [
        code,
        { address, at: submitted_at, captureId: capture_id },
      ]),
    ),
    disputes: new Map(
      disputes.map((row): readonly [string, Dispute] => [
        row.code,
        {
          provisionalScore: row.provisional_score === 100 ? 100 : 0,
          assessorReason: row.assessor_reason,
          isDisputed: row.is_disputed,
          argument: row.argument,
          recordedAt: row.recorded_at,
          byName: row.recorded_by_name,
          version: row.version,
        },
      ]),
    ),
  }
}

/** Codes of the items of a year that are public now. */
export async function listPublicCodes(tx: Tx, { agencyId, year }: OfYear): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('disclosure_publication')
    .select('code')
    .distinctOn('code')
    .select('withdrawn_at')
    .where('agency_id', '=', agencyId)
    .where('framework_year', '=', year)
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()
  return new Set(rows.filter(({ withdrawn_at }) => withdrawn_at === null).map(({ code }) => code))
}
