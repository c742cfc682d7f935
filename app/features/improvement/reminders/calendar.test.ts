import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, auditOf, ORIGIN } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import {
  aMeasureAtWork,
  anIssueAtWork,
  anOpenYear,
  aUnit,
} from '../../../../tests/support/working-builders.ts'
import { aValue } from '../../../kernel/field.ts'
import { plain } from '../../../kernel/rich-text.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { calendarAddress } from '../../people/reminders/reminder.domain.ts'
import { findCalendarReader } from '../../people/reminders/reminders.queries.server.ts'
import { removeCalendar } from '../../people/reminders/usecases/remove-calendar.server.ts'
import { renewCalendar } from '../../people/reminders/usecases/renew-calendar.server.ts'
import { type CalendarEntry, calendarFeed } from './calendar-feed.server.ts'
import { listCalendarEntries } from './own-calendar.queries.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const entry = (given: Partial<CalendarEntry> = {}): CalendarEntry => ({
  measureId: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
  title: '1.1 จัดทำประกาศ, เผยแพร่; "ทบทวน" \\ น้ำปั้นฐู้ '.repeat(3).trim(),
  dueOn: '2025-09-30',
  version: 3,
  changedAt: new Date('2024-10-01T03:00:00Z'),
  ...given,
})

/** Lines of RFC 5545, unfolded, as name and value, escapes undone. */
const read = (feed: string): readonly (readonly [string, string])[] =>
  feed
    .replaceAll('\r\n ', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => {
      const colon = line.indexOf(':')
      const value = line.slice(colon + 1).replace(/\\([\\;,nN])/g, (_, one) => (/n/i.test(one) ? '\n' : one))
      return [line.slice(0, colon), value] as const
    })
const valuesOf = (feed: string, name: string) =>
  read(feed).flatMap(([found, value]) => (found === name ? [value] : []))

