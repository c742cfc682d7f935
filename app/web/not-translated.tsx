import type { Language } from '../i18n/language.ts'
import { Icon } from '../ui/icon.tsx'
import { shellText } from './text/index.ts'

/** One line on a page in English whose words stand there in Thai; a page in Thai lacks nothing. */
export function NotTranslated({ lang }: { lang: Language }) {
  if (lang === 'th') return null
  return (
    <p className="not-translated">
      <Icon name="page" />
      <span>{shellText(lang).notTranslated}</span>
    </p>
  )
}
