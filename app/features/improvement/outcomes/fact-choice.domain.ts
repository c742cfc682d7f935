import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Score } from '../../assessments/index.ts'
import { type Catalogue, titleOf } from '../../catalogue/index.ts'
import { FACT_KINDS, type FactKind } from './fact-form.domain.ts'
import { type EarlierScore, earlierScores, type WhyNone, whyNoEarlier } from './pairing.domain.ts'

/** A result as it is offered to choose. */
export type OfferedScore = Readonly<{
  id: string
  year: number
  ref: ItemRef
  title: string | null
  value: string
}>
export type OfferedBefore = OfferedScore & Pick<EarlierScore['relation'], 'comparable' | 'rationale'>

/** Which fact is being added, and what there is to choose from. */
export type FactChoice =
  | Readonly<{ kind: Exclude<FactKind, 'score'> | 'typed-score' }>
  /** Of the scores, the later one is not chosen yet. */
  | Readonly<{ kind: 'score'; after: null; offered: readonly OfferedScore[] }>
  | Readonly<{
      kind: 'score'
      after: OfferedScore
      /** The closest first. */
      before: readonly OfferedBefore[]
      /** Where there is none before. */
      whyNone: WhyNone | null
    }>

type Asked = Readonly<{ kind: string | null; after: string | null; lang: 'th' | 'en' }>

/** What an address asks for: `kind` ("typed-score" too) and, of a score, the later result. Null where it asks for no fact. */
export function factChoice(
  { kind, after: afterId, lang }: Asked,
  { catalogue, scores }: Readonly<{ catalogue: Catalogue; scores: readonly Score[] }>,
): FactChoice | null {
  const known = [...FACT_KINDS, 'typed-score' as const].find((each) => each === kind)
  if (!known) return null
  if (known !== 'score') return { kind: known }
  const offer = ({ id, year, ref, value }: Score): OfferedScore => ({
    id,
    year,
    ref,
    value,
    title: titleOf(catalogue, ref)?.[lang] ?? null,
  })
  const after = scores.find(({ id }) => id === afterId)
  if (!after) return { kind: 'score', after: null, offered: scores.map(offer) }
  const before = earlierScores(catalogue, scores, after).map(({ score, relation }) => ({
    ...offer(score),
    comparable: relation.comparable,
    rationale: relation.rationale,
  }))
  return {
    kind: 'score',
    after: offer(after),
    before,
    whyNone: before.length > 0 ? null : whyNoEarlier(catalogue, after.ref),
  }
}

/** The values with which the fields of a fact open: the closest earlier result, unless the two do not compare. */
export function factValues(choice: FactChoice | null): Readonly<Record<string, string>> {
  if (choice === null || (choice.kind === 'score' && choice.after === null)) return {}
  if (choice.kind !== 'score') return { kind: choice.kind === 'typed-score' ? 'score' : choice.kind }
  const best = choice.before.find(({ comparable }) => comparable !== 'no')
  return { kind: 'score', afterScore: choice.after.id, beforeScore: best?.id ?? '' }
}
