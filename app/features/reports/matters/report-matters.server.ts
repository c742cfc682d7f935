import type { Ctx } from '../../../platform/ctx.server.ts'
import { canonicalJson, contentHash } from '../../../platform/hash/content-hash.ts'
import type { MatterSource, MatterSources } from '../../approvals/index.server.ts'
import type { MatterCell } from '../../approvals/index.ts'
import { listOpenYears, readDraftCycle } from '../../improvement/index.server.ts'
import { type Cycle, type CycleContent, contentOf } from '../../improvement/index.ts'
import type { RenderDocument } from '../document-maker.server.ts'
import { type MeasuresContent, measuresContentOf } from './measures-content.domain.ts'
import { type MeasuresDocuments, measuresPaper } from './measures-paper.server.ts'
import { measuresCells, reportCells } from './report-cells.domain.ts'
import { reportPaper } from './report-paper.server.ts'
import { matterWords } from './text/index.ts'

/** Years that are offered to be put before a meeting. */
const OFFERED_YEARS = 6

type Given = Readonly<{
  /** What makes the papers of each; without it they have none. */
  render?: RenderDocument
  measures?: MeasuresDocuments
}>

/** The yearly report and the measures of a year, as things that go before meetings; the key is the fiscal year (B.E.). */
export const reportMatters = ({ render, measures }: Given = {}): MatterSources => ({
  report: source({
    kind: 'report',
    contentOf,
    cells: (before, after) => reportCells(before as CycleContent, after as CycleContent),
    paper: async (ctx, content) =>
      render ? reportPaper(ctx, { content: content as CycleContent, render }) : null,
    part: (key) => `cycles/${key}/report`,
  }),
  measures: source({
    kind: 'measures',
    contentOf: measuresContentOf,
    cells: (before, after) => measuresCells(before as MeasuresContent, after as MeasuresContent),
    paper: async (ctx, content) =>
      measures ? measuresPaper(ctx, { content: content as MeasuresContent, documents: measures }) : null,
    part: (key) => `cycles/${key}/measures`,
  }),
})

type Cells = ReturnType<typeof reportCells>
type OfYear = Readonly<{
  kind: 'report' | 'measures'
  contentOf: (cycle: Cycle) => object
  cells: (before: object, after: object) => Cells
  paper: MatterSource['paper']
  part: (key: string) => string
}>

const source = ({ kind, contentOf, cells, paper, part }: OfYear): MatterSource => ({
  kind,
  list: async (ctx: Ctx) => {
    const years = await listOpenYears(ctx, { latest: OFFERED_YEARS })
    return years.map((year) => ({ kind, key: String(year), title: titleOf(kind, year) }))
  },
  read: async (tx, _ctx, { agencyId, key }) => {
    if (!/^25\d\d$/.test(key)) return null
    const draft = await readDraftCycle(tx, agencyId, Number(key))
    if (!draft) return null
    const content = contentOf(draft.cycle)
    return {
      kind,
      key,
      title: titleOf(kind, draft.cycle.fiscalYear),
      content,
      contentHash: contentHash(content),
    }
  },
  cells: (before, after) => {
    const pair = cells(before, after)
    return { before: pair.before.map(printed), after: pair.after.map(printed) }
  },
  paper,
  part,
})

const titleOf = (kind: 'report' | 'measures', year: number): string =>
  matterWords((words) => words[kind](year)).th

const printed = ({ holds, ...cell }: Cells['before'][number]): MatterCell => ({
  ...cell,
  print: canonicalJson(holds),
})
