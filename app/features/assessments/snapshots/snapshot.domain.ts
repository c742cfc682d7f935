import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { CatalogueStamp } from '../../catalogue/index.ts'
import type { TotalPart, YearResults } from '../results/result.domain.ts'

type KeptSource = Readonly<{ fileName: string; sheet: string | null; row: number; importedAt: string }>
type KeptCounts = Readonly<{ nAnswered: number | null; nRequired: number | null; source: KeptSource }>

/** All results as they stood when the snapshot was made, as JSON. Its hash is that of its canonical JSON. */
export type SnapshotContent = Readonly<{
  schema: 'prongsai.score-snapshot/1'
  catalogue: CatalogueStamp
  /** The earliest first. */
  years: readonly Readonly<{
    year: number
    scores: readonly (Readonly<{ id: string; ref: ItemRef; value: DecimalText }> & KeptCounts)[]
    totals: readonly (Readonly<{ id: string; part: TotalPart; value: string; outOf: DecimalText | null }> &
      KeptCounts)[]
  }>[]
}>

/** A snapshot by name. It is never changed, retitled or removed. */
export type Snapshot = Readonly<{
  id: string
  name: string
  /** SHA-256 of the canonical JSON of its content. */
  contentHash: string
  /** Framework years of which it keeps results, the newest first. */
  years: readonly number[]
  madeAt: Date
  madeBy: string
}>

export const contentOf = (results: readonly YearResults[], catalogue: CatalogueStamp): SnapshotContent => ({
  schema: 'prongsai.score-snapshot/1',
  catalogue,
  years: results
    .toSorted((a, b) => a.year - b.year)
    .map(({ year, scores, totals }) => ({
      year,
      scores: scores.map(({ id, ref, value, ...rest }) => ({ id, ref, value, ...countsOf(rest) })),
      totals: totals.map(({ id, part, value, outOf, ...rest }) => ({
        id,
        part,
        value,
        outOf,
        ...countsOf(rest),
      })),
    })),
})

const countsOf = ({
  nAnswered,
  nRequired,
  source,
}: Pick<YearResults['scores'][number], 'nAnswered' | 'nRequired' | 'source'>): KeptCounts => ({
  nAnswered,
  nRequired,
  source: { ...source, importedAt: source.importedAt.toISOString() },
})

/** What a snapshot keeps, as results of its years. */
export const resultsIn = ({ years }: SnapshotContent): readonly YearResults[] =>
  years.map(({ year, scores, totals }) => ({
    year,
    scores: scores.map((score) => ({ ...score, year, source: sourceIn(score.source) })),
    totals: totals.map((total) => ({ ...total, year, source: sourceIn(total.source) })),
  }))

const sourceIn = (source: KeptSource) => ({ ...source, importedAt: new Date(source.importedAt) })
