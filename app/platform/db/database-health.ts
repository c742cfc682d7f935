import type { Bilingual } from '../../i18n/language.ts'
import { databaseHealthEn } from './database-health.en.ts'
import { databaseHealthTh } from './database-health.th.ts'

/** `vacuumedSeconds`: how long ago; null: never. */
export type TableHealth = Readonly<{
  name: string
  liveRows: number
  deadRows: number
  vacuumedSeconds: number | null
}>

/** Sizes are bytes, times seconds. Null: the login may not see it, or there is none. */
export type DatabaseHealth = Readonly<{
  serverVersion: string
  databaseBytes: number
  connections: number
  mostConnections: number
  oldestTransactionSeconds: number | null
  /** Transactions since the oldest row was frozen, and at how many PostgreSQL freezes by force. */
  frozenAge: number
  mostFrozenAge: number
  isVacuumOn: boolean
  /** Since the last checkpoint. */
  checkpointSeconds: number | null
  checksumFailures: number
  hasChecksums: boolean
  isReplica: boolean
  /** Tables with the most rows that wait for vacuum, the worst first. */
  tables: readonly TableHealth[]
  walBytes: number | null
  standbys: readonly Readonly<{ behindSeconds: number | null }>[]
}>

export type HealthCode = keyof typeof databaseHealthTh
export type HealthFinding = Readonly<{
  code: HealthCode
  /** 'fault': data are in danger, or soon nothing works. 'warning': to be looked at in the next days. */
  level: 'warning' | 'fault'
  text: Bilingual
}>

const HOUR = 3_600
const MOST_CONNECTIONS_SHARE = 0.8
const LONGEST_TRANSACTION_S = HOUR
/** Of the age at which PostgreSQL freezes by force; at ten times of it, two thousand million, it takes no more writing. */
const FROZEN_WARNING = 1.5
const FROZEN_FAULT = 5
const MOST_DEAD_SHARE = 0.4
const LEAST_DEAD_ROWS = 10_000
const LONGEST_WITHOUT_VACUUM_S = 24 * HOUR
const MOST_WAL_BYTES = 8e9
const LONGEST_LAG_S = 300

/** What is to be said of a database: nothing when it fares well. */
export function judgeHealth(health: DatabaseHealth): readonly HealthFinding[] {
  const findings: HealthFinding[] = []
  const say = <C extends HealthCode>(
    level: HealthFinding['level'],
    code: C,
    ...values: Parameters<(typeof databaseHealthTh)[C]>
  ) => {
    const th = databaseHealthTh[code] as (...values: (string | number)[]) => string
    const en = databaseHealthEn[code] as (...values: (string | number)[]) => string
    findings.push({ code, level, text: { th: th(...values), en: en(...values) } })
  }
  const { connections, mostConnections, oldestTransactionSeconds, frozenAge, mostFrozenAge, walBytes } =
    health
  if (health.checksumFailures > 0) say('fault', 'health.checksums', health.checksumFailures)
  if (!health.hasChecksums) say('warning', 'health.no-checksums')
  if (!health.isVacuumOn) say('warning', 'health.vacuum-off')
  if (frozenAge > mostFrozenAge * FROZEN_WARNING)
    say(frozenAge > mostFrozenAge * FROZEN_FAULT ? 'fault' : 'warning', 'health.frozen-age', frozenAge)
  if (connections > mostConnections * MOST_CONNECTIONS_SHARE)
    say('warning', 'health.connections', connections, mostConnections)
  if (oldestTransactionSeconds !== null && oldestTransactionSeconds > LONGEST_TRANSACTION_S)
    say('warning', 'health.long-transaction', Math.floor(oldestTransactionSeconds / 60))
  for (const table of health.tables)
    if (isNeglected(table))
      say('warning', 'health.dead-rows', table.name, Math.round(shareOfDead(table) * 100))
  if (walBytes !== null && walBytes > MOST_WAL_BYTES) say('warning', 'health.wal', Math.round(walBytes / 1e9))
  for (const { behindSeconds } of health.standbys)
    if (behindSeconds !== null && behindSeconds > LONGEST_LAG_S)
      say('warning', 'health.standby-behind', Math.floor(behindSeconds / 60))
  return findings
}

const shareOfDead = ({ liveRows, deadRows }: TableHealth): number =>
  deadRows / Math.max(1, liveRows + deadRows)

/** Many dead rows alone say little: vacuum may be about to come. */
const isNeglected = (table: TableHealth): boolean =>
  table.deadRows > LEAST_DEAD_ROWS &&
  shareOfDead(table) > MOST_DEAD_SHARE &&
  (table.vacuumedSeconds === null || table.vacuumedSeconds > LONGEST_WITHOUT_VACUUM_S)
