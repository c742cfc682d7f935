import { refusalOf } from '../../../kernel/permission.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { findPublications } from '../../approvals/index.server.ts'
import { newestOf } from '../../approvals/index.ts'
import { countEvidenceUses } from '../../evidence/index.server.ts'
import { listOpenYears } from '../../improvement/index.server.ts'
import { IMPROVEMENT_POLICY } from '../../improvement/index.ts'
import { findDistance } from '../../reports/index.server.ts'
import { gapsByUnit } from '../../reports/index.ts'
import { monthStrip } from './month-strip.domain.ts'
import { isMine, type WorkGroup, whatToDo } from './what-to-do.domain.ts'
import { filterFrom } from './year-filter.domain.ts'
import {
  countLines,
  countStates,
  isFiltered,
  linesChosen,
  measureLines,
  unitsAtWork,
} from './year-work.domain.ts'

/** More bars than these are not read at a glance: then an issue is one. */
const MOST_BARS = 24

/** The work of one year with what a person should do in it; null when the year is not open. */
async function readYear(ctx: Ctx, fiscalYear: number) {
  const today = thaiDay(ctx.now())
  const [distance, evidence, ofIssues, ofOutcomes, versions] = await Promise.all([
    findDistance(ctx, fiscalYear),
    countEvidenceUses(ctx, { kind: 'measure' }),
    countEvidenceUses(ctx, { kind: 'issue' }),
    countEvidenceUses(ctx, { kind: 'outcome' }),
    findPublications(ctx, { kind: 'report', key: String(fiscalYear) }),
  ])
  if (!distance) return null
  const { working: cycle, verdict, gaps, contentHash } = distance
  const isPublished = versions.some((one) => one.withdrawal === null && one.contentHash === contentHash)
  const lines = measureLines(cycle, { gaps, evidence, today })
  const groups = whatToDo({
    cycle,
    lines,
    gaps,
    mayBePublished: verdict?.score === 100 && !isPublished,
    actor: ctx.actor,
    today,
  })
  return {
    cycle,
    verdict,
    gaps,
    lines,
    groups,
    today,
    publishedVersion: newestOf(versions)?.version ?? null,
    /** Pieces that prove the issue itself or its outcomes, by issue. */
    evidenceBeside: new Map(
      cycle.issues.map(({ id, outcomes }) => [
        id,
        outcomes.reduce((sum, outcome) => sum + (ofOutcomes.get(outcome.id) ?? 0), ofIssues.get(id) ?? 0),
      ]),
    ),
  }
}

/**
 * Everything that the overview of a fiscal year (B.E.) shows: as many statements for a large year as for a small one. `params`
 * are those of the address, and choose of it. Null when the year is not open.
 */
export async function readYearOverview(ctx: Ctx, asked: { fiscalYear: number; params: URLSearchParams }) {
  const year = await readYear(ctx, asked.fiscalYear)
  if (!year) return null
  const { cycle, verdict, gaps, lines, groups, today, publishedVersion, evidenceBeside } = year
  const filter = filterFrom(asked.params, { cycle, lines })
  const chosen = linesChosen(lines, filter)
  const chosenIds = new Set(chosen.map(({ id }) => id))
  const isNarrow = isFiltered(filter)
  const issues = cycle.issues
    .map(({ id, number, facts }) => ({
      id,
      number,
      title: facts.title,
      counts: countLines(chosen.filter(({ issueId }) => issueId === id)),
      // What is chosen is of measures: what proves more than them is not of it.
      evidenceBeside: isNarrow ? 0 : (evidenceBeside.get(id) ?? 0),
    }))
    .filter(({ counts }) => !isNarrow || counts.all > 0)
  return {
    fiscalYear: cycle.fiscalYear,
    answers: cycle.facts.answers,
    today,
    filter,
    isNarrow,
    groups,
    /** No measure of the year is the person's, nor do they see to the year. */
    isReader:
      !lines.some((line) => isMine(line, ctx.actor)) &&
      refusalOf(IMPROVEMENT_POLICY, 'measure.review', ctx.actor) !== null,
    score: verdict?.score ?? null,
    elements: verdict?.elements.length ?? 0,
    gaps: gapsByUnit(
      gaps.filter(({ measureId }) => !isNarrow || (measureId !== null && chosenIds.has(measureId))),
    ).filter(({ unit }) => filter.unitId === null || unit?.id === filter.unitId),
    missing: gaps.length,
    publishedVersion,
    total: countLines(lines),
    states: countStates(lines),
    issues,
    /** For the chips: all issues, chosen or not. */
    allIssues: cycle.issues.map(({ id, number, facts }) => ({ id, number, title: facts.title })),
    units: unitsAtWork(lines),
    lines: isNarrow ? chosen : [],
    strip: monthStrip(chosen, {
      fiscalYear: cycle.fiscalYear,
      today,
      issues: cycle.issues.map(({ id, number, facts }) => ({ id, issue: number, title: facts.title })),
      byMeasure: chosen.length <= MOST_BARS,
    }),
    may: {
      addIssue: refusalOf(IMPROVEMENT_POLICY, 'issue.change', ctx.actor) === null,
      copy: refusalOf(IMPROVEMENT_POLICY, 'cycle.change', ctx.actor) === null,
      bringSheet: refusalOf(IMPROVEMENT_POLICY, 'measure.change', ctx.actor) === null,
    },
  }
}
export type YearOverviewData = NonNullable<Awaited<ReturnType<typeof readYearOverview>>>

/** A year that was opened long ago and left is not brought up again for ever. */
const YEARS_AT_ONCE = 3

/** What the person who acts should do now, over the years that are worked on, the newest last: what is older is later. */
export async function readWorkOfPerson(
  ctx: Ctx,
): Promise<Readonly<{ years: readonly number[]; groups: readonly WorkGroup[] }>> {
  if (refusalOf(IMPROVEMENT_POLICY, 'cycle.read', ctx.actor)) return { years: [], groups: [] }
  const years = await listOpenYears(ctx, { latest: YEARS_AT_ONCE })
  const groups: WorkGroup[] = []
  for (const fiscalYear of years.toReversed())
    groups.push(...((await readYear(ctx, fiscalYear))?.groups ?? []))
  return { years, groups }
}
