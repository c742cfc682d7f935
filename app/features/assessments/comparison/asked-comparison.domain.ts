import { type ItemRef, parseItemRef } from '../../../kernel/item-ref.ts'
import type { Instrument } from '../../catalogue/index.ts'
import type { ComparedOf, CompareOptions, RowSort } from './comparison.domain.ts'

export const VIEWS = ['dumbbell', 'trend', 'heat'] as const
export type CompareView = (typeof VIEWS)[number]

/** What an address asks to see. */
export type AskedComparison = CompareOptions &
  Readonly<{
    /** Framework years (B.E.), the earliest first; null where the address names none. */
    years: readonly number[] | null
    view: CompareView
    /** Results of this snapshot instead of what now stands. */
    snapshot: string | null
  }>

const OF: readonly ComparedOf[] = ['items', 'indicators', 'instruments']
export const SORTS: readonly RowSort[] = ['falls', 'rises', 'weakest', 'order']
const INSTRUMENTS: readonly Instrument[] = ['IIT', 'EIT', 'OIT']

/** `?years=2566,2567&of=items&sort=falls&instrument=EIT&indicator=2567:ind6&rows=all&view=heat&snapshot=<id>`, all of it optional. */
export function askedComparison(params: URLSearchParams): AskedComparison {
  const named = params.getAll('years').flatMap((text) => text.match(/\b25\d\d\b/gu) ?? [])
  const years = [...new Set(named.map(Number))].sort((a, b) => a - b)
  const of = oneOf(OF, params.get('of')) ?? 'items'
  return {
    years: years.length === 0 ? null : years,
    of,
    sort: oneOf(SORTS, params.get('sort')) ?? 'falls',
    instrument: oneOf(INSTRUMENTS, params.get('instrument')),
    indicator: indicatorIn(params.get('indicator')),
    rows: params.get('rows') === 'all' ? 'all' : 'known',
    view: oneOf(VIEWS, params.get('view')) ?? (years.length > 2 ? 'trend' : 'dumbbell'),
    snapshot: params.get('snapshot') || null,
  }
}

/** The query of an address that asks for this; what is usual is left out. */
export function queryOf(asked: AskedComparison): string {
  const query = new URLSearchParams()
  const say = (name: string, value: string | null, usual: string | null = null) => {
    if (value !== null && value !== usual) query.set(name, value)
  }
  say('years', asked.years?.join(',') ?? null)
  say('of', asked.of, 'items')
  say('view', asked.view, (asked.years?.length ?? 0) > 2 ? 'trend' : 'dumbbell')
  say('sort', asked.sort, 'falls')
  say('instrument', asked.instrument)
  say('indicator', asked.indicator)
  say('rows', asked.rows, 'known')
  say('snapshot', asked.snapshot)
  // Colons and commas may stand in a query, and are read.
  return query.size === 0 ? '' : `?${query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`
}

const oneOf = <T extends string>(known: readonly T[], text: string | null): T | null =>
  known.find((one) => one === text) ?? null

const indicatorIn = (text: string | null): ItemRef | null => {
  const ref = text === null ? null : parseItemRef(text)
  return ref?.includes(':ind') ? ref : null
}
