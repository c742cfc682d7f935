import { z } from 'zod'
import type { Bilingual } from '../../i18n/language.ts'
import { readMailbox } from '../mail/mail-address.ts'
import { configEn } from './config.en.ts'
import { configTh } from './config.th.ts'
import { readNetworks } from './networks.ts'

/** How a setting is written in the environment: documentation and the check come from the same row. */
export type SettingKind =
  | Readonly<{ type: 'database-url' }>
  | Readonly<{ type: 'origin' }>
  | Readonly<{ type: 'integer'; least: number; most: number }>
  | Readonly<{ type: 'choice'; choices: readonly string[] }>
  | Readonly<{ type: 'code' }>
  | Readonly<{ type: 'key' }>
  | Readonly<{ type: 'smtp-url' }>
  | Readonly<{ type: 'mailbox' }>
  | Readonly<{ type: 'socket' }>
  | Readonly<{ type: 'networks' }>
  | Readonly<{ type: 'time-of-day' }>
  | Readonly<{ type: 'recipient' }>
  | Readonly<{ type: 'text' }>

export type SettingName = keyof typeof configTh.doc

export type SettingRow = Readonly<{
  name: SettingName
  kind: SettingKind
  /** As it would be written in the environment; null where the setting may stay away. */
  fallback: string | null
  /** A secret is never shown, neither by `config` nor in a log. */
  secret: boolean
}>

const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const integer = (least: number, most: number) => ({ type: 'integer', least, most }) as const
const open = (name: SettingName, kind: SettingKind, fallback: string | null): SettingRow => ({
  name,
  kind,
  fallback,
  secret: false,
})

/** Every setting of the program, in the order in which `prongsai config` lists them. */
export const SETTINGS: readonly SettingRow[] = [
  { name: 'DATABASE_URL', kind: { type: 'database-url' }, fallback: null, secret: true },
  { name: 'DATABASE_DIRECT_URL', kind: { type: 'database-url' }, fallback: null, secret: true },
  { name: 'DATABASE_OWNER_URL', kind: { type: 'database-url' }, fallback: null, secret: true },
  { name: 'DATABASE_REPLICA_URL', kind: { type: 'database-url' }, fallback: null, secret: true },
  { name: 'DATABASE_BACKUP_URL', kind: { type: 'database-url' }, fallback: null, secret: true },
  open('DB_POOL', integer(1, 1000), '10'),
  open('DATA_DIR', { type: 'text' }, './data'),
  open('AGENCY_CODE', { type: 'code' }, 'agency'),
  open('HOST', { type: 'text' }, '127.0.0.1'),
  open('PORT', integer(0, 65_535), '3000'),
  open('ORIGIN', { type: 'origin' }, null),
  open('TRUST_PROXY', integer(0, 9), '0'),
  { name: 'SECRET_KEY', kind: { type: 'key' }, fallback: null, secret: true },
  open('LOG_LEVEL', { type: 'choice', choices: LOG_LEVELS }, 'info'),
  { name: 'SMTP_URL', kind: { type: 'smtp-url' }, fallback: null, secret: true },
  open('MAIL_FROM', { type: 'mailbox' }, null),
  open('PDF_TIMEOUT_SECONDS', integer(1, 3600), '120'),
  open('PDF_MEMORY_MB', integer(128, 65_536), '1024'),
  open('PDF_WORKERS', integer(1, 64), '1'),
  // S3 takes no more than 5 GB at once.
  open('UPLOAD_MAX_MB', integer(1, 5000), '2048'),
  open('FILES_QUOTA_MB', integer(1, 100_000_000), null),
  open('FILES_S3_ENDPOINT', { type: 'origin' }, null),
  open('FILES_S3_BUCKET', { type: 'text' }, null),
  open('FILES_S3_REGION', { type: 'text' }, 'us-east-1'),
  { name: 'FILES_S3_KEY_ID', kind: { type: 'text' }, fallback: null, secret: true },
  { name: 'FILES_S3_SECRET', kind: { type: 'text' }, fallback: null, secret: true },
  open('CLAMAV', { type: 'socket' }, null),
  { name: 'PROTECTED_DATABASE_URL', kind: { type: 'database-url' }, fallback: null, secret: true },
  { name: 'PROTECTED_PEPPER', kind: { type: 'key' }, fallback: null, secret: true },
  open('PROTECTED_UPLOAD_MAX_MB', integer(1, 2000), '200'),
  open('PROTECTED_STAFF_NETWORKS', { type: 'networks' }, null),
  open('BACKUP_DIR', { type: 'text' }, null),
  open('BACKUP_RECIPIENT', { type: 'recipient' }, null),
  open('BACKUP_TIME', { type: 'time-of-day' }, '01:30'),
  open('BACKUP_KEEP_DAYS', integer(1, 3650), '35'),
  open('METRICS_PORT', integer(1, 65_535), null),
  open('OTEL_EXPORTER_OTLP_ENDPOINT', { type: 'origin' }, null),
  open('OTEL_SERVICE_NAME', { type: 'text' }, 'prongsai'),
]

