import type { Language } from '../../../i18n/language.ts'
import type { PreparedReport } from '../prepare-report.server.ts'
import { reportWords } from '../text/index.ts'
import { reportArticle } from './report-article.html.ts'

/** The issues of a draft as the report will show them, each as markup. A citation stays on the page. */
export const workingIssues = (
  { report, findings }: PreparedReport,
  lang: Language,
): readonly Readonly<{ id: string; heading: string; markup: string }>[] =>
  report.sections
    .filter(({ id }) => /^issue-\d+$/.test(id))
    .map((section) => ({
      id: section.id,
      heading: section.heading,
      markup: reportArticle(
        { ...report, sections: [section] },
        { lang, words: reportWords(lang), findings, openTwins: false, citation: () => `#${section.id}` },
      ).toString(),
    }))
