import type { Language } from '../../../i18n/language.ts'
import { addressOf } from '../../../web/addresses.ts'
import { CITED_ITEMS, citedItemAnchor } from '../cited-item-anchor.domain.ts'
import type { PublishedReport } from '../published-report.queries.server.ts'
import { reportWords } from '../text/index.ts'
import { publishedWhy } from './published-why.server.ts'
import { reportArticle } from './report-article.html.ts'

/** The report's article for its page: a citation leads to the page of its issue, where its items are explained. */
export function publishedArticle(published: PublishedReport, lang: Language): string {
  const { report, findings } = published
  return reportArticle(report, {
    lang,
    words: reportWords(lang),
    findings,
    openTwins: false,
    why: publishedWhy(published, lang),
    citation: (refs, issue) =>
      issue === null
        ? `#${CITED_ITEMS}`
        : `${addressOf.reportIssue(lang, report.fiscalYear, issue)}#${citedItemAnchor(refs[0])}`,
  }).toString()
}
