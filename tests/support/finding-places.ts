import type { Catalogue } from '../../app/features/catalogue/index.ts'
import type { Cycle, Issue, ScoreFact, SuspectedFault } from '../../app/features/improvement/index.ts'
import { loadCompletenessRules } from '../../app/features/reports/completeness-rules.server.ts'
import { findFindings } from '../../app/features/reports/plausibility/find-findings.domain.ts'
import type { ItemRef } from '../../app/kernel/item-ref.ts'
import { aCatalogue } from './catalogue-builders.ts'
import { aCycle, anIssue, anOutcome } from './cycle-builders.ts'

/** Findings of one family of codes in a cycle, each as its place and code: "1.2 period.began-before-approval". */
export const found = (
  family: string,
  cycle: Cycle,
  catalogue: Catalogue = aCatalogue(),
  suspectedFaults: readonly SuspectedFault[] = [],
  judgedBy: ItemRef = cycle.answers,
): string[] =>
  findFindings({
    cycle,
    catalogue,
    suspectedFaults,
    rule: loadCompletenessRules().get(judgedBy) ?? null,
  })
    .filter(({ code }) => code.startsWith(family))
    .map(({ code, place }) => `${place.issue ?? '-'}.${place.measure ?? '-'} ${code}`)

export const withIssues = (...issues: Partial<Issue>[]): Cycle =>
  aCycle({ issues: issues.map((issue, index) => anIssue({ number: index + 1, ...issue })) })

export const withScores = (...facts: ScoreFact[]): Cycle => withIssues({ outcomes: [anOutcome({ facts })] })
