import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import {
  HOLIDAY_CERTAINTIES,
  HOLIDAY_KINDS,
  type Holiday,
  knownHolidays,
  yearOfDay,
} from './holiday.domain.ts'

/** Who changes the list, and when. */
export type ChangedBy = Readonly<{ name: string; at: Date }>

/** The holidays that the agency keeps itself, by day. */
export async function listOwnHolidays(tx: Tx, agencyId: string): Promise<readonly Holiday[]> {
  const rows = await tx
    .selectFrom('public_holiday')
    .select(['day', 'kind', 'name_th', 'name_en', 'certainty'])
    .where('agency_id', '=', agencyId)
    .orderBy('day')
    .execute()
  return rows.map((row) => ({
    day: row.day,
    kind: HOLIDAY_KINDS.find((known) => known === row.kind) ?? 'holiday',
    nameTh: row.name_th,
    nameEn: row.name_en,
    certainty: HOLIDAY_CERTAINTIES.find((known) => known === row.certainty) ?? 'unverified',
  }))
}

/**
 * The agency's own list of a calendar year (Buddhist era), begun with what the program knows where there was none. Held
 * under the lock of the agency.
 */
export async function beginYear(
  tx: Tx,
  agencyId: string,
  { year, by }: { year: number; by: ChangedBy },
): Promise<readonly Holiday[]> {
  const own = (await listOwnHolidays(tx, agencyId)).filter(({ day }) => yearOfDay(day) === year)
  if (own.length > 0) return own
  const known = knownHolidays(year)
  await insertHolidays(tx, agencyId, { holidays: known, by })
  return known
}

export async function insertHolidays(
  tx: Tx,
  agencyId: string,
  { holidays, by }: { holidays: readonly Holiday[]; by: ChangedBy },
): Promise<void> {
  if (holidays.length === 0) return
  await tx
    .insertInto('public_holiday')
    .values(
      holidays.map(({ day, kind, nameTh, nameEn, certainty }) => ({
        agency_id: agencyId,
        day,
        kind,
        name_th: nameTh,
        name_en: nameEn,
        certainty,
        changed_at: by.at,
        changed_by_name: by.name,
      })),
    )
    .execute()
}

/** Gives how many there were. */
export async function deleteHolidays(tx: Tx, agencyId: string, days: readonly IsoDay[]): Promise<number> {
  if (days.length === 0) return 0
  const deleted = await tx
    .deleteFrom('public_holiday')
    .where('agency_id', '=', agencyId)
    .where('day', 'in', days)
    .executeTakeFirst()
  return Number(deleted.numDeletedRows)
}

export async function confirmDays(
  tx: Tx,
  agencyId: string,
  { days, by }: { days: readonly IsoDay[]; by: ChangedBy },
): Promise<void> {
  await tx
    .updateTable('public_holiday')
    .set({ certainty: 'confirmed', changed_at: by.at, changed_by_name: by.name })
    .where('agency_id', '=', agencyId)
    .where('day', 'in', days)
    .execute()
}
