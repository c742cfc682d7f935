import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { DEFAULT_REMINDERS, type ReminderSetting } from './reminder.domain.ts'

type Owner = Readonly<{ agencyId: string; personId: string }>

/** How somebody is reminded, and whether they have a calendar address; the defaults where they have chosen nothing. */
export async function findReminderRow(
  tx: Tx,
  { agencyId, personId }: Owner,
): Promise<Readonly<{ setting: ReminderSetting; hasCalendar: boolean }>> {
  const row = await tx
    .selectFrom('reminder_setting')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!row) return { setting: DEFAULT_REMINDERS, hasCalendar: false }
  const { is_on: isOn, digest_hour: digestHour, days_before: daysBefore, has_shortcuts: hasShortcuts } = row
  return { setting: { isOn, digestHour, daysBefore, hasShortcuts }, hasCalendar: row.calendar_hash !== null }
}

export async function saveReminders(
  tx: Tx,
  { agencyId, personId }: Owner,
  setting: ReminderSetting,
): Promise<void> {
  const columns = columnsOf(setting)
  await tx
    .insertInto('reminder_setting')
    .values({ agency_id: agencyId, person_id: personId, ...columns })
    .onConflict((conflict) => conflict.columns(['agency_id', 'person_id']).doUpdateSet(columns))
    .execute()
}

/** Sets by which secret (its hash) the calendar of a person is found; null takes the address away. */
export async function setCalendarHash(
  tx: Tx,
  { agencyId, personId }: Owner,
  hash: string | null,
): Promise<void> {
  await tx
    .insertInto('reminder_setting')
    .values({
      agency_id: agencyId,
      person_id: personId,
      ...columnsOf(DEFAULT_REMINDERS),
      calendar_hash: hash,
    })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'person_id']).doUpdateSet({ calendar_hash: hash }),
    )
    .execute()
}

/** Notes that the digest of a day was written; false when another program was first, or it was on that day before. */
export async function insertDigest(
  tx: Tx,
  digest: Owner & Readonly<{ day: IsoDay; mailId: string | null }>,
): Promise<boolean> {
  const row = await tx
    .insertInto('digest')
    .values({
      agency_id: digest.agencyId,
      person_id: digest.personId,
      day: digest.day,
      mail_id: digest.mailId,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'person_id', 'day']).doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

const columnsOf = (setting: ReminderSetting) => ({
  is_on: setting.isOn,
  digest_hour: setting.digestHour,
  days_before: setting.daysBefore,
  has_shortcuts: setting.hasShortcuts,
})
