import { codeOf, type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import {
  type Catalogue,
  type CrosswalkPair,
  endingsOf,
  frameworkYears,
  successors,
} from '../../catalogue/index.ts'
import { findingSentence } from '../text/index.ts'
import type { Finding } from '../verdict.domain.ts'
import { type FindingInput, whereIs } from './finding-input.domain.ts'
import { weakPassages } from './weak-passage.domain.ts'

/** Items that an analysis calls weak and that the next framework year no longer asks, one finding a passage. */
export function findWeakItemsNotMeasuredAgain({ cycle, catalogue }: FindingInput): Finding[] {
  const year = cycle.resultsYear
  const nextYear = nextFrameworkYear(catalogue, year)
  if (nextYear === null) return []
  return cycle.issues.flatMap((issue) =>
    weakPassages(issue.analysis).flatMap(({ refs, text }) => {
      const lost = refs
        .filter((ref) => yearOf(ref) === year)
        .map((ref) => ({ ref, rows: rowsThatAskNoMore(catalogue, ref, nextYear) }))
        .filter(({ rows }) => rows.length > 0)
      if (lost.length === 0) return []
      const codes = lost.map(({ ref }) => codeOf(ref))
      const isSourced = lost.every(({ rows }) => rows.every(({ certainty }) => certainty === 'sourced'))
      return [
        {
          code: 'item.weak-not-measured-again' as const,
          place: { issue: issue.number, measure: null },
          evidence: [text],
          where: whereIs({ issue: issue.number, part: 'analysis' }),
          message: findingSentence((words) => words.weakNotMeasured(codes, year, nextYear, isSourced)),
        },
      ]
    }),
  )
}

const nextFrameworkYear = (catalogue: Catalogue, year: number): number | null =>
  frameworkYears(catalogue).find((each) => each > year) ?? null

/**
 * The rows by which the next year asks the item no more: rows that end it, or rows that only lead to questions which meet
 * it in part and do not compare. None when one row leads on, or when nobody has looked: an unverified row proves nothing.
 */
function rowsThatAskNoMore(catalogue: Catalogue, ref: ItemRef, nextYear: number): readonly CrosswalkPair[] {
  const onward = successors(catalogue, ref, nextYear)
  const rows =
    onward.length > 0 ? onward : endingsOf(catalogue, ref).filter(({ toYear }) => toYear === nextYear)
  const asksNoMore = ({ to, relationship, comparable, certainty }: CrosswalkPair) =>
    certainty !== 'unverified' && (to === null || (relationship === 'intersect' && comparable === 'no'))
  return rows.every(asksNoMore) ? rows : []
}
