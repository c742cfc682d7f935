import type { Bilingual } from '../../../i18n/language.ts'
import type { PermissionRefusal } from '../../../kernel/permission.ts'
import type { Standing } from '../../approvals/index.ts'
import { publishingRefusalEn } from './text/publishing-refusal.en.ts'
import { publishingRefusalTh } from './text/publishing-refusal.th.ts'

/** Every way in which publishing the work of a year is refused; also the key of its sentence. */
type PublishingErrorCode = keyof typeof publishingRefusalTh
export type PublishingError =
  | Readonly<{ code: Exclude<PublishingErrorCode, 'publication.not-approved'> }>
  | Readonly<{ code: 'publication.not-approved'; standing: Standing }>
  | PermissionRefusal

export const publishingErrorText = (code: PublishingErrorCode): Bilingual => ({
  th: publishingRefusalTh[code],
  en: publishingRefusalEn[code],
})
