import { isDay } from '../storable.domain.ts'
import type { ReportFacts } from '../working/working-cycle.domain.ts'
import type { CyclesErrorCode } from './cycles.errors.ts'

/** What of the report's facts is changed by hand. */
export type ReportData = Omit<ReportFacts, 'units'>

/** Why facts of a report cannot be kept; null when they can. */
export function reportDataFault({
  cover,
  resolutions = [],
  nameLists = [],
  criteria,
}: Partial<ReportData>): CyclesErrorCode | null {
  if (cover) {
    const fault = coverFault(cover)
    if (fault) return fault
  }
  if (resolutions.some((one) => isBlank(one.body))) return 'resolution.no-body'
  if (resolutions.some((one) => isBlank(one.meetingNumber))) return 'resolution.no-number'
  if (resolutions.some((one) => !isDay(one.heldOn.day))) return 'resolution.bad-day'
  if (resolutions.some((one) => isBlank(one.wording))) return 'resolution.no-wording'
  if (nameLists.some(({ heading }) => isBlank(heading))) return 'names.no-heading'
  if (nameLists.some(({ persons }) => persons.some(({ name }) => isBlank(name)))) return 'names.no-name'
  return criteria && isBlank(criteria.heading) ? 'criteria.no-heading' : null
}

const coverFault = ({ title, agencyLine, yearLine }: ReportData['cover']): CyclesErrorCode | null => {
  if (isBlank(title)) return 'cover.no-title'
  if (isBlank(agencyLine)) return 'cover.no-agency-line'
  return isBlank(yearLine) ? 'cover.no-year-line' : null
}

const isBlank = (text: string): boolean => text.trim() === ''
