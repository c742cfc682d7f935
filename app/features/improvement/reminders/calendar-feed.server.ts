import type { Language } from '../../../i18n/language.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { workAddress } from '../work-address.domain.ts'
import { calendarText } from './text/index.ts'

/** A measure as a calendar shows it. */
export type CalendarEntry = Readonly<{
  measureId: string
  title: string
  dueOn: IsoDay
  version: number
  changedAt: Date
}>

const ASKED_AGAIN_SECONDS = 3_600

/**
 * Due days as a calendar of RFC 5545, each the whole of its day and taking up no time. An entry is the same one for ever by
 * its identifier, and says by version and time that it changed; the same entries make the same bytes.
 */
export async function calendarFeed(
  entries: readonly CalendarEntry[],
  { lang, origin }: Readonly<{ lang: Language; origin: string }>,
): Promise<string> {
  const { default: ical, ICalEventTransparency } = await import('ical-generator')
  const text = calendarText(lang)
  const calendar = ical({
    name: text.name,
    prodId: { company: 'Prongsai', product: 'Prongsai', language: lang.toUpperCase() },
    ttl: ASKED_AGAIN_SECONDS,
  })
  for (const { measureId, title, dueOn, version, changedAt } of entries) {
    const url = workAddress(origin, lang, `measures/${measureId}`)
    calendar.createEvent({
      id: `measure-${measureId}@prongsai`,
      // A day has no time: it is written as it is read here.
      start: new Date(`${dueOn}T00:00:00Z`),
      allDay: true,
      summary: text.due(title),
      description: url,
      url,
      sequence: version,
      stamp: changedAt,
      lastModified: changedAt,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return `${calendar.toString()}\r\n`
}
