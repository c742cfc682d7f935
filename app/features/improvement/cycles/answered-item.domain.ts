import { type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import { type Catalogue, frameworkYears, type Item, itemsOf } from '../../catalogue/index.ts'

/** The subject of the items that ask for the yearly report, under whatever number a framework year asks. */
const YEARLY_REPORT = 'integrity_report'

/** Every item that a yearly report may answer, the newest framework year first. */
export const answerableItems = (catalogue: Catalogue): readonly Item[] =>
  frameworkYears(catalogue)
    .toReversed()
    .flatMap((year) => itemsOf(catalogue, year, 'OIT'))
    .filter(({ concepts }) => concepts.includes(YEARLY_REPORT))

export type AnsweredItem = Readonly<{
  ref: ItemRef
  /** Whether it asks for this fiscal year; false where the framework year that will ask is not known yet. */
  isOfYear: boolean
}>

/**
 * The item that the report of a fiscal year answers: the one that asks for the doings of that year, else the one of the
 * framework year after it; where that is not known yet, the one nearest to it. Null when no year asks for such a report.
 */
export function itemAnsweredBy(catalogue: Catalogue, fiscalYear: number): AnsweredItem | null {
  const items = answerableItems(catalogue)
  const own =
    items.find(({ documentYear }) => documentYear === fiscalYear) ??
    items.find(({ documentYear, ref }) => documentYear === null && yearOf(ref) === fiscalYear + 1)
  if (own) return { ref: own.ref, isOfYear: true }
  const distance = ({ ref }: Item) => Math.abs(yearOf(ref) - (fiscalYear + 1))
  const nearest = items.toSorted((a, b) => distance(a) - distance(b))[0]
  return nearest ? { ref: nearest.ref, isOfYear: false } : null
}
