import { sql } from 'kysely'
import type { Language } from '../../../i18n/language.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { isToken, tokenHash } from '../../../platform/secrets/token.server.ts'
import { calendarSecret, DEFAULT_REMINDERS, type ReminderSetting } from './reminder.domain.ts'
import { findReminderRow } from './reminder.repo.server.ts'

/** How the person who acts is reminded; the defaults for whoever is none, or has chosen nothing. */
export async function findReminders(
  ctx: Ctx,
): Promise<Readonly<{ setting: ReminderSetting; hasCalendar: boolean }>> {
  const { actor, agency } = ctx
  if (actor.kind !== 'person') return { setting: DEFAULT_REMINDERS, hasCalendar: false }
  return withAgency(ctx.db, agency.id, (tx) =>
    findReminderRow(tx, { agencyId: agency.id, personId: actor.id }),
  )
}

/** Somebody to whom mail can go. */
export type Reader = Readonly<{ personId: string; name: string; email: string; lang: Language }>
export type DigestReader = Reader & Readonly<{ daysBefore: number }>

/** Who may be sent a digest from this hour of the day in Thailand on, and has not had one on that day. */
export async function listDigestReaders(
  tx: Tx,
  { agencyId, day, hour }: Readonly<{ agencyId: string; day: IsoDay; hour: number }>,
): Promise<readonly DigestReader[]> {
  const { isOn, digestHour, daysBefore } = DEFAULT_REMINDERS
  const rows = await tx
    .selectFrom('person')
    .leftJoin('reminder_setting as setting', (join) =>
      join.onRef('setting.agency_id', '=', 'person.agency_id').onRef('setting.person_id', '=', 'person.id'),
    )
    .select(['person.id', 'person.name', 'person.email', 'person.lang'])
    .select(sql<number>`coalesce(setting.days_before, ${daysBefore}::smallint)`.as('days_before'))
    .where('person.agency_id', '=', agencyId)
    .where('person.disabled_at', 'is', null)
    .where('person.email', 'is not', null)
    .where(sql<boolean>`coalesce(setting.is_on, ${isOn})`)
    .where(sql<boolean>`coalesce(setting.digest_hour, ${digestHour}::smallint) <= ${hour}`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('digest')
            .select('digest.day')
            .whereRef('digest.agency_id', '=', 'person.agency_id')
            .whereRef('digest.person_id', '=', 'person.id')
            .where('digest.day', '=', day),
        ),
      ),
    )
    .orderBy('person.id')
    .execute()
  return rows.flatMap(({ id, name, email, lang, days_before }) =>
    email === null ? [] : [{ personId: id, name, email, lang: lang as Language, daysBefore: days_before }],
  )
}

/** Those of these people to whom mail can go. */
export async function listMailReaders(
  tx: Tx,
  { agencyId, personIds }: Readonly<{ agencyId: string; personIds: readonly string[] }>,
): Promise<readonly Reader[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'lang'])
    .where('agency_id', '=', agencyId)
    .where('id', 'in', personIds)
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, name, email, lang }) =>
    email === null ? [] : [{ personId: id, name, email, lang: lang as Language }],
  )
}

/** Whose calendar an address leads to, by its last part; null for what is no address of ours, and for disabled people. */
export async function findCalendarReader(
  ctx: Ctx,
  part: string,
): Promise<Readonly<{ personId: string; lang: Language }> | null> {
  const secret = calendarSecret(part)
  if (!isToken(secret)) return null
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const row = await tx
      .selectFrom('reminder_setting')
      .innerJoin('person', (join) =>
        join
          .onRef('person.agency_id', '=', 'reminder_setting.agency_id')
          .onRef('person.id', '=', 'reminder_setting.person_id'),
      )
      .select(['person.id', 'person.lang'])
      .where('reminder_setting.agency_id', '=', ctx.agency.id)
      .where('reminder_setting.calendar_hash', '=', tokenHash(secret))
      .where('person.disabled_at', 'is', null)
      .executeTakeFirst()
    return row ? { personId: row.id, lang: row.lang as Language } : null
  })
}

/** Who is the head of each unit that has one, by the identifier of the unit; disabled people head nothing. */
export async function listUnitHeads(
  tx: Tx,
  agencyId: string,
): Promise<ReadonlyMap<string, Readonly<{ id: string; name: string }>>> {
  const rows = await tx
    .selectFrom('unit')
    .innerJoin('person', (join) =>
      join.onRef('person.agency_id', '=', 'unit.agency_id').onRef('person.id', '=', 'unit.head_id'),
    )
    .select(['unit.id as unit_id', 'person.id', 'person.name'])
    .where('unit.agency_id', '=', agencyId)
    .where('person.disabled_at', 'is', null)
    .execute()
  return new Map(rows.map(({ unit_id, id, name }) => [unit_id, { id, name }]))
}

/** Who a digest can reach, by identifier: people who come in and have an address. */
export async function listReachable(tx: Tx, agencyId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('person')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('disabled_at', 'is', null)
    .where('email', 'is not', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
