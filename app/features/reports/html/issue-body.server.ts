import type { Language } from '../../../i18n/language.ts'
import { citedItemAnchor } from '../cited-item-anchor.domain.ts'
import type { IssuePage } from '../issue-page.queries.server.ts'
import { reportWords } from '../text/index.ts'
import { publishedWhy } from './published-why.server.ts'
import { reportArticle } from './report-article.html.ts'

/** The issue's section of the report, its citations leading to the table of cited items on the same page. */
export function issueBody({ published, section }: IssuePage, lang: Language): string {
  return reportArticle(
    { ...published.report, sections: [section] },
    {
      lang,
      words: reportWords(lang),
      findings: published.findings,
      openTwins: true,
      why: publishedWhy(published, lang),
      citation: (refs) => `#${citedItemAnchor(refs[0])}`,
    },
  ).toString()
}
