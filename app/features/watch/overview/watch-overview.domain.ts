import type { KeptCheck, OpenFinding, WatchTarget } from '../watch.domain.ts'

/** What is known of an address now. 'fails': an assessor would give 0. 'unseen': nobody has looked yet. */
export type AddressState = 'fails' | 'warns' | 'unseen' | 'passes'
/** In the order in which they are worked on. */
export const ADDRESS_STATES = [
  'fails',
  'warns',
  'unseen',
  'passes',
] as const satisfies readonly AddressState[]

export type WatchedRow = Readonly<{
  target: WatchTarget
  state: AddressState
  /** The newest look at it. */
  check: KeptCheck | null
  findings: readonly OpenFinding[]
}>

/** Every address with what is known of it: what fails first, then as the program lists them. */
export function watchedRows(
  targets: readonly WatchTarget[],
  checks: ReadonlyMap<string, KeptCheck>,
  findings: readonly OpenFinding[],
): readonly WatchedRow[] {
  const byAddress = Map.groupBy(findings, ({ address }) => address)
  // A page may be named by two rooms; it is one address all the same.
  const distinct = targets.filter(
    ({ address }, at) => targets.findIndex((other) => other.address === address) === at,
  )
  return distinct
    .map((target): WatchedRow => {
      const open = byAddress.get(target.address) ?? []
      const check = checks.get(target.address) ?? null
      return { target, state: stateOf(check, open), check, findings: open }
    })
    .toSorted((a, b) => ADDRESS_STATES.indexOf(a.state) - ADDRESS_STATES.indexOf(b.state))
}

export function stateOf(check: KeptCheck | null, findings: readonly OpenFinding[]): AddressState {
  if (check === null) return 'unseen'
  if (findings.some(({ weight }) => weight === 'fails')) return 'fails'
  return findings.length > 0 ? 'warns' : 'passes'
}

export type WatchFilter = Readonly<{ state: AddressState | null; isOwn: boolean }>

/** From the query of the address; what is not known is passed over. */
export const readWatchFilter = (query: URLSearchParams): WatchFilter => ({
  state: ADDRESS_STATES.find((state) => state === query.get('state')) ?? null,
  isOwn: query.get('own') === '1',
})

/** Rows that are shown, and how many there are of each state for the chips. `units`: those of the person. */
export function narrowed(rows: readonly WatchedRow[], filter: WatchFilter, units: readonly string[]) {
  const mine = filter.isOwn
    ? rows.filter(({ target }) => target.unitId !== null && units.includes(target.unitId))
    : rows
  const counts = Object.fromEntries(
    ADDRESS_STATES.map((state) => [state, mine.filter((row) => row.state === state).length]),
  ) as Record<AddressState, number>
  return {
    rows: filter.state === null ? mine : mine.filter(({ state }) => state === filter.state),
    counts,
    all: mine.length,
  }
}
