import type { Language } from '../../../i18n/language.ts'
import type { NamedUnit } from '../../improvement/index.ts'

/** A unit by its code where it has one, else by its name: how lists name it shortly. */
export const unitShort = ({ code, nameTh, nameEn }: NamedUnit, lang: Language): string =>
  code ?? (lang === 'en' ? (nameEn ?? nameTh) : nameTh)

/** A unit by code and name. */
export const unitLabel = ({ code, nameTh, nameEn }: NamedUnit, lang: Language): string =>
  [code, lang === 'en' ? (nameEn ?? nameTh) : nameTh].filter((part) => part !== null).join(' ')
