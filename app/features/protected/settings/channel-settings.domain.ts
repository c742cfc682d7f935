import type { Bilingual } from '../../../i18n/language.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'

/** How sure a time limit is: of the agency's own choice, from a source that was read, or from hearsay to be checked. */
export const CERTAINTIES = ['own', 'sourced', 'unverified'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/** A time limit in Thai working days. */
export type TimeLimit = Readonly<{ workingDays: number; certainty: Certainty; basis: Bilingual }>

export const STAGES = ['acknowledge', 'answer', 'close'] as const
/** What a case is due for, in this order. */
export type Stage = (typeof STAGES)[number]

export type ChannelCategory = Readonly<{ key: string; th: string; en: string }>

/** How the protected channel of an agency works; kept as JSON. */
export type ChannelSettings = Readonly<{
  isOpen: boolean
  /** When it was opened for the first time: statistics begin with that month. Null before. */
  openedOn: IsoDay | null
  /** Shown on the public page; why it is closed, or what is to be known while it is open. */
  note: Bilingual
  times: Readonly<Record<Stage, TimeLimit>>
  /** Days from closing until a case is erased. */
  retentionDays: number
  /** Hours of the day in Thailand at which the constant digest goes out, ascending. */
  digestHours: readonly number[]
  categories: readonly ChannelCategory[]
  /** Whether the organisation's recovery key is among those who may open new cases. */
  isRecoveryOn: boolean
}>

/** A case is announced for erasure so many days before. */
export const ERASURE_WARNING_DAYS = 30

const LIMITS = {
  workingDays: { least: 1, most: 365 },
  retentionDays: { least: ERASURE_WARNING_DAYS + 1, most: 3650 },
  digestHours: { least: 1, most: 4 },
  categories: { least: 1, most: 20 },
} as const

/** What holds until the agency says otherwise. */
export const FIRST_SETTINGS: ChannelSettings = {
  isOpen: false,
  openedOn: null,
  note: { th: '', en: '' },
  times: {
    acknowledge: { workingDays: 3, certainty: 'own', basis: { th: '', en: '' } },
    // s. 132 of the anti-corruption act speaks of an answer within 15 days; read in summaries only, not in the act.
    answer: { workingDays: 15, certainty: 'unverified', basis: { th: '', en: '' } },
    close: { workingDays: 90, certainty: 'own', basis: { th: '', en: '' } },
  },
  retentionDays: 365,
  digestHours: [9],
  categories: [],
  isRecoveryOn: true,
}

export type SettingsFault =
  | 'settings.working-days'
  | 'settings.order'
  | 'settings.retention'
  | 'settings.digest-hours'
  | 'settings.categories'
  | 'settings.category-twice'

/** What cannot be meant in settings, by the first that was found; null when all can. */
export function settingsFault(settings: ChannelSettings): SettingsFault | null {
  const { times, retentionDays, digestHours, categories } = settings
  const days = STAGES.map((stage) => times[stage].workingDays)
  if (!days.every((count) => isWithin(count, LIMITS.workingDays))) return 'settings.working-days'
  if (days.some((count, index) => index > 0 && count < (days[index - 1] ?? 0))) return 'settings.order'
  if (!isWithin(retentionDays, LIMITS.retentionDays)) return 'settings.retention'
  if (
    !isWithin(digestHours.length, LIMITS.digestHours) ||
    !digestHours.every((hour) => isWithin(hour, { least: 0, most: 23 })) ||
    new Set(digestHours).size < digestHours.length
  )
    return 'settings.digest-hours'
  if (
    !isWithin(categories.length, LIMITS.categories) ||
    !categories.every(
      ({ key, th, en }) => /^[a-z0-9-]{1,40}$/.test(key) && th.trim() !== '' && en.trim() !== '',
    )
  )
    return 'settings.categories'
  if (new Set(categories.map(({ key }) => key)).size < categories.length) return 'settings.category-twice'
  return null
}

const isWithin = (value: number, { least, most }: Readonly<{ least: number; most: number }>): boolean =>
  Number.isInteger(value) && value >= least && value <= most
