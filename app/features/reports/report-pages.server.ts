import type { Language } from '../../i18n/language.ts'
import { plainText } from '../../kernel/rich-text.ts'
import { addressOf } from '../../web/addresses.ts'
import type { PublicPage, PublicPagesSource } from '../../web/public-page.ts'
import type { Publication } from '../approvals/index.ts'
import { verifyText } from '../approvals/index.ts'
import type { Cycle, Issue } from '../improvement/index.ts'
import { judge } from './prepare-report.server.ts'
import { publishedCycles } from './registers/published-cycles.server.ts'
import { reportPageText } from './text/report-page.ts'
import { whyPageText } from './walk/text/why-page.ts'

/** Reports, their issues and why they score what they score, each year as it now stands; and where copies are checked. */
export const reportPages: PublicPagesSource = async (ctx) => {
  const reports = (await publishedCycles(ctx)).toReversed()
  return [...reports.flatMap(pagesOfReport), verifyPage]
}

type Published = Readonly<{ cycle: Cycle; publication: Publication }>

function pagesOfReport({ cycle, publication }: Published): readonly PublicPage[] {
  const { fiscalYear } = cycle
  const common = { group: 'report', isTranslated: false, changedAt: publication.publishedAt } as const
  const score = judge(cycle, cycle.answers)?.score ?? null
  const yearIn = (lang: Language) => reportPageText(lang).fiscalYear(fiscalYear)
  const why = (lang: Language) => `${whyPageText(lang).title(score)} – ${yearIn(lang)}`
  const background = plainText(cycle.background)
  return [
    {
      ...common,
      address: addressOf.report('th', fiscalYear),
      title: { th: cycle.cover.title, en: `${cycle.cover.title} – ${yearIn('en')}` },
      text: { th: `${yearIn('th')}\n${background}`, en: background },
    },
    ...cycle.issues.map((issue) => ({
      ...common,
      address: addressOf.reportIssue('th', fiscalYear, issue.number),
      title: { th: issueTitle('th', cycle, issue), en: issueTitle('en', cycle, issue) },
      text: { th: textOfIssue(issue), en: textOfIssue(issue) },
    })),
    {
      ...common,
      address: addressOf.reportWhy('th', fiscalYear),
      title: { th: why('th'), en: why('en') },
      text: { th: cycle.cover.title, en: cycle.cover.title },
    },
  ]
}

const issueTitle = (lang: Language, { fiscalYear }: Cycle, { number, title }: Issue): string => {
  const text = reportPageText(lang)
  return `${text.issueTitle(number, title)} – ${text.fiscalYear(fiscalYear)}`
}

const textOfIssue = ({ analysis, limitations, measures, outcomes }: Issue): string =>
  [
    analysis,
    ...limitations,
    ...measures.flatMap(({ text, summary }) => [text, summary]),
    ...outcomes.map(({ text }) => text),
  ]
    .flatMap((text) => {
      if (!('state' in text)) return plainText(text)
      return text.state === 'value' ? plainText(text.value) : []
    })
    .join('\n')

const verifyPage: PublicPage = {
  address: addressOf.verify('th'),
  group: 'tool',
  title: { th: verifyText('th').title, en: verifyText('en').title },
  isTranslated: true,
  text: { th: verifyText('th').how.join('\n'), en: verifyText('en').how.join('\n') },
  changedAt: null,
}
