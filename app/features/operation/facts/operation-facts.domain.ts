import type { Bilingual } from '../../../i18n/language.ts'
import type { CertificateFacts } from '../certificate/certificate.domain.ts'

/** A copy of the program that runs now. */
export type CopyFacts = Readonly<{
  id: string
  version: string
  schemaNumber: number
  startedAt: Date
  /** Whether it is the one that answers. */
  isThis: boolean
}>

export type JobFacts = Readonly<{
  name: string
  everyMs: number
  isRunning: boolean
  succeededAt: Date | null
  /** When it is expected next; null while it runs, and where it never did. */
  nextAt: Date | null
  /** Code of the last fault, where the last run failed. */
  fault: string | null
}>

export type BackupFacts = Readonly<{
  at: Date
  fileName: string | null
  /** Bytes. */
  size: number | null
  isEncrypted: boolean | null
  /** Files that the database named and that were not there to be backed up. */
  absent: number | null
}>

/** Everything that the page of who administers shows. Of one agency are `mail` and `storage`; the rest is of the installation. */
export type OperationFacts = Readonly<{
  now: Date
  program: Readonly<{ version: string; node: string; schemaNumber: number }>
  database: Readonly<{
    /** `own`: the program's own PostgreSQL under DATA_DIR. */
    kind: 'own' | 'server'
    version: string
    /** Bytes. */
    size: number
    /** What the rules of the database say of it. */
    findings: readonly Readonly<{ level: 'warning' | 'fault'; text: Bilingual }>[]
  }>
  copies: readonly CopyFacts[]
  jobs: readonly JobFacts[]
  mail: Readonly<{ isOn: boolean; waiting: number; failed: number; oldestAt: Date | null }>
  storage: Readonly<{
    files: number
    /** Bytes; null: no limit. */
    used: number
    quota: number | null
    /** Of the disk that DATA_DIR lies on; null where the system does not say. */
    disk: Readonly<{ free: number; size: number }> | null
    isInS3: boolean
  }>
  backup: Readonly<{
    isScheduled: boolean
    hasRecipient: boolean
    last: BackupFacts | null
    lastDrillAt: Date | null
  }>
  certificate: CertificateFacts
  settings: Readonly<{ hasScanner: boolean; trustedProxies: number; origin: string; mostUploadMb: number }>
}>
