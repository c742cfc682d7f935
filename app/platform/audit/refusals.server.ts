import type { Db } from '../db/database.server.ts'
import { withAgency } from '../db/tenant.server.ts'
import { type AuditEvent, writeAudit } from './audit.server.ts'

/** How many refusals of one action an agency's log takes one by one within an hour. */
export const REFUSALS_AN_HOUR = 60
const HOUR_MS = 3_600_000

/** What the counting of one agency and action has in mind. */
type Count = {
  readonly agencyId: string
  readonly action: AuditEvent['action']
  /** When the latest entries were written, at most `REFUSALS_AN_HOUR`, in milliseconds. */
  written: readonly number[]
  beyond: Beyond | null
}
type Beyond = Readonly<{ count: number; from: Date; to: Date }>

// The pages are bundled with a copy of this module, and what ends the program uses another: both count in one place.
const COUNTS = Symbol.for('prongsai.refusals')
const shared = globalThis as { [COUNTS]?: Map<string, Count> }
const counts = shared[COUNTS] ?? new Map<string, Count>()
shared[COUNTS] = counts

/**
 * Writes one refusal in a transaction of its own. A stranger can be refused without end and must not fill the log: what is
 * beyond `REFUSALS_AN_HOUR` of an agency and action is counted in this process and written as one entry with
 * `detail.count`, before the next that is written one by one, or by `flushRefusals`.
 */
export async function writeRefusal(db: Db, refusal: AuditEvent, at: Date): Promise<void> {
  const count = countOf(refusal)
  count.written = count.written.filter((time) => time > at.getTime() - HOUR_MS)
  if (count.written.length >= REFUSALS_AN_HOUR) {
    count.beyond = withOneMore(count.beyond, at)
    return
  }
  count.written = [...count.written, at.getTime()]
  await writeBeyond(db, count)
  await withAgency(db, refusal.agencyId, (tx) => writeAudit(tx, refusal))
}

/** Writes what was only counted: to be called before the process ends. */
export async function flushRefusals(db: Db): Promise<void> {
  for (const count of counts.values()) await writeBeyond(db, count)
}

function countOf({ agencyId, action }: AuditEvent): Count {
  const key = `${agencyId} ${action}`
  const known = counts.get(key)
  if (known) return known
  const count: Count = { agencyId, action, written: [], beyond: null }
  counts.set(key, count)
  return count
}

const withOneMore = (beyond: Beyond | null, at: Date): Beyond => ({
  count: (beyond?.count ?? 0) + 1,
  from: beyond?.from ?? at,
  to: at,
})

const joined = (earlier: Beyond, later: Beyond | null): Beyond =>
  later ? { count: earlier.count + later.count, from: earlier.from, to: later.to } : earlier

async function writeBeyond(db: Db, count: Count): Promise<void> {
  const { agencyId, action, beyond } = count
  if (!beyond) return
  // Taken before the wait, so that two at once do not write it twice; given back when it could not be written.
  count.beyond = null
  try {
    await withAgency(db, agencyId, (tx) =>
      writeAudit(tx, {
        agencyId,
        actor: { kind: 'system', name: 'refusals' },
        action,
        object: { kind: 'refusals', id: action },
        detail: { count: beyond.count, from: beyond.from.toISOString(), to: beyond.to.toISOString() },
      }),
    )
  } catch (error) {
    count.beyond = joined(beyond, count.beyond)
    throw error
  }
}
