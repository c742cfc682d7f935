import type { ItemRef } from '../../../kernel/item-ref.ts'
import { foldText } from '../../../kernel/rich-text.ts'

/** An issue whose analysis reads the results of a year, and what it cites. */
export type CitingIssue = Readonly<{
  title: string
  listedTitle: string | null
  /** B.E. */
  fiscalYear: number
  /** Of the issue that is worked on; null for one of a published report alone. */
  issueId: string | null
  cites: readonly ItemRef[]
}>

export type CyclesOfResults = Readonly<{
  /** Fiscal year (B.E.) of the cycle at work that reads these results, the newest where there are several; null for none. */
  openYear: number | null
  issues: readonly CitingIssue[]
}>

/** What may be done with a theme in the cycle that reads its results. */
export type Proposal =
  /** An issue of that title stands in the cycle already. */
  | Readonly<{ kind: 'there'; issueId: string; fiscalYear: number }>
  /** It may be proposed to the cycle of this fiscal year (B.E.). */
  | Readonly<{ kind: 'open'; fiscalYear: number }>
  /** No cycle at work reads these results. */
  | Readonly<{ kind: 'no-cycle' }>

export function proposalOf({ openYear, issues }: CyclesOfResults, title: string): Proposal {
  if (openYear === null) return { kind: 'no-cycle' }
  const same = issues.find(
    (issue) => issue.fiscalYear === openYear && issue.issueId !== null && isCalled(issue, title),
  )
  return same?.issueId
    ? { kind: 'there', issueId: same.issueId, fiscalYear: openYear }
    : { kind: 'open', fiscalYear: openYear }
}

/** Whether an issue has that title, as it stands or as the list of issues prints it; spaces do not count. */
const isCalled = (
  { title, listedTitle }: Pick<CitingIssue, 'title' | 'listedTitle'>,
  wanted: string,
): boolean => [title, listedTitle].some((own) => own !== null && withoutSpaces(own) === withoutSpaces(wanted))

const withoutSpaces = (text: string): string => foldText(text).replaceAll(' ', '')
