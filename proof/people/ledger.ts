import type { Answer } from '../../tests/support/asking.ts'

/** A file of which some pieces were acknowledged. */
export type Begun = { address: string; bytes: Buffer; acknowledged: number }

/** A report of the protected channel: `receipt` once a page showed it. */
export type SentReport = Readonly<{ mark: string; fileHash: string }>

/** Everything that the program acknowledged to somebody, and how it answered altogether. */
export type Ledger = {
  /** Marks of what was written, each once. */
  progress: string[]
  /** The newest summary that was acknowledged, and those that were sent after it, which may have come or not. */
  summary: { saved: string | null; since: string[] }
  /** References of matters of the desk. */
  tickets: string[]
  /** Addresses of news. */
  pages: string[]
  /** SHA-256 of files. */
  files: string[]
  begun: Begun[]
  reports: SentReport[]
  /** How often something was answered in a way, as `progress 303`. */
  answers: Map<string, number>
  /** What must not be, each sentence with how often. */
  faults: Map<string, number>
  slowestMs: number
}

export const newLedger = (): Ledger => ({
  progress: [],
  summary: { saved: null, since: [] },
  tickets: [],
  pages: [],
  files: [],
  begun: [],
  reports: [],
  answers: new Map(),
  faults: new Map(),
  slowestMs: 0,
})

export const acknowledgedIn = (ledger: Ledger): number =>
  ledger.progress.length +
  (ledger.summary.saved === null ? 0 : 1) +
  ledger.tickets.length +
  ledger.pages.length +
  ledger.files.length +
  ledger.reports.length

export function addFault(ledger: Ledger, fault: string): void {
  ledger.faults.set(fault, (ledger.faults.get(fault) ?? 0) + 1)
}

export const faultsOf = (ledger: Ledger): readonly string[] =>
  [...ledger.faults].map(([fault, times]) => (times === 1 ? fault : `${fault} (${times} times)`))

/** How often anything was answered with one of these. */
export const answeredWith = (ledger: Ledger, ...statuses: readonly (number | 'broken')[]): number =>
  [...ledger.answers]
    .filter(([key]) => statuses.some((status) => key.endsWith(` ${status}`)))
    .reduce((sum, [, times]) => sum + times, 0)

/** Clear words for `not now`: too many, away, no room. */
const REFUSALS = [429, 503, 507]
/** What a person can still be asked to wait in front of a page. */
const LONGEST_WAIT_MS = 10_000

/**
 * Enters an answer. `done`: it was acknowledged. `refused`: the program said clearly that it was not. `unknown`: the
 * connection broke. Everything else must not be.
 */
export function judge(
  ledger: Ledger,
  what: string,
  answer: Answer | 'broken' | 'silent',
  isDone: (answer: Answer) => boolean,
): 'done' | 'refused' | 'unknown' | 'wrong' {
  const status = typeof answer === 'string' ? answer : answer.status
  const key = `${what} ${status}`
  ledger.answers.set(key, (ledger.answers.get(key) ?? 0) + 1)
  if (answer === 'broken') return 'unknown'
  if (answer === 'silent') {
    addFault(ledger, `${what}: no answer within a minute`)
    return 'unknown'
  }
  ledger.slowestMs = Math.max(ledger.slowestMs, answer.ms)
  if (isDone(answer)) return 'done'
  if (answer.ms > LONGEST_WAIT_MS) addFault(ledger, `${what}: ${answer.status} came after more than 10 s`)
  if (!REFUSALS.includes(answer.status)) {
    addFault(ledger, `${what}: answered ${answer.status} ${answer.headers.location ?? ''}`.trim())
    return 'wrong'
  }
  if (answer.status === 503 && answer.headers['retry-after'] === undefined)
    addFault(ledger, `${what}: 503 without Retry-After`)
  return 'refused'
}
