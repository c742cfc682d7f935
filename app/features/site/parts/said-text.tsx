import type { Language, MaybeBilingual } from '../../../i18n/language.ts'
import { saidIn } from '../../../i18n/said.ts'

/** Words of the agency on a page in `lang`; where they stand there in Thai alone, they are marked as Thai. */
export function SaidText({ lang, text }: { lang: Language; text: MaybeBilingual }) {
  const said = saidIn(lang, text)
  return said.lang === lang ? said.words : <span lang={said.lang}>{said.words}</span>
}
