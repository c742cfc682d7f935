import { twoPlaces } from '../../../kernel/decimal.ts'
import { INDICATORS, PEER_TOTALS, type PeerResult } from './peer.domain.ts'
import type { PeersText } from './text/index.ts'

/** Every figure of the agencies as a table, its head first; what is not there is empty. */
export const peersTable = (
  peers: readonly PeerResult[],
  { text, year }: { text: PeersText; year: number },
): readonly (readonly string[])[] => [
  [
    ...[text.years, text.columns.name, text.columns.code, text.columns.kind, text.columns.ministry],
    ...[text.columns.province, ...PEER_TOTALS.map((part) => text.orderNames[part]), text.columns.level],
    ...Array.from({ length: INDICATORS }, (_, index) => text.indicator(index + 1, '')),
  ],
  ...peers.map(({ agency, totals, level, indicators }) => [
    ...[String(year), agency.name, agency.code ?? '', agency.kind ?? '', agency.ministry ?? ''],
    ...[agency.province ?? '', ...PEER_TOTALS.map((part) => printedOf(totals[part])), level ?? ''],
    ...indicators.map(printedOf),
  ]),
]

export const printedOf = (value: string | null): string => (value === null ? '' : twoPlaces(value))
