import type { Cover } from '../cycle.domain.ts'
import type { ReportingAgency } from '../working/to-cycle.domain.ts'
import { coverWords } from './draft-cover.th.ts'

/** The cover of a report that nobody has written yet; who prepared and who approved it is not known then. */
export const draftCover = ({ nameTh, shortName }: ReportingAgency, fiscalYear: number): Cover => ({
  title: coverWords.title,
  agencyLine: nameTh === null ? '' : coverWords.agencyLine(nameTh),
  yearLine: coverWords.yearLine(fiscalYear),
  preparedByLine: null,
  approvalLine: null,
  runningTitle: nameTh === null ? null : coverWords.runningTitle(shortName ?? nameTh, fiscalYear),
  issuesHeading: null,
})

/** The cover of the next report of an agency: as the last one has it, the year and what was decided of it aside. */
export const coverAfter = (last: Cover, drafted: Cover): Cover => ({
  ...drafted,
  title: last.title,
  agencyLine: last.agencyLine,
  preparedByLine: last.preparedByLine,
})
