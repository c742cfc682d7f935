import { plain } from '../../../kernel/rich-text.ts'
import type { SuspectedFault } from '../../improvement/index.ts'
import type { ReportBlock } from '../report.domain.ts'
import type { ReportInput } from '../report-input.domain.ts'
import { type ReportHeadings, reportHeadings } from '../text/index.ts'
import { headCell, textCell } from './table-cell.domain.ts'

/** The findings, and the suspected faults of the text in a table of their own. */
export function findingBlocks({ findings, suspectedFaults, lang }: ReportInput): ReportBlock[] {
  const headings = reportHeadings(lang)
  // Suspected faults have their own table, so they are not listed twice.
  const listed = findings.filter(({ code }) => code !== 'text.suspected-fault')
  if (listed.length === 0 && suspectedFaults.length === 0)
    return [{ kind: 'note', tone: 'plain', runs: [{ text: headings.noFindings }] }]
  const blocks: ReportBlock[] = [{ kind: 'text', text: plain(headings.findingsNote) }]
  if (listed.length > 0)
    blocks.push({
      kind: 'table',
      caption: headings.findingsTable,
      head: headings.findingsHead,
      rows: listed.map(({ where, message, evidence }) => [
        headCell(where[lang]),
        textCell(message[lang]),
        textCell(evidence.map((quote) => `“${quote}”`).join(' · ')),
      ]),
      widths: [18, 42, 40],
    })
  return suspectedFaults.length > 0 ? [...blocks, faultTable(suspectedFaults, headings)] : blocks
}

const faultTable = (faults: readonly SuspectedFault[], headings: ReportHeadings): ReportBlock => ({
  kind: 'table',
  caption: headings.faultsTable,
  head: headings.faultsHead,
  rows: faults.map(({ text, suspect, sure }) => [
    textCell(text),
    textCell(suspect),
    textCell(sure ? headings.faultSure : headings.faultUnsure),
  ]),
  widths: [42, 42, 16],
})
