import type { ReportBlock, Section } from '../report.domain.ts'
import type { ReportInput } from '../report-input.domain.ts'
import { reportHeadings } from '../text/index.ts'
import { citedItemBlocks } from './cited-items.domain.ts'
import { findingBlocks } from './finding-blocks.domain.ts'
import { resolutionBlocks } from './resolution-blocks.domain.ts'
import { verdictBlocks } from './verdict-blocks.domain.ts'

/** What the program adds behind the report: the check, the findings, what the cited items mean, and the hash. */
export function appendixSection(input: ReportInput): Section {
  const headings = reportHeadings(input.lang)
  const part = (key: string, text: string, blocks: readonly ReportBlock[]): ReportBlock[] =>
    blocks.length === 0 ? [] : [{ kind: 'heading', id: `appendix-${key}`, level: 2, text }, ...blocks]
  return {
    id: 'appendix',
    heading: headings.appendix,
    newPage: true,
    blocks: [
      ...part('verdict', headings.verdict, verdictBlocks(input)),
      ...part('findings', headings.findings, input.withFindings ? findingBlocks(input) : []),
      ...part('resolutions', headings.resolutions, resolutionBlocks(input)),
      ...part('items', headings.items, citedItemBlocks(input)),
      ...part('hash', headings.hash, [
        { kind: 'note', tone: 'plain', runs: [{ text: input.contentHash }] },
        { kind: 'note', tone: 'plain', runs: [{ text: headings.hashNote }] },
      ]),
    ],
  }
}
