import type { Language } from '../../../i18n/language.ts'
import { inOtherLanguage, languageOf } from '../../../web/addresses.ts'

type Listed = Readonly<{ address: string }>

/**
 * What `rest` behind `/qr/` or `/share/` names: the address of a page and a form ("oit/2568.svg"). The home page is
 * "index". Null where there is no ending of `forms`.
 */
export function readPictured<Form extends string>(
  rest: string,
  forms: readonly Form[],
): Readonly<{ pathname: string; form: Form }> | null {
  const form = forms.find((one) => rest.endsWith(`.${one}`))
  if (form === undefined) return null
  const named = rest.slice(0, -form.length - 1)
  return { pathname: named === 'index' ? '/' : `/${named}`, form }
}

/** The public page that answers at a path of either language; null where there is none. */
export function pageAt<Page extends Listed>(
  pages: readonly Page[],
  pathname: string,
): Readonly<{ page: Page; lang: Language }> | null {
  const lang = languageOf(pathname)
  const thai = lang === 'en' ? inOtherLanguage(pathname) : pathname
  const page = pages.find(({ address }) => address === thai)
  return page ? { page, lang } : null
}
