import type { Bilingual, Language } from '../../../i18n/language.ts'
import { type SettingsText, settingsEn } from './settings.en.ts'
import { settingsTh } from './settings.th.ts'

/** Words of the settings of the channel. */
export const settingsText = (lang: Language): SettingsText => (lang === 'th' ? settingsTh : settingsEn)

export const settingsFaultText = (code: keyof SettingsText['faults']): Bilingual => ({
  th: settingsTh.faults[code],
  en: settingsEn.faults[code],
})
