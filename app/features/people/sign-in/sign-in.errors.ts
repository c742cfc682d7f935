import type { Bilingual } from '../../../i18n/language.ts'
import type { PermissionRefusal } from '../../../kernel/permission.ts'
import { signInRefusalEn } from './text/sign-in-refusal.en.ts'
import { signInRefusalTh } from './text/sign-in-refusal.th.ts'

/** Every way in which signing in, or changing how one signs in, is refused. The code is also the key of its sentence. */
export type SignInErrorCode = keyof typeof signInRefusalTh
export type SignInError =
  | Readonly<{
      code: SignInErrorCode
      /** Seconds until another try; zero where waiting does not help. */
      wait?: number
    }>
  | PermissionRefusal

export const signInErrorText = (error: Readonly<{ code: SignInErrorCode; wait?: number }>): Bilingual => {
  const minutes = Math.max(1, Math.ceil((error.wait ?? 0) / 60))
  return { th: signInRefusalTh[error.code](minutes), en: signInRefusalEn[error.code](minutes) }
}
