import type { Catalogue, Certainty } from './catalogue.domain.ts'
import { findPart, type LibraryContent, lostPairs, partOf } from './library-content.domain.ts'

/** One row that both have and that is not the same: an item or indicator ("2568:O28"), or a pair ("2566:o28 → 2567:O5"). */
export type ChangedRow = Readonly<{
  row: string
  /** Fields that differ, as the catalogue names them: `title`, `wording`, `elements`, `scale`, … */
  fields: readonly string[]
  /** Whether a text that people read is among them. */
  reworded: boolean
  /** Null where it stays. */
  certainty: Readonly<{ before: Certainty; after: Certainty }> | null
}>

/** What a library changes in the part that it takes the place of. */
export type LibraryDifferences = Readonly<{
  added: readonly string[]
  removed: readonly string[]
  changed: readonly ChangedRow[]
  /** Fields of the framework itself that differ: `levels`, `weights`, `scales`, … */
  head: readonly string[]
  /** Pairs of the crosswalk that no longer apply, because an item of theirs is gone. */
  lostPairs: readonly string[]
}>

export type LibraryCounts = Readonly<{
  indicators: number
  items: number
  elements: number
  pairs: number
  certainty: Readonly<Record<Certainty, number>>
}>

type Row = Readonly<{ certainty: Certainty }>
const TEXTS: readonly string[] = ['title', 'wording', 'subItems', 'elements', 'rationale']

/** Compares a library with the part that now stands; where there is none, everything is added. */
export function differencesFrom(catalogue: Catalogue, content: LibraryContent): LibraryDifferences {
  const standing = findPart(catalogue, partOf(content))
  const before = standing ? rowsOf(standing) : new Map<string, Row>()
  const after = rowsOf(content)
  return {
    added: [...after.keys()].filter((row) => !before.has(row)),
    removed: [...before.keys()].filter((row) => !after.has(row)),
    changed: [...after].flatMap(([row, now]) => changeOf(row, before.get(row), now)),
    head: standing ? differingFields(headOf(standing), headOf(content)) : [],
    lostPairs: lostPairs(catalogue, content).map(nameOfPair),
  }
}

/** Whether a library would change nothing. */
export const isSame = (differences: LibraryDifferences): boolean =>
  [differences.added, differences.removed, differences.changed, differences.head].every(
    (rows) => rows.length === 0,
  )

export function countLibrary(content: LibraryContent): LibraryCounts {
  const rows = [...rowsOf(content).values()]
  const sure = (certainty: Certainty) => rows.filter((row) => row.certainty === certainty).length
  const framework = content.kind === 'framework' ? content.framework : null
  return {
    indicators: framework?.indicators.length ?? 0,
    items: framework?.items.length ?? 0,
    elements: framework?.items.flatMap((item) => item.elements).length ?? 0,
    pairs: content.kind === 'crosswalk' ? content.crosswalk.pairs.length : 0,
    certainty: { sourced: sure('sourced'), inferred: sure('inferred'), unverified: sure('unverified') },
  }
}

const rowsOf = (content: LibraryContent): ReadonlyMap<string, Row> =>
  content.kind === 'framework'
    ? new Map([...content.framework.indicators, ...content.framework.items].map((row) => [row.ref, row]))
    : new Map(content.crosswalk.pairs.map((pair) => [nameOfPair(pair), pair]))

const headOf = (content: LibraryContent): object => {
  if (content.kind === 'crosswalk') return {}
  const { indicators: _indicators, items: _items, ...head } = content.framework
  return head
}

function changeOf(row: string, before: Row | undefined, after: Row): readonly ChangedRow[] {
  const fields = before ? differingFields(before, after) : []
  if (!before || fields.length === 0) return []
  const certainty =
    before.certainty === after.certainty ? null : { before: before.certainty, after: after.certainty }
  return [{ row, fields, reworded: fields.some((field) => TEXTS.includes(field)), certainty }]
}

const differingFields = (before: object, after: object): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => !isEqual(before[field as never], after[field as never]),
  )

/** Whether two values of JSON are the same, in whatever order their keys stand. */
function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  return Array.isArray(a) === Array.isArray(b) && differingFields(a, b).length === 0
}

const nameOfPair = ({ from, to, toYear }: Readonly<{ from: string; to: string | null; toYear: number }>) =>
  `${from} → ${to ?? toYear}`
