import { cleanLine, cleanText } from '../../../kernel/clean-text.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import {
  CERTAINTIES,
  type ChannelCategory,
  type ChannelSettings,
  STAGES,
  type Stage,
  type TimeLimit,
} from './channel-settings.domain.ts'

/** What the form of the settings holds, by the names of its fields. */
export type TypedSettings = Readonly<Record<string, string>>

/** Settings as they stand in the fields of the form. One category a line: `key | Thai | English`. */
export const typedOf = (settings: ChannelSettings): TypedSettings => ({
  isOpen: settings.isOpen ? 'on' : '',
  noteTh: settings.note.th,
  noteEn: settings.note.en,
  ...Object.fromEntries(
    STAGES.flatMap((stage) => {
      const { workingDays, certainty, basis } = settings.times[stage]
      return [
        [`${stage}Days`, String(workingDays)],
        [`${stage}Certainty`, certainty],
        [`${stage}BasisTh`, basis.th],
        [`${stage}BasisEn`, basis.en],
      ]
    }),
  ),
  retentionDays: String(settings.retentionDays),
  digestHours: settings.digestHours.join(', '),
  categories: settings.categories.map(({ key, th, en }) => `${key} | ${th} | ${en}`).join('\n'),
  isRecoveryOn: settings.isRecoveryOn ? 'on' : '',
})

/** What was typed, read as far as it can be: what is no number is NaN, which `settingsFault` refuses. */
export function readTyped(typed: TypedSettings, before: ChannelSettings): ChannelSettings {
  const of = (name: string) => cleanLine(typed[name] ?? '')
  const number = (text: string) => {
    const digits = toArabicDigits(text).trim()
    return /^\d{1,5}$/.test(digits) ? Number(digits) : Number.NaN
  }
  const limit = (stage: Stage): TimeLimit => ({
    workingDays: number(of(`${stage}Days`)),
    certainty: CERTAINTIES.find((one) => one === of(`${stage}Certainty`)) ?? 'unverified',
    basis: { th: of(`${stage}BasisTh`), en: of(`${stage}BasisEn`) },
  })
  return {
    ...before,
    isOpen: of('isOpen') === 'on',
    note: { th: cleanText(typed.noteTh ?? '').trim(), en: cleanText(typed.noteEn ?? '').trim() },
    times: { acknowledge: limit('acknowledge'), answer: limit('answer'), close: limit('close') },
    retentionDays: number(of('retentionDays')),
    digestHours: of('digestHours')
      .split(/[\s,]+/u)
      .filter((part) => part !== '')
      .map(number)
      .toSorted((a, b) => a - b),
    categories: cleanText(typed.categories ?? '')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): ChannelCategory => {
        const [key = '', th = '', en = ''] = line.split('|').map((part) => cleanLine(part))
        return { key, th, en }
      }),
    isRecoveryOn: of('isRecoveryOn') === 'on',
  }
}
