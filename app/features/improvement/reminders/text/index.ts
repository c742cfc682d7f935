import type { Language } from '../../../../i18n/language.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { workAddress } from '../../work-address.domain.ts'
import { DIGEST_SECTIONS, type Digest, type DigestLine, type DigestSection } from '../digest.domain.ts'
import { type CalendarText, calendarEn } from './calendar.en.ts'
import { calendarTh } from './calendar.th.ts'
import { digestEn } from './digest.en.ts'
import { digestTh } from './digest.th.ts'

export const calendarText = (lang: Language): CalendarText => (lang === 'th' ? calendarTh : calendarEn)

const MOST_LINES = 20

/** The words of one letter, as the outbox takes them. */
type Letter = Readonly<{
  subject: string
  paragraphs: readonly string[]
  action: Readonly<{ label: string; url: string }>
  closing: string
}>

/** The letter that tells somebody what waits for them; `origin` is the address of the agency's site. */
export function digestMail(
  lang: Language,
  { name, digest, origin }: Readonly<{ name: string; digest: Digest; origin: string }>,
): Letter {
  const text = lang === 'th' ? digestTh : digestEn
  const lines = DIGEST_SECTIONS.flatMap((section) => digest[section])
  const late = [...digest.overdue, ...digest.escalated].length
  return {
    subject: text.subject(lines.length, late),
    paragraphs: [
      text.greeting(name),
      ...DIGEST_SECTIONS.filter((section) => digest[section].length > 0).map((section) =>
        sectionOf(lang, { section, lines: digest[section], origin }),
      ),
    ],
    action: { label: text.action, url: workAddress(origin, lang, '').replace(/\/$/, '') },
    closing: text.closing(workAddress(origin, lang, 'account/reminders')),
  }
}

type Section = Readonly<{ section: DigestSection; lines: readonly DigestLine[]; origin: string }>

function sectionOf(lang: Language, { section, lines, origin }: Section): string {
  const text = lang === 'th' ? digestTh : digestEn
  const shown = lines
    .slice(0, MOST_LINES)
    .map(
      (line) => `• ${line.title} (${whenOf(lang, section, line)})\n${workAddress(origin, lang, line.part)}`,
    )
  const more = lines.length - shown.length
  return [text.sections[section], ...shown, ...(more > 0 ? [text.more(more)] : [])].join('\n')
}

function whenOf(lang: Language, section: DigestSection, { day, daysLate }: DigestLine): string {
  const text = lang === 'th' ? digestTh : digestEn
  if (day === null) return text.noDay
  if (section === 'expiring') return text.expires(formatDay(day, lang))
  return daysLate > 0 ? text.late(formatDay(day, lang), daysLate) : text.due(formatDay(day, lang))
}
