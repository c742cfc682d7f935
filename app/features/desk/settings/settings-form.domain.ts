import { cleanLine } from '../../../kernel/clean-text.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { DeskErrorCode, DeskFaults } from '../desk.errors.ts'
import type { DeskSettings, Topic } from './desk-settings.domain.ts'

type Typed = Readonly<Record<string, string>>

export const MOST_TOPICS = 40

/** Numbers of the form with their bounds. */
const SETTINGS_BOUNDS = {
  due: [1, 120],
  remindDays: [0, 30],
  escalateDays: [1, 30],
  reopenDays: [0, 365],
  eraseAfterMonths: [1, 120],
} as const

/** The settings as their form shows them, field by field; topics as `topic.0.key`, `topic.0.th` and so on. */
export function settingsValues(settings: DeskSettings): Typed {
  const { dueDays } = settings
  const due = (days: number | null) => (days === null ? '' : String(days))
  return {
    duePraise: due(dueDays.praise),
    dueSuggestion: due(dueDays.suggestion),
    dueQuestion: due(dueDays.question),
    dueComplaint: due(dueDays.complaint),
    remindDays: String(settings.remindDays),
    escalateDays: String(settings.escalateDays),
    reopenDays: String(settings.reopenDays),
    eraseAfterMonths: String(settings.eraseAfterMonths),
    isOpen311On: settings.isOpen311On ? 'on' : '',
    ...Object.assign(
      {},
      ...settings.topics.map(({ key, title, unitId, hasPlace }, at) => ({
        [`topic.${at}.key`]: key,
        [`topic.${at}.th`]: title.th,
        [`topic.${at}.en`]: title.en,
        [`topic.${at}.unit`]: unitId ?? '',
        [`topic.${at}.hasPlace`]: hasPlace ? 'on' : '',
      })),
    ),
  }
}

/** Reads the form; a topic of which nothing was typed is none. */
export function readSettings(typed: Typed): Readonly<{ settings: DeskSettings | null; faults: DeskFaults }> {
  const faults: Record<string, DeskErrorCode> = {}
  const number = (field: string, [least, most]: readonly [number, number]): number => {
    const text = toArabicDigits((typed[field] ?? '').trim())
    const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
    if (!(value >= least && value <= most)) faults[field] = 'settings.bad-number'
    return value
  }
  const due = (field: string) =>
    (typed[field] ?? '').trim() === '' ? null : number(field, SETTINGS_BOUNDS.due)
  const settings: DeskSettings = {
    schema: 'prongsai.desk/1',
    dueDays: {
      praise: due('duePraise'),
      suggestion: due('dueSuggestion'),
      question: due('dueQuestion'),
      complaint: due('dueComplaint'),
    },
    remindDays: number('remindDays', SETTINGS_BOUNDS.remindDays),
    escalateDays: number('escalateDays', SETTINGS_BOUNDS.escalateDays),
    reopenDays: number('reopenDays', SETTINGS_BOUNDS.reopenDays),
    eraseAfterMonths: number('eraseAfterMonths', SETTINGS_BOUNDS.eraseAfterMonths),
    topics: readTopics(typed, faults),
    isOpen311On: typed.isOpen311On === 'on',
  }
  return { settings: Object.keys(faults).length === 0 ? settings : null, faults }
}

function readTopics(typed: Typed, faults: Record<string, DeskErrorCode>): readonly Topic[] {
  const topics: Topic[] = []
  for (let at = 0; at < MOST_TOPICS; at += 1) {
    const field = (name: string) => `topic.${at}.${name}`
    const line = (name: string) => cleanLine(typed[field(name)] ?? '')
    const [key, th, en, unit] = [line('key'), line('th'), line('en'), line('unit')]
    if (key === '' && th === '' && en === '') continue
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) || key.length > 40) faults[field('key')] = 'settings.bad-key'
    else if (topics.some((topic) => topic.key === key)) faults[field('key')] = 'settings.key-twice'
    if (th === '' || en === '') faults[field('th')] = 'settings.no-title'
    else if (th.length > 120 || en.length > 120) faults[field('th')] = 'ticket.too-long'
    if (unit !== '' && !isUuid(unit)) faults[field('unit')] = 'ticket.unknown-unit'
    topics.push({ key, title: { th, en }, unitId: unit || null, hasPlace: typed[field('hasPlace')] === 'on' })
  }
  return topics
}
