import type { Language } from '../../../i18n/language.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { addressOf } from '../../../web/addresses.ts'
import type { MatterKey } from '../matter.domain.ts'

/** Where one version is read, for ever; null for kinds that have no page of their own. */
export function permanentAddress(
  lang: Language,
  { kind, key, version }: MatterKey & Readonly<{ version: number }>,
): string | null {
  const year = kind === 'report' ? buddhistYear(key) : null
  return year === null ? null : addressOf.reportVersion(lang, year, version)
}
