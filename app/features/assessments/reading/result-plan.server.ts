import { err, ok, type Result } from '../../../kernel/result.ts'
import { sha256Hex } from '../../../platform/hash/content-hash.ts'
import { type Catalogue, frameworkOf } from '../../catalogue/index.ts'
import { type Recomputed, recompute } from '../results/recompute.domain.ts'
import type { YearResults } from '../results/result.domain.ts'
import { planScores, type ReadScore, type ReadTotal, type ScorePlan } from '../results/score-plan.domain.ts'
import type { FigureRecord, FiguresRefusal, ReadFigures } from './figure.domain.ts'
import { agencyKey, type ColumnMapping } from './mapping.domain.ts'

/** The figures of one agency in a file, apart as they are kept. */
export type OwnFigures = Readonly<{
  sha256: string
  mapping: ColumnMapping
  scores: readonly ReadScore[]
  totals: readonly ReadTotal[]
  gaps: number
  /** Framework years, B.E., in order. */
  years: readonly number[]
}>

/** Results are of this agency alone: of a file with several it must be said which one it is. */
export function ownFigures({
  sha256,
  mapping,
  records,
  gaps,
}: ReadFigures): Result<OwnFigures, FiguresRefusal> {
  const agencies = new Set(records.map(({ agency }) => (agency === null ? '' : agencyKey(agency))))
  if (agencies.size > 1) return err({ code: 'figures.ask-agency', cells: [] })
  return ok({
    sha256,
    mapping,
    scores: records.flatMap((record): ReadScore[] =>
      record.figure.kind === 'score' ? [{ ...kept(record), ref: record.figure.ref }] : [],
    ),
    totals: records.flatMap((record): ReadTotal[] =>
      record.figure.kind === 'total'
        ? [{ ...kept(record), part: record.figure.part, outOf: record.outOf }]
        : [],
    ),
    gaps,
    years: [...new Set(records.map(({ year }) => year))].sort((a, b) => a - b),
  })
}

const kept = ({ year, value, nAnswered, nRequired, sheet, row }: FigureRecord) => ({
  year,
  value,
  nAnswered,
  nRequired,
  sheet,
  row,
})

/** What a file would do. `seen` names the file and what it does together: what is imported is what was seen. */
export type PreviewedScores = Readonly<{
  plan: ScorePlan
  rows: number
  gaps: number
  seen: string
  mapping: ColumnMapping
  /** Each year of the file as it would stand, computed again from what is below each figure. */
  recomputed: readonly Recomputed[]
}>

/** `there` has every year of the file as it stands now. */
export function previewOf(
  read: OwnFigures,
  there: readonly YearResults[],
  catalogue: Catalogue,
): PreviewedScores {
  const plan = planScores(read, {
    scores: there.flatMap(({ scores }) => scores),
    totals: there.flatMap(({ totals }) => totals),
  })
  return {
    plan,
    rows: read.scores.length + read.totals.length,
    gaps: read.gaps,
    seen: sha256Hex(`${read.sha256} ${JSON.stringify(plan)}`),
    mapping: read.mapping,
    recomputed: there.flatMap((results) => {
      const framework = frameworkOf(catalogue, results.year)
      return framework ? [recompute(framework, asItWouldStand(results, read))] : []
    }),
  }
}

function asItWouldStand({ year, scores, totals }: YearResults, read: OwnFigures): YearResults {
  const newScores = read.scores.filter((score) => score.year === year).map(sourced)
  const newTotals = read.totals.filter((total) => total.year === year).map(sourced)
  return {
    year,
    scores: [...scores.filter(({ ref }) => !newScores.some((score) => score.ref === ref)), ...newScores],
    totals: [...totals.filter(({ part }) => !newTotals.some((total) => total.part === part)), ...newTotals],
  }
}

/** Where it will have come from; nothing that is computed asks for it. */
const sourced = <T extends Readonly<{ sheet: string | null; row: number }>>(read: T) => ({
  ...read,
  id: '',
  source: { fileName: '', sheet: read.sheet, row: read.row, importedAt: new Date(0) },
})
