/** The catalogue's pure front door: types, look-ups, citations and the walk through the years. */
export type * from './catalogue.domain.ts'
export {
  type Citation,
  findCitations,
  parseCitation,
  printCitation,
  resolveCitation,
  type UnknownItems,
} from './citation.domain.ts'
export {
  canonicalRef,
  conceptsOf,
  findConcept,
  findIndicator,
  findItem,
  frameworkOf,
  frameworkYears,
  isKnownRef,
  itemLabel,
  itemsOf,
  refsByLabel,
  titleOf,
} from './lookup.domain.ts'
export { endingsOf, relationBetween, successors } from './relation.domain.ts'
export {
  type ConceptInYear,
  type ItemInYear,
  type Standing,
  traceConcept,
  traceItem,
} from './trace.domain.ts'
