import type { Language } from '../../i18n/language.ts'
import type { ItemRef } from '../../kernel/item-ref.ts'
import { citedIn } from '../../kernel/rich-text.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { type Catalogue, findItem, frameworkYears, titleOf, traceItem } from '../catalogue/index.ts'
import type { Issue } from '../improvement/index.ts'
import type { CitedItem } from './cited-item.domain.ts'
import { findPublishedReport, type PublishedReport } from './published-report.queries.server.ts'
import type { Section } from './report.domain.ts'

export type IssuePage = Readonly<{
  published: PublishedReport
  issue: Issue
  section: Section
  years: readonly number[]
  cited: readonly CitedItem[]
}>

/** One issue of a published report, with each cited item followed through the framework years; null when there is none. */
export async function findIssuePage(
  ctx: Ctx,
  input: { fiscalYear: number; issue: number; lang: Language },
): Promise<IssuePage | null> {
  const published = await findPublishedReport(ctx, input)
  const issue = published?.cycle.issues.find((candidate) => candidate.number === input.issue)
  const section = published?.report.sections.find((candidate) => candidate.id === `issue-${input.issue}`)
  if (!published || !issue || !section) return null
  const { catalogue } = published
  const refs = citedInIssue(issue)
  return {
    published,
    issue,
    section,
    years: frameworkYears(catalogue).filter((year) => refs.some((ref) => isSeen(catalogue, ref, year))),
    cited: refs.map((ref) => followed(catalogue, ref)),
  }
}

function citedInIssue(issue: Issue): readonly ItemRef[] {
  const texts = [
    issue.analysis,
    ...issue.measures.map((measure) => measure.summary),
    ...issue.outcomes.map((outcome) => outcome.text),
  ]
  const refs = texts.flatMap((text) =>
    'state' in text ? (text.state === 'value' ? citedIn(text.value) : []) : citedIn(text),
  )
  return [...new Set(refs)]
}

function followed(catalogue: Catalogue, ref: ItemRef): CitedItem {
  const item = findItem(catalogue, ref)
  return {
    ref,
    title: titleOf(catalogue, ref),
    certainty: item?.certainty ?? 'unverified',
    years: traceItem(catalogue, ref).map(({ year, standing, items }) => ({
      year,
      standing,
      items: items.map(({ item: other, relation }) => ({
        ref: other.ref,
        title: other.title,
        comparable: relation.comparable,
      })),
    })),
  }
}

const isSeen = (catalogue: Catalogue, ref: ItemRef, year: number): boolean =>
  traceItem(catalogue, ref).some((stop) => stop.year === year && stop.standing !== 'not-known')
