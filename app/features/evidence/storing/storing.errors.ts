import type { Bilingual } from '../../../i18n/language.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import type { PermissionRefusal } from '../../../kernel/permission.ts'
import type { FactsFault } from '../evidence.domain.ts'
import { evidenceErrorText, isEvidenceErrorCode } from '../evidence.errors.ts'
import type { KindFault } from './file-kind.domain.ts'
import type { QuotaFault } from './quota.domain.ts'
import { storingRefusalEn } from './text/storing-refusal.en.ts'
import { storingRefusalTh } from './text/storing-refusal.th.ts'
import type { DeclaredFault, SentFactsFault } from './upload.domain.ts'

/** Every way in which a file is not taken. */
export type StoringError =
  | DeclaredFault
  | KindFault
  | Readonly<{ code: SentFactsFault | FactsFault }>
  | Readonly<{ code: 'upload.too-many' | 'upload.unknown' | 'upload.cut-short' | 'evidence.removed' }>
  | QuotaFault
  | Readonly<{ code: 'picture.nothing-to-remove' | 'picture.unreadable' | 'evidence.unknown' }>
  | PermissionRefusal

/** What cannot be done with a file that came with a request, as `upload` keeps it and as it is answered. */
export type StoringErrorCode = StoringError['code']

/** Codes that no use case gives: somebody is not signed in any more, or the program could not keep the file. */
type AnswerCode = StoringErrorCode | 'upload.signed-out' | 'upload.forged' | 'upload.not-kept'

/** What is answered: the code, for kinds of files what the name says and what the content is, and bytes that are left of a quota. */
export type AnsweredError = Readonly<{ code: AnswerCode; named?: string; found?: string; left?: number }>

const STATUS: Partial<Record<AnswerCode, number>> = {
  'upload.signed-out': 401,
  'upload.forged': 403,
  'permission.refused': 403,
  'upload.unknown': 404,
  'evidence.unknown': 404,
  'upload.too-large': 413,
  'upload.quota-full': 413,
  'upload.too-many': 429,
  'upload.not-kept': 503,
}

/** The HTTP status that says it to a program. */
export const statusOf = (code: AnswerCode): number => STATUS[code] ?? 422

/** What is told. `mostMegabytes` is the limit of one file. */
export function storingErrorText(
  error: AnsweredError,
  { mostMegabytes }: { mostMegabytes: number },
): Bilingual {
  const { code } = error
  if (isEvidenceErrorCode(code)) return evidenceErrorText(code)
  const say = (words: typeof storingRefusalEn): string => {
    switch (code) {
      case 'upload.too-large':
        return words['upload.too-large'](String(mostMegabytes))
      case 'upload.quota-full':
        return error.left ? words['upload.quota-near'](sizeText(error.left)) : words['upload.quota-full']
      case 'file.kind-not-allowed':
        return error.named ? words['file.kind-not-allowed'](error.named) : words['file.kind-unknown']
      case 'file.not-what-name-says':
        return error.found
          ? words['file.not-what-name-says'](error.named ?? '', error.found)
          : words['file.not-as-named'](error.named ?? '')
      default:
        return words[code]
    }
  }
  return { th: say(storingRefusalTh), en: say(storingRefusalEn) }
}
