import path from 'node:path'
import type { Bilingual } from '../../i18n/language.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { type Mailbox, readMailbox } from '../mail/mail-address.ts'
import { readNetworks } from './networks.ts'
import {
  docOf,
  faultOf,
  type LogLevel,
  missingWith,
  SETTINGS,
  SETTINGS_TOGETHER,
  type SettingKind,
  type SettingName,
  schemaOf,
} from './settings.table.ts'

export type { LogLevel, SettingKind, SettingName }

/** Every setting, read and checked. Times are seconds, sizes megabytes, as the names say. */
export type Config = Readonly<{
  /** Null: the program runs its own PostgreSQL under `dataDir`. */
  databaseUrl: string | null
  /** Other ways to the database of `databaseUrl`, all secrets; null where that one serves. */
  databases: Readonly<{
    /** The server itself, where `databaseUrl` leads to a pooler. */
    directUrl: string | null
    /** The login that owns the tables. */
    ownerUrl: string | null
    /** A read replica. */
    replicaUrl: string | null
    /** A login that may only read. */
    backupUrl: string | null
  }>
  databasePool: number
  /** Absolute. */
  dataDir: string
  agencyCode: string
  host: string
  port: number
  /** Scheme, host and port of public addresses, without a slash at the end. */
  origin: string
  /** How many proxies of our own stand in front. */
  trustedProxies: number
  /** 32 bytes in base64; null: the program makes its own under `dataDir`. */
  secretKey: string | null
  logLevel: LogLevel
  /** Null: mail is off. `smtpUrl` is a secret. */
  mail: Readonly<{ smtpUrl: string; from: Mailbox }> | null
  pdf: Readonly<{ timeoutSeconds: number; memoryMb: number; workers: number }>
  files: Readonly<{
    /** Of one file. */
    mostMb: number
    /** Of all files of an agency together; null: no limit. */
    quotaMb: number | null
    /** Null: files lie under `dataDir`. `keyId` and `secret` are secrets. */
    s3: Readonly<{ endpoint: string; bucket: string; region: string; keyId: string; secret: string }> | null
    /** Path of a socket, or host:port; null: nothing is scanned. */
    clamav: string | null
  }>
  protectedChannel: Readonly<{
    /** A login of its own for the sealed schema; null: that of the rest. A secret. */
    databaseUrl: string | null
    /** 32 bytes in base64; null: the program makes its own under `dataDir`. */
    pepper: string | null
    /** Of all files of one report or addition together. */
    mostMb: number
    /** From where people of the agency come, as networks in CIDR form. */
    staffNetworks: readonly string[]
  }>
  backup: Readonly<{
    /** Absolute; null: the program makes none by itself. */
    directory: string | null
    /** Public key of age; null: not encrypted. */
    recipient: string | null
    /** 'HH:MM', in the time of Thailand. */
    time: string
    keepDays: number
  }>
  /** Null: no metrics. */
  metricsPort: number | null
  /** `endpoint` null: no traces. */
  tracing: Readonly<{ endpoint: string | null; serviceName: string }>
}>

export type ConfigFault = Readonly<{ setting: SettingName; message: Bilingual }>
export type Environment = Readonly<Record<string, string | undefined>>

/** Reads all settings. A setting that is empty counts as not set. Refuses with every fault at once. */
export function readConfig(env: Environment = process.env): Result<Config, readonly ConfigFault[]> {
  const faults: ConfigFault[] = []
  const values = new Map<SettingName, string | number | null>()
  for (const row of SETTINGS) {
    const written = writtenIn(env, row.name) ?? row.fallback
    if (written === null) {
      values.set(row.name, null)
      continue
    }
    const read = schemaOf(row.kind).safeParse(written)
    if (read.success) values.set(row.name, read.data)
    else faults.push({ setting: row.name, message: faultOf(row) })
  }
  const isSet = (name: SettingName) => writtenIn(env, name) !== null
  for (const [first, ...others] of SETTINGS_TOGETHER)
    for (const setting of others)
      if (isSet(first) && !isSet(setting)) faults.push({ setting, message: missingWith(setting, first) })
  return faults.length > 0 ? err(faults) : ok(configFrom(values))
}

