import { difference } from '../../../kernel/decimal.ts'
import { type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import {
  type Catalogue,
  type CrosswalkPair,
  findIndicator,
  findItem,
  standingWithout,
} from '../../catalogue/index.ts'
import type { YearResults } from '../results/result.domain.ts'
import type { Score } from '../score.domain.ts'
import { type Chain, type Chains, chainsOf } from './chains.domain.ts'
import type { ComparedCell, ComparedJoin, ComparisonRow, Meeting } from './comparison.domain.ts'

type Ground = Readonly<{
  catalogue: Catalogue
  years: readonly number[]
  scores: ReadonlyMap<ItemRef, Score>
  chains: Chains
}>

/** A row for each chain of items or indicators, in the order of the years' own lists. */
export function rowsOfChains(
  catalogue: Catalogue,
  results: readonly YearResults[],
  of: 'items' | 'indicators',
): readonly ComparisonRow[] {
  const years = results.map(({ year }) => year)
  const chains = chainsOf(catalogue, years, of)
  const scores = new Map(results.flatMap((year) => year.scores.map((score) => [score.ref, score])))
  const ground = { catalogue, years, scores, chains }
  return chains.chains.map((chain) => rowOf(ground, chain))
}

function rowOf(ground: Ground, chain: Chain): ComparisonRow {
  const cells = ground.years.map((year) => cellOf(ground, chain, year))
  return {
    key: chain.refs.join(' '),
    instrument: catalogueRow(ground.catalogue, chain.refs[0])?.instrument ?? null,
    cells,
    joins: cells.slice(1).map((after, at) => joinOf(cells[at] as ComparedCell, after, chain)),
    meets: chain.refs.flatMap((ref) => meetingsOf(ground, ref)),
  }
}

function cellOf({ catalogue, scores, chains }: Ground, chain: Chain, year: number): ComparedCell {
  const ref = chain.refs.find((one) => yearOf(one) === year) ?? null
  if (ref === null) {
    const nearest = chain.refs.findLast((one) => yearOf(one) < year) ?? (chain.refs[0] as ItemRef)
    const gap = standingWithout(catalogue, nearest, year)
    return { year, ref, figure: null, gap, isUnverified: false, isShared: false }
  }
  const score = scores.get(ref)
  return {
    year,
    ref,
    figure: score
      ? { value: score.value, nAnswered: score.nAnswered, nRequired: score.nRequired, origin: null }
      : null,
    gap: score ? null : 'not-imported',
    isUnverified: catalogueRow(catalogue, ref)?.certainty === 'unverified',
    isShared: isMany(chains.outOf.get(ref)) || isMany(chains.into.get(ref)),
  }
}

function joinOf(before: ComparedCell, after: ComparedCell, { links }: Chain): ComparedJoin | null {
  if (before.ref !== null && after.ref !== null) {
    const relation = links.find(({ from, to }) => from === before.ref && to === after.ref)
    return relation ? related(relation, before, after) : null
  }
  if (before.ref !== null) return { kind: after.gap === 'not-asked' ? 'not-asked' : 'not-known' }
  if (after.ref !== null) return { kind: before.gap === 'not-asked' ? 'new' : 'not-known' }
  return null
}

function related(relation: CrosswalkPair, before: ComparedCell, after: ComparedCell): ComparedJoin {
  if (relation.comparable === 'no') return { kind: 'different', relation }
  if (!before.figure || !after.figure) return { kind: 'not-imported', relation }
  const change = difference(before.figure.value, after.figure.value)
  // What nobody verified confirms nothing.
  if (relation.comparable === 'unknown' || relation.certainty === 'unverified')
    return { kind: 'unconfirmed', relation, change }
  const direction = change.startsWith('+') ? 'rise' : change.startsWith('-') ? 'fall' : 'same'
  return { kind: 'comparable', relation, change, direction }
}

function meetingsOf({ chains }: Ground, ref: ItemRef): readonly Meeting[] {
  const into = chains.into.get(ref)
  const outOf = chains.outOf.get(ref)
  return [
    ...(isMany(into) ? [{ kind: 'into' as const, ref, others: into.map(({ from }) => from) }] : []),
    ...(isMany(outOf) ? [{ kind: 'outOf' as const, ref, others: outOf.map(({ to }) => to as ItemRef) }] : []),
  ]
}

const isMany = (pairs: readonly CrosswalkPair[] | undefined): pairs is readonly CrosswalkPair[] =>
  pairs !== undefined && pairs.length > 1

const catalogueRow = (catalogue: Catalogue, ref: ItemRef | undefined) =>
  ref === undefined ? null : (findItem(catalogue, ref) ?? findIndicator(catalogue, ref))
