import type { Bilingual } from '../../../i18n/language.ts'
import type { PermissionRefusal } from '../../../kernel/permission.ts'
import { directoryRefusalEn } from './text/directory-refusal.en.ts'
import { directoryRefusalTh } from './text/directory-refusal.th.ts'

/** Every way in which a change of the agency, its units, people or roles is refused; also the key of its sentence. */
export type DirectoryErrorCode = keyof typeof directoryRefusalTh
export type DirectoryError = Readonly<{ code: DirectoryErrorCode }> | PermissionRefusal

export const isDirectoryErrorCode = (code: string): code is DirectoryErrorCode =>
  Object.hasOwn(directoryRefusalTh, code)

export const directoryErrorText = (code: DirectoryErrorCode): Bilingual => ({
  th: directoryRefusalTh[code],
  en: directoryRefusalEn[code],
})
