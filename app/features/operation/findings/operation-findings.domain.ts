import type { OperationFacts } from '../facts/operation-facts.domain.ts'

/** 'late': act today. 'returned': act soon. */
export type OperationSeverity = 'late' | 'returned'

/** Something that needs whoever runs the program. `values` are what its sentence names. */
export type OperationFinding = Readonly<{
  code: OperationCode
  severity: OperationSeverity
  values: Readonly<Record<string, string | number>>
}>

export const OPERATION_CODES = [
  'backup.never',
  'backup.incomplete',
  'backup.old',
  'backup.not-encrypted',
  'drill.never',
  'drill.old',
  'certificate.over',
  'certificate.soon',
  'certificate.untrusted',
  'certificate.unreachable',
  'site.plain',
  'disk.full',
  'disk.low',
  'quota.full',
  'quota.near',
  'mail.off',
  'mail.failed',
  'mail.stuck',
  'job.failed',
  'job.late',
  'copies.differ',
  'database.health',
] as const
export type OperationCode = (typeof OPERATION_CODES)[number]

const AN_HOUR_MS = 3_600_000
const A_DAY_MS = 24 * AN_HOUR_MS
/** A day and the time that a backup may take. */
const BACKUP_HOURS = 26
const DRILL_DAYS = 90
const CERTIFICATE_DAYS = 21
const MAIL_STUCK_MS = 2 * AN_HOUR_MS
const QUOTA_NEAR = 0.8
const DISK = { low: { share: 0.1, bytes: 5e9 }, full: { share: 0.03, bytes: 1e9 } }
/** So many times of a job may pass before it is late, and never less than this. */
const MISSED_TIMES = 3
const LEAST_LATE_MS = 15 * 60_000

/** What needs somebody, the most pressing first. */
export function operationFindings(facts: OperationFacts): readonly OperationFinding[] {
  const all = [
    ...backupFindings(facts),
    ...certificateFindings(facts),
    ...storageFindings(facts),
    ...jobFindings(facts),
    ...mailFindings(facts),
    ...copyFindings(facts),
    ...databaseFindings(facts),
  ]
  return all.toSorted((one, other) => RANK[one.severity] - RANK[other.severity])
}

const RANK = { late: 0, returned: 1 } as const satisfies Record<OperationSeverity, number>

const late = (code: OperationCode, values: OperationFinding['values'] = {}): OperationFinding => ({
  code,
  severity: 'late',
  values,
})
const soon = (code: OperationCode, values: OperationFinding['values'] = {}): OperationFinding => ({
  code,
  severity: 'returned',
  values,
})

const since = (facts: OperationFacts, at: Date): number => facts.now.getTime() - at.getTime()

function backupFindings(facts: OperationFacts): readonly OperationFinding[] {
  const { last, lastDrillAt } = facts.backup
  if (last === null) return [late('backup.never')]
  const hours = Math.floor(since(facts, last.at) / AN_HOUR_MS)
  const days = lastDrillAt && Math.floor(since(facts, lastDrillAt) / A_DAY_MS)
  return [
    ...(last.absent ? [late('backup.incomplete', { files: last.absent })] : []),
    ...(hours >= BACKUP_HOURS ? [late('backup.old', { hours, days: Math.floor(hours / 24) })] : []),
    ...(last.isEncrypted === false ? [soon('backup.not-encrypted')] : []),
    ...(days === null ? [soon('drill.never')] : []),
    ...(days !== null && days > DRILL_DAYS ? [soon('drill.old', { days })] : []),
  ]
}

function certificateFindings(facts: OperationFacts): readonly OperationFinding[] {
  const { certificate, settings } = facts
  if (!('code' in certificate))
    return certificate.state === 'unknown' || isThisMachine(settings.origin)
      ? []
      : [soon('site.plain', { origin: settings.origin })]
  const { code } = certificate
  if (!('notAfter' in certificate)) return [soon('certificate.unreachable', { code: code ?? '' })]
  const days = Math.floor(-since(facts, certificate.notAfter) / A_DAY_MS)
  if (days < 0) return [late('certificate.over', { days: -days })]
  return [
    ...(certificate.state === 'untrusted' ? [late('certificate.untrusted', { code: code ?? '' })] : []),
    ...(days < CERTIFICATE_DAYS ? [soon('certificate.soon', { days })] : []),
  ]
}

const isThisMachine = (origin: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(origin).hostname)

function storageFindings({ storage }: OperationFacts): readonly OperationFinding[] {
  const { disk, quota, used } = storage
  const under = (limit: { share: number; bytes: number }) =>
    disk !== null && disk.free < Math.min(limit.bytes, disk.size * limit.share)
  const percent = quota === null ? 0 : Math.floor((used / quota) * 100)
  return [
    ...(under(DISK.full) ? [late('disk.full', { free: disk?.free ?? 0 })] : []),
    ...(under(DISK.low) && !under(DISK.full) ? [soon('disk.low', { free: disk?.free ?? 0 })] : []),
    ...(percent >= 100 ? [late('quota.full', { percent })] : []),
    ...(percent >= QUOTA_NEAR * 100 && percent < 100 ? [soon('quota.near', { percent })] : []),
  ]
}

function jobFindings(facts: OperationFacts): readonly OperationFinding[] {
  return facts.jobs.flatMap(({ name, fault, succeededAt, everyMs, isRunning }) => {
    if (fault !== null) return [soon('job.failed', { job: name, code: fault })]
    const isSpokenOf = name === 'backup' || name === 'restore-drill'
    if (isRunning || succeededAt === null || isSpokenOf) return []
    const isLate = since(facts, succeededAt) > Math.max(everyMs * MISSED_TIMES, LEAST_LATE_MS)
    return isLate ? [soon('job.late', { job: name })] : []
  })
}

function mailFindings(facts: OperationFacts): readonly OperationFinding[] {
  const { isOn, failed, oldestAt } = facts.mail
  if (!isOn) return [soon('mail.off', { failed })]
  return [
    ...(failed > 0 ? [soon('mail.failed', { failed })] : []),
    ...(oldestAt && since(facts, oldestAt) > MAIL_STUCK_MS ? [soon('mail.stuck')] : []),
  ]
}

/** Said by the database's own rules, in both languages. */
const databaseFindings = ({ database }: OperationFacts): readonly OperationFinding[] =>
  database.findings.map(({ level, text }) => (level === 'fault' ? late : soon)('database.health', text))

function copyFindings({ copies }: OperationFacts): readonly OperationFinding[] {
  const versions = [...new Set(copies.map(({ version }) => version))].sort()
  return versions.length > 1 ? [soon('copies.differ', { versions: versions.join(', ') })] : []
}
