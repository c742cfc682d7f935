import type { DecimalText } from '../../../kernel/decimal.ts'
import { foldedHead } from '../reading/mapping.domain.ts'
import { INDICATORS, PEER_TOTALS, type PeerResult, type PeerTotal } from './peer.domain.ts'
import { medianOf, type Rank, rankAmong } from './rank.domain.ts'

export const PEER_GROUPS = ['kind', 'ministry', 'nation'] as const
export type PeerGroup = (typeof PEER_GROUPS)[number]

/** A total or instrument, or the number of an indicator. */
export type Measure = PeerTotal | number
export const MEASURES: readonly Measure[] = [
  ...PEER_TOTALS,
  ...Array.from({ length: INDICATORS }, (_, index) => index + 1),
]

export const scoreOf = (
  peer: Pick<PeerResult, 'totals' | 'indicators'>,
  measure: Measure,
): DecimalText | null =>
  typeof measure === 'number' ? (peer.indicators[measure - 1] ?? null) : peer.totals[measure]

/** Which agency of the file this one is: the one that was chosen, else that of its code, else that of its name. */
export function ownRow(
  peers: readonly PeerResult[],
  { chosen, code, name }: Readonly<{ chosen: string | null; code: string; name: string | null }>,
): PeerResult | null {
  const key = name === null ? null : foldedHead(name)
  const named = peers.filter(({ agency }) => key !== null && foldedHead(agency.name) === key)
  return (
    peers.find(({ nameKey }) => nameKey === chosen) ??
    peers.find(({ agency }) => agency.code === code) ??
    // Of several with one name none is known to be this one.
    (named.length === 1 ? (named[0] ?? null) : null)
  )
}

/** A row that lacks the view of the public though its file has it: its total is not that of a whole assessment. */
export const incompleteOf = (peers: readonly PeerResult[]): readonly PeerResult[] =>
  peers.some(({ totals }) => totals.EIT !== null) ? peers.filter(({ totals }) => totals.EIT === null) : []

export type Among = Readonly<{
  measure: Measure
  own: DecimalText | null
  others: readonly DecimalText[]
  /** Of all that have a score, this agency counted; null where nobody has. */
  median: DecimalText | null
  rank: Rank | null
}>

type Own = Pick<PeerResult, 'totals' | 'indicators'> &
  Readonly<{ nameKey: string | null; kind: string | null; ministry: string | null }>

/** The others of a group; null where it is not known which group this agency is in. */
export function othersIn(
  peers: readonly PeerResult[],
  group: PeerGroup,
  own: Own,
): readonly PeerResult[] | null {
  const others = peers.filter(({ nameKey }) => nameKey !== own.nameKey)
  if (group === 'nation') return others
  const mine = own[group]
  if (mine === null) return null
  return others.filter(
    ({ agency }) => agency[group] !== null && foldedHead(agency[group]) === foldedHead(mine),
  )
}

export function among(others: readonly PeerResult[], own: Own, measure: Measure): Among {
  const scores = others.flatMap((peer) => scoreOf(peer, measure) ?? [])
  const mine = scoreOf(own, measure)
  return {
    ...{ measure, own: mine, others: scores },
    median: medianOf(mine === null ? scores : [...scores, mine]),
    rank: mine === null ? null : rankAmong(scores, mine),
  }
}
