import type { Bilingual, Language } from '../../i18n/language.ts'
import { codeOf, type ItemRef, yearOf } from '../../kernel/item-ref.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { catalogueFor, loadCatalogue } from '../catalogue/index.server.ts'
import { type Catalogue, type Certainty, canonicalRef, findItem, traceItem } from '../catalogue/index.ts'
import { findReportAnswering, hasRule } from '../reports/index.server.ts'
import type { ElementVerdict } from '../reports/index.ts'

export type OtherYear = Readonly<{ year: number; ref: ItemRef | null; title: Bilingual | null }>
export type ItemStanding = Readonly<{
  ref: ItemRef
  title: Bilingual | null
  certainty: Certainty
  required: readonly Readonly<{ key: string; text: Bilingual; certainty: Certainty }>[]
  /** What the very same code means in the other framework years where it is another subject. */
  sameCode: readonly OtherYear[]
  /** Where the same subject stands in the other framework years. */
  sameConcept: readonly OtherYear[]
  /** Whether the program knows the rule by which a report that answers the item is judged. */
  checkable: boolean
  /** The published report that answers the item; without a rule it has neither score nor elements. */
  answer: Readonly<{ fiscalYear: number; score: 0 | 100 | null; elements: readonly ElementVerdict[] }> | null
}>

/**
 * A disclosure item of one framework year, what it asks, and how the published report answers it; null for an unknown code
 * and for the questions of the other instruments, which nobody discloses.
 */
export async function findItemStanding(
  ctx: Ctx | null,
  input: { year: number; code: string; lang: Language },
): Promise<ItemStanding | null> {
  // Before there is an agency, the program's own catalogue explains its items.
  const catalogue = ctx ? await catalogueFor(ctx) : loadCatalogue()
  const ref = canonicalRef(catalogue, input.year, input.code)
  const item = ref && findItem(catalogue, ref)
  if (item?.instrument !== 'OIT') return null
  const subject = sameConcept(catalogue, item.ref)
  const published = ctx && (await findReportAnswering(ctx, { item: item.ref, lang: input.lang }))
  return {
    ref: item.ref,
    title: item.title,
    certainty: item.certainty,
    required: item.elements.map(({ key, text, certainty }) => ({ key, text, certainty })),
    sameCode: sameCode(catalogue, item.ref, subject),
    sameConcept: subject,
    checkable: hasRule(item.ref),
    answer: published && {
      fiscalYear: published.cycle.fiscalYear,
      score: published.verdict?.score ?? null,
      elements: published.verdict?.elements ?? [],
    },
  }
}

/** Where the code went on to mean the same subject, it is no other: that year stands with `subject`. */
function sameCode(catalogue: Catalogue, ref: ItemRef, subject: readonly OtherYear[]): readonly OtherYear[] {
  return catalogue.frameworks
    .filter((framework) => framework.year !== yearOf(ref) && framework.coverage.includes('OIT'))
    .map(({ year }) => {
      const other = canonicalRef(catalogue, year, codeOf(ref))
      return { year, ref: other, title: other && (findItem(catalogue, other)?.title ?? null) }
    })
    .filter(({ ref: other }) => !subject.some((same) => same.ref === other))
}

function sameConcept(catalogue: Catalogue, ref: ItemRef): readonly OtherYear[] {
  return traceItem(catalogue, ref)
    .filter((stop) => stop.year !== yearOf(ref))
    .flatMap((stop) => stop.items.map(({ item }) => ({ year: stop.year, ref: item.ref, title: item.title })))
}
