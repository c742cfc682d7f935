import { codeOf, yearOf } from '../../../kernel/item-ref.ts'
import { plainText } from '../../../kernel/rich-text.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import { findingSentence } from '../text/index.ts'
import type { Finding, FindingCode } from '../verdict.domain.ts'
import type { FindingInput } from './finding-input.domain.ts'
import { tellingWords } from './telling-words.th.ts'

/** A report that answers another item than the one it is judged by, or tells of another year than that item asks about. */
export function findOtherItemOrYear({ cycle, rule }: FindingInput): Finding[] {
  if (rule === null) return []
  const [asked, year] = [codeOf(rule.item), yearOf(rule.item)]
  const findings: Finding[] = []
  if (cycle.answers !== rule.item)
    findings.push(
      wholeReport('report.other-item', [cycle.cover.title], (words) =>
        words.otherItem(words.ref(codeOf(cycle.answers), yearOf(cycle.answers)), words.ref(asked, year)),
      ),
    )
  if (cycle.fiscalYear !== rule.workYear)
    findings.push(
      wholeReport('report.other-year', [cycle.cover.yearLine], (words) =>
        words.otherYear(
          cycle.fiscalYear,
          words.ref(asked, year),
          rule.workYear,
          rule.certainty === 'sourced',
        ),
      ),
    )
  return findings
}

/** The background or the heading of the list announces so many issues, and the report has more or fewer. */
export function findOtherIssueCount({ cycle }: FindingInput): Finding[] {
  const heading = cycle.cover.issuesHeading ?? ''
  const lines = `${plainText(cycle.background)}\n${heading}`.split('\n')
  const announcing = lines.find((line) => {
    const count = announcedIssues(line)
    return count !== null && count !== cycle.issues.length
  })
  if (announcing === undefined) return []
  const announced = announcedIssues(announcing) ?? 0
  return [
    wholeReport('report.issue-count', [announcing], (words) =>
      words.issueCount(announced, cycle.issues.length),
    ),
  ]
}

const announcedIssues = (line: string): number | null => {
  const count = tellingWords.issueCount.exec(toArabicDigits(line))?.[1]
  return count === undefined ? null : Number(count)
}

const wholeReport = (
  code: FindingCode,
  evidence: readonly string[],
  say: Parameters<typeof findingSentence>[0],
): Finding => ({
  code,
  place: { issue: null, measure: null },
  evidence: evidence.filter((words) => words !== ''),
  where: findingSentence((words) => words.wholeReport),
  message: findingSentence(say),
})
