import type { Bilingual } from '../../i18n/language.ts'
import type { PermissionRefusal } from '../../kernel/permission.ts'
import { approvalsRefusalEn } from './text/approvals-refusal.en.ts'
import { approvalsRefusalTh } from './text/approvals-refusal.th.ts'

/** Every way in which something here is refused; also the key of its sentence. */
export type ApprovalsErrorCode = keyof typeof approvalsRefusalTh
export type ApprovalsError<Code extends ApprovalsErrorCode = ApprovalsErrorCode> =
  | Readonly<{ code: Code }>
  | PermissionRefusal

export const approvalsErrorText = (code: ApprovalsErrorCode): Bilingual => ({
  th: approvalsRefusalTh[code],
  en: approvalsRefusalEn[code],
})

export const isApprovalsErrorCode = (code: string): code is ApprovalsErrorCode =>
  Object.hasOwn(approvalsRefusalTh, code)
