import { err, ok, type Result } from '../../../kernel/result.ts'

/** `field:value` of a filter query; of a range either end may be open. Values of one term are alternatives. */
export type Term = Readonly<{
  field: string
  isExcluded: boolean
  values: readonly string[]
  range: Readonly<{ from: string | null; to: string | null }> | null
}>
/** Groups hold together; within a group one term is enough. */
export type Filter = readonly (readonly Term[])[]

export type QueryFault = Readonly<{ code: 'query.unreadable' }>

const LONGEST = 2_000
/** A term: sign, field, and a range, a list in brackets, a text in quotation marks or a word. */
const TERM =
  /^([+-]?)([A-Za-z_][A-Za-z0-9_]*):(?:\[([^\]\s]+) TO ([^\]\s]+)\]|\(([^()]*)\)|"([^"]*)"|([^\s()"[\]]+))/u
const JOINED = /^(AND|OR)(?=\s)/u

/**
 * A filter query as harvesters send it: `tags:x`, `-organization:y`, `metadata_modified:[2024-01-01T00:00:00Z TO *]`, terms
 * joined by a space, AND or OR. It is a small part of what Solr reads; what is none of it is refused, never guessed.
 */
export function readFilter(text: string): Result<Filter, QueryFault> {
  const groups: Term[][] = []
  let rest = text.slice(0, LONGEST + 1).trim()
  if (rest.length > LONGEST) return err({ code: 'query.unreadable' })
  let isAlternative = false
  while (rest !== '') {
    const joined = JOINED.exec(rest)?.[1]
    if (joined !== undefined) {
      if (groups.length === 0 || isAlternative) return err({ code: 'query.unreadable' })
      isAlternative = joined === 'OR'
      rest = rest.slice(joined.length).trim()
      continue
    }
    const found = TERM.exec(rest)
    if (!found) return err({ code: 'query.unreadable' })
    const term = termOf(found)
    const group = isAlternative ? groups.at(-1) : undefined
    if (group) group.push(term)
    else groups.push([term])
    isAlternative = false
    rest = rest.slice(found[0].length).trim()
  }
  return isAlternative ? err({ code: 'query.unreadable' }) : ok(groups)
}

function termOf([, sign, field = '', from, to, list, quoted, word]: readonly (string | undefined)[]): Term {
  const open = (end: string | undefined) => (end === undefined || end === '*' ? null : end)
  const values =
    list === undefined
      ? [quoted ?? word ?? '']
      : list
          .split(/\s+OR\s+|\s*,\s*/u)
          .map((value) => value.trim().replace(/^"(.*)"$/u, '$1'))
          .filter((value) => value !== '')
  return {
    field,
    isExcluded: sign === '-',
    values: from === undefined ? values : [],
    range: from === undefined ? null : { from: open(from), to: open(to) },
  }
}

/** What a package says of each field that can be asked for. */
export type Searched = Readonly<Record<string, readonly string[]>>

/** Fields that the filter names and no package has. */
export const unknownFields = (filter: Filter, fields: readonly string[]): readonly string[] =>
  filter.flatMap((group) => group.map(({ field }) => field)).filter((field) => !fields.includes(field))

export const passes = (searched: Searched, filter: Filter): boolean =>
  filter.every((group) => group.some((term) => holds(searched[term.field] ?? [], term)))

function holds(own: readonly string[], { values, range, isExcluded }: Term): boolean {
  const isThere = range
    ? own.some((one) => isWithin(one, range))
    : values.some((value) => (value === '*' ? own.length > 0 : own.some((one) => isSame(one, value))))
  return isThere !== isExcluded
}

const isSame = (own: string, asked: string): boolean => own.toLowerCase() === asked.toLowerCase()

/** Moments are compared as moments however they are written; an end that is none lets nothing through. */
function isWithin(own: string, { from, to }: NonNullable<Term['range']>): boolean {
  const at = Date.parse(own)
  const start = from === null ? Number.NEGATIVE_INFINITY : Date.parse(from)
  const end = to === null ? Number.POSITIVE_INFINITY : Date.parse(to)
  return at >= start && at <= end
}