/** One setting as `prongsai config` and the documentation show it. */
export type SettingDescription = Readonly<{
  name: SettingName
  kind: SettingKind
  /** As written in the environment; null where there is none. */
  fallback: string | null
  secret: boolean
  doc: Bilingual
  isSet: boolean
  /** The value in force as written; null when there is none, and for a secret that is set. */
  value: string | null
}>

/** All settings with their documentation and the value in force; secrets are withheld. */
export function describeConfig(env: Environment = process.env): readonly SettingDescription[] {
  return SETTINGS.map((row) => {
    const written = writtenIn(env, row.name)
    return {
      ...row,
      doc: docOf(row.name),
      isSet: written !== null,
      value: row.secret && written !== null ? null : (written ?? row.fallback),
    }
  })
}

function writtenIn(env: Environment, name: SettingName): string | null {
  const text = env[name]?.trim()
  return text ? text : null
}

function configFrom(values: ReadonlyMap<SettingName, string | number | null>): Config {
  const text = (name: SettingName) => values.get(name) as string
  const number = (name: SettingName) => values.get(name) as number
  const optional = (name: SettingName) => values.get(name) as string | null
  const folder = optional('BACKUP_DIR')
  return {
    databaseUrl: optional('DATABASE_URL'),
    databases: {
      directUrl: optional('DATABASE_DIRECT_URL'),
      ownerUrl: optional('DATABASE_OWNER_URL'),
      replicaUrl: optional('DATABASE_REPLICA_URL'),
      backupUrl: optional('DATABASE_BACKUP_URL'),
    },
    databasePool: number('DB_POOL'),
    dataDir: path.resolve(text('DATA_DIR')),
    agencyCode: text('AGENCY_CODE'),
    host: text('HOST'),
    port: number('PORT'),
    origin: optional('ORIGIN') ?? `http://localhost:${number('PORT')}`,
    trustedProxies: number('TRUST_PROXY'),
    secretKey: optional('SECRET_KEY'),
    logLevel: text('LOG_LEVEL') as LogLevel,
    mail: mailFrom(optional('SMTP_URL'), optional('MAIL_FROM')),
    pdf: {
      timeoutSeconds: number('PDF_TIMEOUT_SECONDS'),
      memoryMb: number('PDF_MEMORY_MB'),
      workers: number('PDF_WORKERS'),
    },
    files: {
      mostMb: number('UPLOAD_MAX_MB'),
      quotaMb: values.get('FILES_QUOTA_MB') as number | null,
      s3:
        optional('FILES_S3_ENDPOINT') === null
          ? null
          : {
              endpoint: text('FILES_S3_ENDPOINT'),
              bucket: text('FILES_S3_BUCKET'),
              region: text('FILES_S3_REGION'),
              keyId: text('FILES_S3_KEY_ID'),
              secret: text('FILES_S3_SECRET'),
            },
      clamav: optional('CLAMAV'),
    },
    protectedChannel: {
      databaseUrl: optional('PROTECTED_DATABASE_URL'),
      pepper: optional('PROTECTED_PEPPER'),
      mostMb: number('PROTECTED_UPLOAD_MAX_MB'),
      staffNetworks: readNetworks(optional('PROTECTED_STAFF_NETWORKS') ?? '') ?? [],
    },
    backup: {
      directory: folder === null ? null : path.resolve(folder),
      recipient: optional('BACKUP_RECIPIENT'),
      time: text('BACKUP_TIME'),
      keepDays: number('BACKUP_KEEP_DAYS'),
    },
    metricsPort: values.get('METRICS_PORT') as number | null,
    tracing: { endpoint: optional('OTEL_EXPORTER_OTLP_ENDPOINT'), serviceName: text('OTEL_SERVICE_NAME') },
  }
}

/** A sender without a server stays unused. */
function mailFrom(smtpUrl: string | null, sender: string | null): Config['mail'] {
  const from = sender === null ? null : readMailbox(sender)
  return smtpUrl === null || from === null ? null : { smtpUrl, from }
}
