import type { WatchCode, WatchFinding } from '../watch.domain.ts'

/** One look, as far as the log asks. */
export type LoggedCheck = Readonly<{
  id: string
  address: string
  startedAt: Date
  status: number | null
  sha256: string | null
  passes: boolean
  findings: readonly WatchFinding[]
}>

/**
 * 'outage': nobody could open the address. 'failing': it opened, and an assessor would have given 0. 'drift': what stood there
 * was no longer what stood there before.
 */
export type LogKind = 'outage' | 'failing' | 'drift'
export type LogEntry = Readonly<{
  kind: LogKind
  address: string
  /** The first check that saw it. */
  from: Date
  /** The first check that no longer did; null while it lasts, and for a drift, which is a moment. */
  to: Date | null
  codes: readonly WatchCode[]
  /** Of a drift: the hash before and the one after. */
  hashes: readonly [before: string, after: string] | null
}>

const UNREACHABLE: readonly WatchCode[] = [
  'name.unknown',
  'connection.refused',
  'connection.broken',
  'certificate.broken',
  'answer.slow',
  'redirect.endless',
  'status.error',
]

/** What happened at addresses, from their checks: one entry for each stretch of trouble and each change, the newest first. */
export function watchLog(checks: readonly LoggedCheck[]): readonly LogEntry[] {
  const byAddress = Map.groupBy(checks, ({ address }) => address)
  return [...byAddress.values()]
    .flatMap((of) => logOf(of.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime())))
    .toSorted((a, b) => b.from.getTime() - a.from.getTime() || a.address.localeCompare(b.address))
}

type Open = { kind: 'outage' | 'failing'; from: Date; codes: Set<WatchCode> }

function logOf(checks: readonly LoggedCheck[]): readonly LogEntry[] {
  const entries: LogEntry[] = []
  let open: Open | null = null
  let hash: string | null = null
  const end = (address: string, to: Date | null) => {
    if (open)
      entries.push({ kind: open.kind, address, from: open.from, to, codes: [...open.codes], hashes: null })
    open = null
  }
  for (const { address, startedAt, passes, sha256, findings } of checks) {
    const failing = findings.filter(({ weight }) => weight === 'fails').map(({ code }) => code)
    const kind = passes ? null : failing.some((code) => UNREACHABLE.includes(code)) ? 'outage' : 'failing'
    const before: Open | null = open
    if (before !== null && (before as Open).kind !== kind) end(address, startedAt)
    if (kind !== null) {
      open ??= { kind, from: startedAt, codes: new Set() }
      for (const code of failing) (open as Open).codes.add(code)
    }
    // An error page has a hash, too: it is no other content of the item.
    if (sha256 === null || kind === 'outage') continue
    if (hash !== null && hash !== sha256)
      entries.push({ kind: 'drift', address, from: startedAt, to: null, codes: [], hashes: [hash, sha256] })
    hash = sha256
  }
  const last = checks.at(-1)
  if (last) end(last.address, null)
  return entries
}