/** Settings that mean nothing without others: where the first is set, the others must be. */
export const SETTINGS_TOGETHER: readonly (readonly [SettingName, ...SettingName[]])[] = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['DATABASE_DIRECT_URL', 'DATABASE_URL'],
  ['DATABASE_OWNER_URL', 'DATABASE_URL'],
  ['DATABASE_REPLICA_URL', 'DATABASE_URL'],
  ['DATABASE_BACKUP_URL', 'DATABASE_URL'],
  ['FILES_S3_ENDPOINT', 'FILES_S3_BUCKET', 'FILES_S3_KEY_ID', 'FILES_S3_SECRET'],
]

const KEY_BYTES = 32

const isOrigin = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text

/** A mail server and nothing else: what a path or a query would ask for is not done. */
function isSmtpUrl(text: string): boolean {
  if (!/^smtps?:\/\//.test(text) || !URL.canParse(text)) return false
  const { hostname, pathname, search, hash, username, password } = new URL(text)
  const isDecodable = [username, password].every((part) => !/%(?![0-9a-f]{2})/i.test(part))
  return hostname !== '' && /^\/?$/.test(pathname) && search === '' && hash === '' && isDecodable
}

/** The check of one kind: takes the text of the environment, gives the value the program works with. */
export function schemaOf(kind: SettingKind): z.ZodType<string | number> {
  switch (kind.type) {
    case 'database-url':
      return z.string().refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text))
    case 'origin':
      return z.string().refine(isOrigin)
    case 'integer':
      return z
        .string()
        .regex(/^\d+$/)
        .transform(Number)
        .refine((number) => number >= kind.least && number <= kind.most)
    case 'choice':
      return z.enum(kind.choices)
    case 'code':
      return z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/)
    case 'smtp-url':
      return z.string().refine(isSmtpUrl)
    case 'mailbox':
      return z.string().refine((text) => readMailbox(text) !== null)
    case 'key':
      return z.string().refine((text) => Buffer.from(text, 'base64').length === KEY_BYTES)
    case 'socket':
      return z.string().refine((text) => /^(\/\S+|[^\s/:]+:\d{1,5}|\[[0-9a-f:]+\]:\d{1,5})$/i.test(text))
    case 'networks':
      return z.string().refine((text) => readNetworks(text) !== null)
    case 'time-of-day':
      return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    // An X25519 recipient of age (age-encryption.org/v1), in Bech32.
    case 'recipient':
      return z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/)
    case 'text':
      return z.string().refine((text) => text.trim() !== '')
  }
}

/** What is said when a setting is given without one that it needs, such as a mail server without a sender. */
export const missingWith = (name: SettingName, other: SettingName): Bilingual => ({
  th: configTh.fault.missingWith(name, other),
  en: configEn.fault.missingWith(name, other),
})

/** What a setting that cannot be read is told, in both languages. Never quotes the value: it may be a secret. */
export function faultOf({ name, kind }: SettingRow): Bilingual {
  const say = (words: typeof configEn.fault): string => {
    switch (kind.type) {
      case 'database-url':
        return words.url(name)
      case 'origin':
        return words.origin(name)
      case 'integer':
        return words.integer(name, String(kind.least), String(kind.most))
      case 'choice':
        return words.choice(name, kind.choices.join(', '))
      case 'code':
        return words.code(name)
      case 'smtp-url':
        return words.smtpUrl(name)
      case 'mailbox':
        return words.mailbox(name)
      case 'key':
        return words.key(name)
      case 'socket':
        return words.socket(name)
      case 'networks':
        return words.networks(name)
      case 'time-of-day':
        return words.timeOfDay(name)
      case 'recipient':
        return words.recipient(name)
      case 'text':
        return words.text(name)
    }
  }
  return { th: say(configTh.fault), en: say(configEn.fault) }
}

export const docOf = (name: SettingName): Bilingual => ({ th: configTh.doc[name], en: configEn.doc[name] })
