import type { Language } from '../../../i18n/language.ts'
import { addressOf } from '../../../web/addresses.ts'
import { newestOf } from '../../approvals/index.ts'
import type { PublishedReport } from '../published-report.queries.server.ts'
import { measureCellId, outcomeCellOf } from '../walk/cells.domain.ts'
import { placeOfCell } from '../walk/text/index.ts'
import { whyPageText } from '../walk/text/why-page.ts'
import type { WhyLinks } from './why-link.html.ts'

/** The links from the cells of a published version to what they rest on. */
export function publishedWhy({ cycle, publication, versions }: PublishedReport, lang: Language): WhyLinks {
  const isNewest = newestOf(versions)?.id === publication.id
  const text = whyPageText(lang)
  return {
    to: (cell) =>
      addressOf.reportWhy(
        lang,
        cycle.fiscalYear,
        isNewest ? { cell } : { cell, version: publication.version },
      ),
    outcomeCell: (issue, measure) => {
      const found = cycle.issues.find(({ number }) => number === issue)
      return found ? outcomeCellOf(found, measure) : measureCellId(issue, measure, 'outcome')
    },
    nameOf: (cell) => placeOfCell(cell, lang) ?? '',
    word: text.crumb,
    label: text.whyOf,
  }
}
