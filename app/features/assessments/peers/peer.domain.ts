import type { DecimalText } from '../../../kernel/decimal.ts'
import { codeOf } from '../../../kernel/item-ref.ts'
import type { FigureFault, FigureRecord } from '../reading/figure.domain.ts'
import { foldedHead, type WrittenAgency } from '../reading/mapping.domain.ts'
import { ofHundred } from '../results/of-hundred.domain.ts'
import { exactText } from '../scoring/working-number.domain.ts'

export const PEER_TOTALS = ['total', 'IIT', 'EIT', 'OIT'] as const
export type PeerTotal = (typeof PEER_TOTALS)[number]
export const INDICATORS = 10

/** Published results of one agency in one year. Scores are of 100; null where the file has none. */
export type PeerResult = Readonly<{
  /** Framework year, B.E. */
  year: number
  /** Name folded, with its province where one is given: agencies of local government share names across provinces. */
  nameKey: string
  agency: WrittenAgency
  totals: Readonly<Record<PeerTotal, DecimalText | null>>
  /** Key of the level as published. */
  level: string | null
  /** Indicators 1 to 10. */
  indicators: readonly (DecimalText | null)[]
}>

export type PeerRow = PeerResult & Readonly<{ row: number }>

const peerKey = ({ name, province }: Pick<WrittenAgency, 'name' | 'province'>): string =>
  [foldedHead(name), ...(province === null ? [] : [foldedHead(province)])].join('|')

type Draft = {
  row: number
  year: number
  agency: WrittenAgency
  first: FigureRecord
  totals: Record<PeerTotal, DecimalText | null>
  level: string | null
  indicators: (DecimalText | null)[]
}

/** One row for each agency and year of a file. Scores of items are left aside: no source publishes them for agencies. */
export function peerRowsOf(records: readonly FigureRecord[]): Readonly<{
  rows: readonly PeerRow[]
  faults: readonly FigureFault[]
}> {
  const drafts = new Map<string, Draft>()
  for (const record of records) {
    const { agency } = record
    if (agency === null || agency.name === '') continue
    const key = `${record.year} ${agency.code ?? ''} ${peerKey(agency)}`
    const draft = drafts.get(key) ?? emptyDraft(record, agency)
    drafts.set(key, draft)
    takeFigure(draft, record)
  }
  const rows = [...drafts.values()]
    .filter(
      (draft) =>
        draft.level !== null ||
        [...Object.values(draft.totals), ...draft.indicators].some((one) => one !== null),
    )
    .map((draft) => ({ draft, nameKey: peerKey(draft.agency) }))
  const faults: FigureFault[] = []
  const seen = new Map<string, number>()
  for (const { draft, nameKey } of rows) {
    const key = `${draft.year} ${nameKey}`
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, draft.row)
    else faults.push(twice(draft, earlier))
  }
  return { rows: rows.map(({ draft: { first: _, ...row }, nameKey }) => ({ ...row, nameKey })), faults }
}

const emptyDraft = (record: FigureRecord, agency: WrittenAgency): Draft => ({
  ...{ row: record.row, year: record.year, agency, first: record, level: null },
  totals: { total: null, IIT: null, EIT: null, OIT: null },
  indicators: Array.from({ length: INDICATORS }, () => null),
})

function takeFigure(draft: Draft, { figure, value, outOf }: FigureRecord): void {
  if (figure.kind === 'score') {
    const number = Number(/^ind(\d+)$/u.exec(codeOf(figure.ref))?.[1] ?? 0)
    if (number >= 1 && number <= INDICATORS) draft.indicators[number - 1] = value
  } else if (figure.part === 'level') draft.level = value
  else {
    const whole = ofHundred({ value, outOf })
    draft.totals[figure.part] = whole === null ? null : exactText(whole)
  }
}

/** Two agencies of one name and no province that tells them apart. */
const twice = ({ first, agency, year, row }: Draft, earlier: number): FigureFault => ({
  ...{ sheet: first.sheet, row, column: first.column, head: '' },
  ...{ code: 'figure.twice' as const, value: `${agency.name} ${year}`, other: String(earlier) },
})

export type PeerPlan = Readonly<{
  added: readonly PeerRow[]
  /** Rows that take the place of what a file of before said of the same agency and year. */
  corrected: readonly PeerRow[]
  unchanged: number
}>

/** What a file does to what is there of its years. */
export function planPeers(rows: readonly PeerRow[], there: readonly PeerResult[]): PeerPlan {
  const standing = new Map(there.map((one) => [`${one.year} ${one.nameKey}`, contentOf(one)]))
  const kindOf = (row: PeerRow) => {
    const before = standing.get(`${row.year} ${row.nameKey}`)
    return before === undefined ? 'added' : before === contentOf(row) ? 'unchanged' : 'corrected'
  }
  const sorted = Map.groupBy(rows, kindOf)
  return {
    added: sorted.get('added') ?? [],
    corrected: sorted.get('corrected') ?? [],
    unchanged: sorted.get('unchanged')?.length ?? 0,
  }
}

const contentOf = ({ agency, totals, level, indicators }: PeerResult): string =>
  JSON.stringify([
    ...[agency.name, agency.code, agency.kind, agency.ministry, agency.province],
    ...PEER_TOTALS.map((part) => totals[part]),
    level,
    indicators,
  ])