describe('a calendar of due days', async () => {
  const feed = await calendarFeed([entry()], { lang: 'th', origin: ORIGIN })

  it('has an entry for a whole day, the same for ever, that leads to its measure', () => {
    expect(valuesOf(feed, 'UID')).toEqual(['measure-1b4e28ba-2fa1-41d2-883f-0016d3cca427@prongsai'])
    expect(valuesOf(feed, 'DTSTART;VALUE=DATE')).toEqual(['20250930'])
    expect(valuesOf(feed, 'SUMMARY')).toEqual([`ครบกำหนด: ${entry().title}`])
    expect(valuesOf(feed, 'URL;VALUE=URI')).toEqual([`${ORIGIN}/office/measures/${entry().measureId}`])
    expect(valuesOf(feed, 'SEQUENCE')).toEqual(['3'])
    expect(valuesOf(feed, 'LAST-MODIFIED')).toEqual(['20241001T030000Z'])
    expect(valuesOf(feed, 'TRANSP')).toEqual(['TRANSPARENT'])
    expect(valuesOf(feed, 'BEGIN')).toEqual(['VCALENDAR', 'VEVENT'])
    expect(valuesOf(feed, 'END')).toEqual(['VEVENT', 'VCALENDAR'])
  })

  it('has no line of more than 75 octets, and no letter is cut in two', () => {
    const lines = Buffer.from(feed).toString('latin1').split('\r\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(75)
    for (const line of feed.split('\r\n')) expect(Buffer.from(line).toString()).toBe(line)
    expect(feed).not.toContain('\ufffd')
    expect(feed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('is the same bytes for the same measures, and speaks the person’s language', async () => {
    expect(await calendarFeed([entry()], { lang: 'th', origin: ORIGIN })).toBe(feed)
    const english = await calendarFeed([entry({ title: '1.1 x' })], { lang: 'en', origin: ORIGIN })
    expect(valuesOf(english, 'SUMMARY')).toEqual(['Due: 1.1 x'])
    expect(valuesOf(english, 'URL;VALUE=URI')[0]).toContain('/en/office/measures/')
    const empty = await calendarFeed([], { lang: 'th', origin: ORIGIN })
    expect(valuesOf(empty, 'BEGIN')).toEqual(['VCALENDAR'])
  })
})

describe('whose calendar it is', () => {
  async function somebody(keeper: Ctx, unitId: string | null = null) {
    const { id } = await aPerson(keeper, unitId === null ? {} : { role: 'unit-owner', unitId })
    const ctx = as(keeper, id, [])
    const made = await renewCalendar(ctx, { personId: id })
    if (!made.ok) throw new Error(made.error.code)
    const address = new URL(calendarAddress(ORIGIN, made.value.secret))
    return { id, ctx, part: address.pathname.slice('/calendar/'.length) }
  }

  it('is known by its secret, until that is renewed or taken away', async () => {
    const keeper = await anAgency(database)
    const { id, ctx, part } = await somebody(keeper)
    expect(await findCalendarReader(keeper, part)).toEqual({ personId: id, lang: 'th' })
    expect(await findCalendarReader(keeper, part.replace('.ics', ''))).toEqual({ personId: id, lang: 'th' })
    const renewed = await renewCalendar(ctx, { personId: id })
    expect(await findCalendarReader(keeper, part)).toBeNull()
    const next = renewed.ok ? renewed.value.secret : ''
    expect(await findCalendarReader(keeper, next)).toMatchObject({ personId: id })
    expect(await removeCalendar(ctx, { personId: id })).toEqual({ ok: true, value: true })
    expect(await removeCalendar(ctx, { personId: id })).toEqual({ ok: true, value: false })
    expect(await findCalendarReader(keeper, next)).toBeNull()
    expect((await auditOf(database, keeper)).map(({ action }) => action)).toEqual([
      'calendar.renewed',
      'calendar.renewed',
      'reminder.changed',
    ])
    expect(JSON.stringify(await auditOf(database, keeper))).not.toContain(next)
  })

  it('is not found at another agency, for disabled people, or by anything else', async () => {
    const [keeper, other] = [await anAgency(database), await anAgency(database)]
    const { id, part } = await somebody(keeper)
    expect(await findCalendarReader(other, part)).toBeNull()
    for (const wrong of ['', '.ics', 'x', `${'A'.repeat(43)}.ics`, `${part}.ics`, "' or true --"])
      expect(await findCalendarReader(keeper, wrong)).toBeNull()
    await database.owner.query('update person set disabled_at = now() where id = $1', [id])
    expect(await findCalendarReader(keeper, part)).toBeNull()
  })

  it('nobody makes or takes away the calendar of another', async () => {
    const keeper = await anAgency(database)
    const { id } = await somebody(keeper)
    const administrator = as(keeper, (await aPerson(keeper)).id, ['administrator'])
    for (const refused of [
      await renewCalendar(administrator, { personId: id }),
      await removeCalendar(administrator, { personId: id }),
    ])
      expect(refused).toMatchObject({ ok: false, error: { code: 'permission.refused' } })
  })

  it('holds what they have still to hand in, with its day', async () => {
    const keeper = await anAgency(database)
    const [unitId, otherUnit] = [await aUnit(keeper, 'CSR'), await aUnit(keeper, 'DCM')]
    const { id } = await somebody(keeper, unitId)
    const cycleId = await anOpenYear(keeper)
    const issueId = await anIssueAtWork(keeper, { cycleId })
    const place = { cycleId, issueId, unitIds: [unitId] }
    const byDay = await aMeasureAtWork(keeper, { ...place, dueDay: '2025-03-31', text: aValue(plain('ข')) })
    const byPeriod = await aMeasureAtWork(keeper, {
      ...place,
      position: 2,
      state: 'returned',
      period: aValue({ start: '2024-10-01', end: '2024-12-31', written: 'ต.ค. - ธ.ค. 67' }),
    })
    await aMeasureAtWork(keeper, { ...place, position: 3 })
    await aMeasureAtWork(keeper, { ...place, position: 4, dueDay: '2025-03-31', state: 'in-review' })
    await aMeasureAtWork(keeper, { ...place, position: 5, dueDay: '2025-03-31', state: 'done' })
    await aMeasureAtWork(keeper, { ...place, position: 6, dueDay: '2025-03-31', unitIds: [otherUnit] })
    const entries = await listCalendarEntries(keeper, id)
    expect(entries.map(({ measureId, dueOn }) => [measureId, dueOn])).toEqual([
      [byPeriod, '2024-12-31'],
      [byDay, '2025-03-31'],
    ])
    expect(entries[1]).toMatchObject({ title: '1.1 ข', version: 1, changedAt: keeper.now() })
  })
})
