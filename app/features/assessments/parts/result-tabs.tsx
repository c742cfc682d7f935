import '../../../ui/office-results.css'
import type { Language } from '../../../i18n/language.ts'
import { addressOf } from '../../../web/addresses.ts'
import { resultTabsText } from '../text/result-tabs.ts'

const TABS = [
  ['overview', 'scores'],
  ['compare', 'scores/compare'],
  ['contradictions', 'scores/contradictions'],
  ['checks', 'scores/checks'],
  ['peers', 'scores/peers'],
  ['answers', 'scores/answers'],
  ['import', 'scores/import'],
] as const
export type ResultTab = (typeof TABS)[number][0]

/** The pages of results beside each other; the one that is open is marked. */
export function ResultTabs({ lang, open }: { lang: Language; open: ResultTab }) {
  const text = resultTabsText(lang)
  return (
    <nav className="tabs" aria-label={text.label}>
      <ul>
        {TABS.map(([tab, part]) => (
          <li key={tab}>
            <a href={addressOf.office(lang, part)} aria-current={tab === open ? 'page' : undefined}>
              {text.tabs[tab]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
