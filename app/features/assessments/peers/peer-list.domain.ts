import { compareDecimal } from '../../../kernel/decimal.ts'
import { hasWords, searchedWords } from '../../../kernel/search-fold.ts'
import { PEER_GROUPS, type PeerGroup } from './among.domain.ts'
import type { PeerResult } from './peer.domain.ts'

export const PEER_ORDERS = ['total', 'IIT', 'EIT', 'OIT', 'name'] as const
export type PeerOrder = (typeof PEER_ORDERS)[number]

/** What the address asks of the page. */
export type PeerAsk = Readonly<{
  year: number | null
  group: PeerGroup
  /** The row that is this agency, as somebody chose it. */
  chosen: string | null
  search: string
  order: PeerOrder
  page: number
}>

export function readAsk(params: URLSearchParams): PeerAsk {
  const number = (name: string) => Math.max(0, Math.trunc(Number(params.get(name) ?? 0)) || 0)
  return {
    year: number('year') || null,
    group: PEER_GROUPS.find((group) => group === params.get('group')) ?? 'nation',
    chosen: params.get('us') || null,
    search: (params.get('q') ?? '').slice(0, 200),
    order: PEER_ORDERS.find((order) => order === params.get('by')) ?? 'total',
    page: Math.max(1, number('page')),
  }
}

/** The same as an address asks it; what is the usual is left out. */
export function askSearch(ask: PeerAsk): string {
  const params = new URLSearchParams({
    ...(ask.year === null ? {} : { year: String(ask.year) }),
    ...(ask.group === 'nation' ? {} : { group: ask.group }),
    ...(ask.chosen === null ? {} : { us: ask.chosen }),
    ...(ask.search === '' ? {} : { q: ask.search }),
    ...(ask.order === 'total' ? {} : { by: ask.order }),
    ...(ask.page === 1 ? {} : { page: String(ask.page) }),
  }).toString()
  return params === '' ? '' : `?${params}`
}

/** Agencies of a search, the highest first or by name; who has no such score comes last. */
export function listedPeers(
  peers: readonly PeerResult[],
  { search, order }: Pick<PeerAsk, 'search' | 'order'>,
): readonly PeerResult[] {
  const words = searchedWords(search)
  const found =
    words.length === 0
      ? peers
      : peers.filter(({ agency }) =>
          hasWords([agency.name, agency.kind, agency.ministry, agency.province].join(' '), words),
        )
  const names = new Intl.Collator('th', { numeric: true })
  const byName = (a: PeerResult, b: PeerResult) => names.compare(a.agency.name, b.agency.name)
  if (order === 'name') return found.toSorted(byName)
  return found.toSorted((a, b) => {
    const [one, other] = [a.totals[order], b.totals[order]]
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a, b)
    return compareDecimal(other, one) || byName(a, b)
  })
}
