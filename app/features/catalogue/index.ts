/** The catalogue's pure front door: types, look-ups, citations and the walk through the years. */
export type * from './catalogue.domain.ts'
export { type CatalogueError, type CatalogueErrorCode, catalogueErrorText } from './catalogue.errors.ts'
export { CATALOGUE_POLICY } from './catalogue.policy.ts'
export {
  type Citation,
  findCitations,
  printCitation,
  resolveCitation,
  type UnknownItems,
} from './citation.domain.ts'
export { findPart, type LibraryContent, partsOf } from './library-content.domain.ts'
export type { ChangedRow, LibraryCounts, LibraryDifferences } from './library-differences.domain.ts'
export {
  canonicalRef,
  findIndicator,
  findItem,
  frameworkOf,
  frameworkYears,
  isKnownRef,
  itemsOf,
  refsByLabel,
  titleOf,
} from './lookup.domain.ts'
export { byComparability, endingsOf, relationBetween, successors } from './relation.domain.ts'
export { catalogueActsText } from './text/index.ts'
export {
  type ItemInYear,
  type Standing,
  standingWithout,
  traceConcept,
  traceItem,
} from './trace.domain.ts'
