import { foldText } from '../../kernel/rich-text.ts'
import type { Cycle } from '../improvement/index.ts'
import type { CoverPage, Report, Section } from './report.domain.ts'
import type { ReportInput } from './report-input.domain.ts'
import { appendixSection } from './sections/appendix.domain.ts'
import { backgroundSection, criteriaSection, issueListSection } from './sections/front-matter.domain.ts'
import { issueSection } from './sections/issue-section.domain.ts'
import { nameSections } from './sections/name-sections.domain.ts'
import { proofSection } from './sections/proof-section.domain.ts'
import { scoreSection } from './sections/score-section.domain.ts'
import { reportHeadings } from './text/index.ts'

/**
 * The report of one cycle, section by section in the order of the published form. The report's own words, its fixed
 * headings and the five column names are the same in every language; only what is added follows `lang`.
 */
export function buildReport(input: ReportInput): Report {
  const { cycle, lang } = input
  const { cover } = cycle
  return {
    lang,
    fiscalYear: cycle.fiscalYear,
    answers: cycle.answers,
    agency: cycle.agency,
    title: foldText([cover.title, cover.agencyLine, cover.yearLine].join(' ')),
    cover: coverPage(cycle),
    runningHead: {
      title: foldText(cover.runningTitle ?? cover.title),
      year: reportHeadings(lang).runningYear(cycle.fiscalYear),
    },
    contentHash: input.contentHash,
    sections: sectionsOf(input),
    properNames: properNames(cycle),
  }
}

const coverPage = ({ cover }: Cycle): CoverPage => ({
  title: cover.title,
  agencyLine: cover.agencyLine,
  yearLine: cover.yearLine,
  preparedByLine: cover.preparedByLine,
  approvalLines: cover.approvalLine?.split('\n') ?? [],
})

const sectionsOf = (input: ReportInput): Section[] => [
  ...backgroundSection(input.cycle),
  ...issueListSection(input.cycle),
  ...criteriaSection(input.cycle),
  ...scoreSection(input),
  ...input.cycle.issues.map((issue) => issueSection(input, issue)),
  ...nameSections(input),
  appendixSection(input),
  ...proofSection(input),
]

/**
 * Every part of every person's name and the agency's short name, once: they are no dictionary words, so no rule of line
 * breaking knows them.
 */
const properNames = ({ agency, nameLists }: Cycle): string[] => {
  const persons = nameLists.flatMap((list) => list.persons.map(({ name }) => name))
  return [
    ...new Set([...persons, agency.shortName ?? ''].flatMap((name) => name.split(/\s+/u).filter(Boolean))),
  ]
}
