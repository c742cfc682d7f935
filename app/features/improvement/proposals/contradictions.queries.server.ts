import type { Ctx } from '../../../platform/ctx.server.ts'
import { findYearResults, listResultYears } from '../../assessments/index.server.ts'
import {
  type BlindSpots,
  blindSpotsOf,
  type Contradiction,
  contradictionsOf,
  type ThemeKey,
  themeTitles,
  type YearContradictions,
} from '../../assessments/index.ts'
import { catalogueFor } from '../../catalogue/index.server.ts'
import { frameworkOf, type Instrument } from '../../catalogue/index.ts'
import { cyclesOfResults } from './citing-issues.queries.server.ts'
import { type CitingIssue, type Proposal, proposalOf } from './proposal.domain.ts'

export type FoundContradictions = Readonly<{
  /** Framework years (B.E.) with results, the newest first. */
  years: readonly number[]
  /** Null where there are no results, or the framework of their year is not known. */
  found: ContradictionsOfYear | null
}>
export type ContradictionsOfYear = YearContradictions &
  Readonly<{
    /** How many items of the year have a score, and how many it has. */
    knownItems: number
    items: number
    /** Instruments of which the year's items are not known. */
    unseen: readonly Instrument[]
    proposals: Readonly<Record<ThemeKey, Proposal>>
    blindSpots: BlindSpots
    /** Issues that read these results, those at work first. */
    issues: readonly CitingIssue[]
  }>

/** Where the views of the results of a year (B.E.) contradict each other; without a year, or for one without results, the newest. */
export async function findContradictions(
  ctx: Ctx,
  asked: number | null,
): Promise<FoundContradictions & { year: number | null }> {
  const years = await listResultYears(ctx)
  const year = asked !== null && years.includes(asked) ? asked : (years[0] ?? null)
  if (year === null) return { years, year, found: null }
  const [catalogue, results] = [await catalogueFor(ctx), await findYearResults(ctx, year)]
  const contradictions = contradictionsOf(catalogue, results)
  if (!contradictions) return { years, year, found: null }
  const cycles = await cyclesOfResults(ctx, year)
  const cited = new Set(cycles.issues.flatMap(({ cites }) => cites))
  const framework = frameworkOf(catalogue, year)
  const items = framework?.items ?? []
  const scored = new Set(results.scores.map(({ ref }) => ref))
  return {
    years,
    year,
    found: {
      ...contradictions,
      knownItems: items.filter(({ ref }) => scored.has(ref)).length,
      items: items.length,
      unseen: INSTRUMENTS.filter((instrument) => !framework?.coverage.includes(instrument)),
      proposals: proposalsOf(contradictions.themes, (title) => proposalOf(cycles, title)),
      blindSpots: blindSpotsOf(catalogue, results, cited),
      issues: cycles.issues,
    },
  }
}

const INSTRUMENTS: readonly Instrument[] = ['IIT', 'EIT', 'OIT']

const proposalsOf = (themes: readonly Contradiction[], of: (title: string) => Proposal) =>
  Object.fromEntries(themes.map(({ theme }) => [theme.key, of(themeTitles('th')[theme.key])])) as Readonly<
    Record<ThemeKey, Proposal>
  >
