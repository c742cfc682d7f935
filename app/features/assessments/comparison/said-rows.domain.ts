import type { Language } from '../../../i18n/language.ts'
import { codeOf, type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import { listed } from '../../../kernel/listed.ts'
import { type Catalogue, titleOf } from '../../catalogue/index.ts'
import type { ComparedCell, ComparedJoin, ComparedOf, ComparisonRow } from './comparison.domain.ts'
import type { Moved, YearsFinding } from './finding.domain.ts'
import { comparisonText } from './text/index.ts'

/** Whose words, and whose titles. */
export type Saying = Readonly<{ lang: Language; catalogue: Catalogue; of: ComparedOf }>

/** An item or indicator with its year: "e1 ปี 2566". */
export function refSaid({ lang }: Pick<Saying, 'lang'>, ref: ItemRef): string {
  const words = comparisonText(lang)
  const code = codeOf(ref)
  return code.startsWith('ind') ? words.indicator(code.slice(3), yearOf(ref)) : words.item(code, yearOf(ref))
}

/** "e5 ปี 2566 → e2 ปี 2567"; the name of an instrument. */
export function rowReference(saying: Saying, row: ComparisonRow): string {
  const words = comparisonText(saying.lang)
  const refs = refsOf(row)
  if (refs.length > 0) return refs.map((ref) => refSaid(saying, ref)).join(' → ')
  return row.instrument === null ? words.total : words.instruments[row.instrument]
}

/** What it asks: the latest title of what is one question, all titles where the questions differ. */
export function rowTitle({ lang, catalogue }: Saying, row: ComparisonRow): string {
  const refs = refsOf(row)
  const isOne = row.joins.every((join) => join?.kind !== 'different')
  const shown = isOne ? refs.slice(-1) : refs
  const titles = shown.flatMap((ref) => titleOf(catalogue, ref)?.[lang] ?? [])
  return [...new Set(titles)].join(' → ')
}

export const rowLabel = (saying: Saying, row: ComparisonRow): string =>
  [rowReference(saying, row), rowTitle(saying, row)].filter(Boolean).join(' · ')

const refsOf = ({ cells }: ComparisonRow): readonly ItemRef[] => cells.flatMap(({ ref }) => ref ?? [])

/** How many answered of how many that had to; null where the source does not say. */
export function answeredSaid({ lang }: Pick<Saying, 'lang'>, { figure }: ComparedCell): string | null {
  return figure === null || figure.nAnswered === null
    ? null
    : comparisonText(lang).answered(figure.nAnswered, figure.nRequired)
}

/** What is told of a cell beside its figure. */
export function cellNotes({ lang }: Pick<Saying, 'lang'>, cell: ComparedCell): readonly string[] {
  const words = comparisonText(lang)
  return [
    ...(cell.figure?.origin === 'computed' ? [words.computed] : []),
    ...(cell.isUnverified ? [words.unverified] : []),
  ]
}

/** What is between two years, in words. */
export function joinSaid({ lang }: Pick<Saying, 'lang'>, join: ComparedJoin | null): string {
  const words = comparisonText(lang)
  if (join === null) return ''
  switch (join.kind) {
    case 'comparable':
      return `${words.directions[join.direction]} ${join.change}`
    case 'unconfirmed':
      return words.unconfirmedBy(join.change)
    default:
      return words.joins[join.kind]
  }
}

/** Why the crosswalk says so, and whether anybody verified it; empty where there is nothing to say. */
export function reasonSaid({ lang }: Pick<Saying, 'lang'>, join: ComparedJoin | null): string {
  const words = comparisonText(lang)
  if (join === null || !('relation' in join)) return ''
  if (join.relation === null) return words.noCrosswalk
  const { rationale, certainty } = join.relation
  return certainty === 'unverified' ? `${rationale[lang]} (${words.unverified})` : rationale[lang]
}

/** Where chains divide and meet, a sentence each. */
export function meetingsSaid(saying: Saying, { meets }: ComparisonRow): readonly string[] {
  const words = comparisonText(saying.lang)
  return meets.map(({ kind, ref, others }) =>
    words[kind](
      refSaid(saying, ref),
      listed(
        others.map((one) => refSaid(saying, one)),
        words.and,
      ),
    ),
  )
}

/** The finding of two years: what rose and fell of what compares. */
export function findingTitle(saying: Saying, finding: YearsFinding): string {
  const words = comparisonText(saying.lang)
  const { rose, fell, same } = finding
  const unit = words.units[saying.of]
  const count = rose.length + fell.length + same
  if (count === 0) return words.finding.none(unit)
  const moved = [
    ...(rose.length === count
      ? [words.finding.allRose(count, unit)]
      : rose.length > 0
        ? [words.finding.rose(rose.length, unit)]
        : []),
    ...(fell.length === count
      ? [words.finding.allFell(count, unit)]
      : fell.length > 0
        ? [words.finding.fell(fell.length, unit)]
        : []),
    ...(same > 0 ? [words.finding.same(same, unit)] : []),
  ]
  return words.finding.comparable(count, unit, listed(moved, words.and))
}

/** All of the finding, its parts in the order in which they weigh. */
export function findingParts(saying: Saying, finding: YearsFinding): readonly string[] {
  const { finding: say, units } = comparisonText(saying.lang)
  const unit = units[saying.of]
  const told = (count: number, sentence: (count: number, unit: string) => string) =>
    count === 0 ? [] : [sentence(count, unit)]
  return [
    [findingTitle(saying, finding), ...mostSaid(saying, finding)].join(' '),
    ...told(finding.unconfirmed, say.unconfirmed),
    ...told(finding.different, say.different),
    ...told(finding.notAsked.length, say.notAsked),
    ...told(finding.isNew.length, say.isNew),
    ...told(finding.notImported, say.notImported),
    ...told(finding.notKnown, say.notKnown),
  ]
}

/** The largest fall and the largest rise, where there is more than one. */
function mostSaid(saying: Saying, { rose, fell }: YearsFinding): readonly string[] {
  const { finding } = comparisonText(saying.lang)
  const most = (moved: readonly Moved[]) => {
    const largest = moved.toSorted((a, b) => Number(size(b) - size(a)))[0]
    return largest && moved.length > 1
      ? [`(${finding.most(refSaid(saying, largest.ref), largest.change)})`]
      : []
  }
  return [...most(fell), ...most(rose)]
}

/** Hundredths, whatever the sign. */
const size = ({ change }: Moved): bigint => BigInt(change.replace(/\D/gu, ''))

export const findingSaid = (saying: Saying, finding: YearsFinding): string =>
  `${comparisonText(saying.lang).finding.between(finding.from, finding.to)}: ${findingParts(saying, finding).join('; ')}`
