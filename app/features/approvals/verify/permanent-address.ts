import type { Language } from '../../../i18n/language.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { addressOf } from '../../../web/addresses.ts'
import type { MatterKey } from '../matter.domain.ts'

/** Where one version is read, for ever; of a disclosed item its newest. Null for kinds that have no page of their own. */
export function permanentAddress(
  lang: Language,
  { kind, key, version }: MatterKey & Readonly<{ version: number }>,
): string | null {
  const [yearPart = '', code = ''] = key.split(':')
  const year = kind === 'report' || kind === 'disclosure' ? buddhistYear(yearPart) : null
  if (year === null) return null
  return kind === 'report'
    ? addressOf.reportVersion(lang, year, version)
    : addressOf.disclosureItem(lang, year, code)
}
