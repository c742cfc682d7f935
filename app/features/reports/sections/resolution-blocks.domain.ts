import { formatDay } from '../../../kernel/thai-date.ts'
import type { ReportBlock } from '../report.domain.ts'
import type { ReportInput } from '../report-input.domain.ts'
import { reportHeadings } from '../text/index.ts'
import { textCell } from './table-cell.domain.ts'

/** The resolutions that the report mentions, by date: who approved what, and when. */
export function resolutionBlocks({ cycle, lang }: ReportInput): ReportBlock[] {
  if (cycle.resolutions.length === 0) return []
  const headings = reportHeadings(lang)
  const byDay = [...cycle.resolutions].sort((a, b) => a.heldOn.day.localeCompare(b.heldOn.day))
  return [
    {
      kind: 'table',
      caption: headings.resolutionsTable,
      head: headings.resolutionsHead,
      rows: byDay.map(({ heldOn, body, meetingNumber, about }) => [
        textCell(formatDay(heldOn.day, lang)),
        textCell(headings.meeting(body, meetingNumber)),
        textCell(headings.about[about]),
      ]),
      widths: [24, 56, 20],
    },
  ]
}
