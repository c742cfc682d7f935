import type { Finding } from '../verdict.domain.ts'
import { findAllRoseClaims } from './all-rose-claim.domain.ts'
import { findApprovalFaults, findMeasuresChangedSinceApproval } from './approval-faults.domain.ts'
import { findOtherIssueCount, findOtherItemOrYear } from './asked-item.domain.ts'
import { findEmptyOutcomes } from './empty-outcome.domain.ts'
import { findEvidenceOutsidePeriod } from './evidence-date.domain.ts'
import type { FindingInput } from './finding-input.domain.ts'
import { findOutcomesWithoutSource } from './outcome-source.domain.ts'
import { findUncomparablePairs } from './pair-comparability.domain.ts'
import { findPeriodsBeforeApproval } from './period-before-approval.domain.ts'
import { findRisesThatFell } from './rise-claim.domain.ts'
import { findSameValueTwice } from './same-value-twice.domain.ts'
import { findSuspectedFaults } from './suspected-fault.domain.ts'
import { findWeakItemsNotMeasuredAgain } from './weak-item.domain.ts'
import { findWorkNotDone } from './work-not-done.domain.ts'

/** Every rule, in the order in which its findings stand within one place. */
const RULES: readonly ((input: FindingInput) => Finding[])[] = [
  findOtherItemOrYear,
  findOtherIssueCount,
  findApprovalFaults,
  findMeasuresChangedSinceApproval,
  findPeriodsBeforeApproval,
  findWorkNotDone,
  findEmptyOutcomes,
  findOutcomesWithoutSource,
  findUncomparablePairs,
  findSameValueTwice,
  findAllRoseClaims,
  findRisesThatFell,
  findWeakItemsNotMeasuredAgain,
  findEvidenceOutsidePeriod,
  findSuspectedFaults,
]

/**
 * What a careful reader would ask about, by issue and measure; what concerns the whole report comes first. Findings warn:
 * they change neither the verdict nor a word of the report.
 */
export const findFindings = (input: FindingInput): readonly Finding[] =>
  RULES.flatMap((rule) => rule(input)).sort(
    (a, b) => (a.place.issue ?? 0) - (b.place.issue ?? 0) || (a.place.measure ?? 0) - (b.place.measure ?? 0),
  )
