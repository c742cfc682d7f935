import type { Bilingual } from '../../i18n/language.ts'
import type { PermissionRefusal } from '../../kernel/permission.ts'
import type { FactUse } from './item-work.domain.ts'
import { disclosureRefusalEn } from './text/disclosure-refusal.en.ts'
import { disclosureRefusalTh } from './text/disclosure-refusal.th.ts'

/** Every way in which work on what is disclosed is refused; also the key of its sentence. */
export type DisclosureErrorCode = keyof typeof disclosureRefusalTh
export type DisclosureError =
  | Readonly<{ code: Exclude<DisclosureErrorCode, 'fact.in-use'> }>
  /** What would be missing without the fact. */
  | Readonly<{ code: 'fact.in-use'; uses: readonly FactUse[] }>
  | PermissionRefusal

export const disclosureErrorText = (code: DisclosureErrorCode): Bilingual => ({
  th: disclosureRefusalTh[code],
  en: disclosureRefusalEn[code],
})
