import type { Bilingual } from '../../../i18n/language.ts'
import type { PermissionRefusal } from '../../../kernel/permission.ts'
import { pageRefusalEn } from '../text/page-refusal.en.ts'
import { pageRefusalTh } from '../text/page-refusal.th.ts'

/** Every way in which work on a page is refused; also the key of its sentence. */
export type PageErrorCode = keyof typeof pageRefusalTh

/** What is wrong, by field of the form; '' for the form as a whole. */
export type PageFaults = Readonly<Record<string, PageErrorCode>>

/** Somebody else saved the page since: its version now, by whom and when. */
export type PageClash = Readonly<{ code: 'page.clash'; version: number; byName: string; at: Date }>

export type PageError =
  | Readonly<{ code: 'page.faults'; faults: PageFaults }>
  | Readonly<{ code: 'page.unknown' }>
  | PermissionRefusal

const isPageErrorCode = (code: string): code is PageErrorCode => Object.hasOwn(pageRefusalTh, code)

export const pageErrorText = (code: string): Bilingual => {
  if (!isPageErrorCode(code)) throw new Error(`no sentence for ${code}`)
  return { th: pageRefusalTh[code], en: pageRefusalEn[code] }
}
