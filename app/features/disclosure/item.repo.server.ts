import type { IsoDay } from '../../kernel/thai-date.ts'
import { thaiDay } from '../../kernel/thai-day.ts'
import { isUuid } from '../../kernel/uuid.ts'
import type { Tx } from '../../platform/db/tenant.server.ts'
import type { YearCalendar } from './item-work.domain.ts'

type OfYear = Readonly<{ agencyId: string; year: number }>
type AtItem = OfYear & Readonly<{ code: string }>
type OfItems = OfYear & Readonly<{ code?: string }>

export type ItemFacts = Readonly<{ unitId: string | null; dueOn: IsoDay | null }>
export type ItemRecord = ItemFacts & Readonly<{ version: number }>

/** What nobody has said anything about. */
export const NO_ITEM: ItemRecord = { unitId: null, dueOn: null, version: 0 }

/** Who answers for the items of a year, or for one of them, by code; one of which nothing was said has no entry. */
export async function readItems(
  tx: Tx,
  { agencyId, year, code }: OfItems,
): Promise<ReadonlyMap<string, ItemRecord>> {
  const rows = await tx
    .selectFrom('disclosure_item')
    .select(['code', 'unit_id', 'due_on', 'version'])
    .where('agency_id', '=', agencyId)
    .where('framework_year', '=', year)
    .$if(code !== undefined, (query) => query.where('code', '=', code ?? ''))
    .execute()
  return new Map(
    rows.map((row) => [row.code, { unitId: row.unit_id, dueOn: row.due_on, version: row.version }]),
  )
}

/** The agency is held (`holdAgency`): nobody else saves the item meanwhile. */
export async function readItem(tx: Tx, at: AtItem): Promise<ItemRecord> {
  return (await readItems(tx, at)).get(at.code) ?? NO_ITEM
}

export async function saveItem(tx: Tx, given: AtItem & ItemRecord): Promise<void> {
  const { unitId, dueOn, version } = given
  const facts = { unit_id: unitId, due_on: dueOn, version }
  await tx
    .insertInto('disclosure_item')
    .values({ agency_id: given.agencyId, framework_year: given.year, code: given.code, ...facts })
    .onConflict((conflict) => conflict.columns(['agency_id', 'framework_year', 'code']).doUpdateSet(facts))
    .execute()
}

export type YearRecord = Readonly<{
  calendar: YearCalendar
  version: number
  submitted: Readonly<{ at: Date; byName: string }> | null
}>

const NO_CALENDAR: YearCalendar = {
  submissionFrom: null,
  submissionTo: null,
  scoringFrom: null,
  scoringTo: null,
  clarificationFrom: null,
  clarificationTo: null,
}

export async function readYear(tx: Tx, { agencyId, year }: OfYear): Promise<YearRecord> {
  const row = await tx
    .selectFrom('disclosure_year')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('framework_year', '=', year)
    .executeTakeFirst()
  if (!row) return { calendar: NO_CALENDAR, version: 0, submitted: null }
  return {
    calendar: {
      submissionFrom: row.submission_from,
      submissionTo: row.submission_to,
      scoringFrom: row.scoring_from,
      scoringTo: row.scoring_to,
      clarificationFrom: row.clarification_from,
      clarificationTo: row.clarification_to,
    },
    version: row.version,
    submitted: row.submitted_at && { at: row.submitted_at, byName: row.submitted_by_name ?? '' },
  }
}

export async function saveYear(
  tx: Tx,
  { agencyId, year, calendar, version }: OfYear & Pick<YearRecord, 'calendar' | 'version'>,
): Promise<void> {
  const facts = {
    submission_from: calendar.submissionFrom,
    submission_to: calendar.submissionTo,
    scoring_from: calendar.scoringFrom,
    scoring_to: calendar.scoringTo,
    clarification_from: calendar.clarificationFrom,
    clarification_to: calendar.clarificationTo,
    version,
  }
  await tx
    .insertInto('disclosure_year')
    .values({ agency_id: agencyId, framework_year: year, ...facts })
    .onConflict((conflict) => conflict.columns(['agency_id', 'framework_year']).doUpdateSet(facts))
    .execute()
}

/** The address that was submitted for each item of a year, or for one of them, by code. */
export async function readSubmitted(
  tx: Tx,
  { agencyId, year, code }: OfItems,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('submitted_address')
    .select(['code', 'address'])
    .where('agency_id', '=', agencyId)
    .where('framework_year', '=', year)
    .$if(code !== undefined, (query) => query.where('code', '=', code ?? ''))
    .execute()
  return new Map(rows.map(({ code, address }) => [code, address]))
}

/** Whether the agency has a unit of this identifier that has not ended. */
export async function isOpenUnit(
  tx: Tx,
  { agencyId, id, now }: Readonly<{ agencyId: string; id: string; now: Date }>,
): Promise<boolean> {
  if (!isUuid(id)) return false
  const row = await tx
    .selectFrom('unit')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', thaiDay(now))]))
    .executeTakeFirst()
  return row !== undefined
}

/** Identifiers of who holds a unit on a day. */
export async function listUnitOwners(
  tx: Tx,
  { agencyId, unitId, day }: Readonly<{ agencyId: string; unitId: string; day: IsoDay }>,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('role_grant')
    .innerJoin('person', (join) =>
      join
        .onRef('person.agency_id', '=', 'role_grant.agency_id')
        .onRef('person.id', '=', 'role_grant.person_id'),
    )
    .select('person.id')
    .distinct()
    .where('role_grant.agency_id', '=', agencyId)
    .where('role_grant.role', '=', 'unit-owner')
    .where('role_grant.unit_id', '=', unitId)
    .where('role_grant.valid_from', '<=', day)
    .where((where) =>
      where.or([where('role_grant.valid_to', 'is', null), where('role_grant.valid_to', '>=', day)]),
    )
    .where('person.disabled_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}
