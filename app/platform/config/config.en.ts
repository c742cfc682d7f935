import type { TextOf } from '../../i18n/language.ts'
import type { configTh } from './config.th.ts'

export const configEn: TextOf<typeof configTh> = {
  doc: {
    DATABASE_URL:
      'Address of a PostgreSQL server, 15 or newer, such as postgres://user:password@host:5432/name. Without it the program starts its own PostgreSQL under DATA_DIR.',
    DATABASE_DIRECT_URL:
      'Address of the database server itself, with the login of DATABASE_URL, where that leads to PgBouncer, which passes no announcements on. Without it DATABASE_URL is used.',
    DATABASE_OWNER_URL:
      'Address of the same database with the login that owns the tables, for prongsai migrate, restore and move alone. Without it DATABASE_URL is used.',
    DATABASE_REPLICA_URL:
      'Address of a read replica of the database, for public pages. Without it, or while it lags behind, DATABASE_URL is used.',
    DATABASE_BACKUP_URL:
      'Address of the same database with a login that may only read, for backups. Without it DATABASE_OWNER_URL or DATABASE_URL is used.',
    DB_POOL: 'Most database connections that one process opens.',
    DATA_DIR: "Directory of the program's data, the database included when DATABASE_URL is not set.",
    AGENCY_CODE: 'Code of the agency that this program serves: small Latin letters, digits and hyphens.',
    HOST: 'Network address on which the web site listens.',
    PORT: 'Port on which the web site listens; 0 means any free one.',
    ORIGIN:
      'Public address of the web site, such as https://ita.example.go.th. Without it, http://localhost with the port.',
    TRUST_PROXY:
      'How many proxies of your own stand in front of the site; the address of a visitor is taken from X-Forwarded-For by it. 0 means none.',
    SECRET_KEY:
      'Key of 32 bytes in base64 that seals secrets in the database (made by openssl rand -base64 32). Without it the program makes one in DATA_DIR/secret.key. Several copies of the program must be given the same.',
    LOG_LEVEL: 'How much is logged.',
    SMTP_URL:
      'Address of the mail server, such as smtp://user:password@host:587 or smtps://user:password@host. Without it the program sends no mail and keeps the text for the administrators to read.',
    MAIL_FROM: 'Sender of mail, such as Prongsai <ita@agency.go.th>; must be set when SMTP_URL is.',
    PDF_TIMEOUT_SECONDS: 'Longest time that making one PDF may take, in seconds.',
    PDF_MEMORY_MB: 'Most memory of a process that makes PDFs, in megabytes.',
    PDF_WORKERS: 'Number of processes that make PDFs side by side.',
    UPLOAD_MAX_MB: 'Most that one file of evidence may have, in megabytes.',
    FILES_QUOTA_MB:
      'Most that all files of one agency may have together, in megabytes; prongsai quota sets it for one agency. Without it there is no limit.',
    FILES_S3_ENDPOINT:
      'Address of a file store that speaks S3, such as https://s3.example.go.th. Without it files of evidence lie in DATA_DIR/files.',
    FILES_S3_BUCKET: 'Bucket that holds the files; must be set when FILES_S3_ENDPOINT is.',
    FILES_S3_REGION: 'Region of the S3 store.',
    FILES_S3_KEY_ID: 'Access key of the S3 store; must be set when FILES_S3_ENDPOINT is.',
    FILES_S3_SECRET: 'Secret key of the S3 store; must be set when FILES_S3_ENDPOINT is.',
    CLAMAV:
      'Where ClamAV (clamd) looks for malware: the path of its socket, such as /run/clamav/clamd.ctl, or host:3310. Without it files of evidence are shown as not scanned.',
    PROTECTED_DATABASE_URL:
      'Address of the same database with a login of its own, for the protected channel alone. Without it the login of DATABASE_URL is used.',
    PROTECTED_PEPPER:
      'Key of 32 bytes in base64 of the protected channel (made by openssl rand -base64 32). Never keep it in the database or beside its backups. Without it the program makes one in DATA_DIR/protected/pepper.key. Several copies of the program must be given the same.',
    PROTECTED_UPLOAD_MAX_MB:
      'Most that all files sent with one report to the protected channel may have together, in megabytes.',
    PROTECTED_STAFF_NETWORKS:
      'Networks of the agency, with commas between, such as 10.0.0.0/8, 2001:db8::/32. Who opens the protected channel from there sees a warning; nothing of it is recorded.',
    BACKUP_DIR:
      'Directory of the backups that the program makes every day; put it on another disk than DATA_DIR. Without it the program makes none.',
    BACKUP_RECIPIENT:
      'Public key (age1…) to which backups are encrypted, made by prongsai backup-key; only who holds the secret key can restore them. Without it backups are not encrypted.',
    BACKUP_TIME: 'When the daily backup begins, in the time of Thailand.',
    BACKUP_KEEP_DAYS:
      'How many days backups are kept. Keys by which cases of the protected channel are destroyed are kept in backups for 7 days at most, whatever this says.',
    METRICS_PORT:
      'Port of this machine (127.0.0.1) that answers Prometheus metrics at /metrics. Without it there are none.',
    OTEL_EXPORTER_OTLP_ENDPOINT:
      'Address of an OpenTelemetry receiver (OTLP over HTTP), such as http://localhost:4318. Without it no traces are sent.',
    OTEL_SERVICE_NAME: 'Name of the program in its traces.',
  },
  fault: {
    url: (name) => `${name} must be an address that begins with postgres:// or postgresql://`,
    origin: (name) => `${name} must be a web address such as https://ita.example.go.th, without a path`,
    integer: (name, least, most) => `${name} must be a whole number from ${least} to ${most}`,
    choice: (name, choices) => `${name} must be one of: ${choices}`,
    code: (name) => `${name} must be 2 to 40 small Latin letters, digits or hyphens`,
    smtpUrl: (name) =>
      `${name} must be an address that begins with smtp:// or smtps://, without a path or parameters`,
    mailbox: (name) =>
      `${name} must be a mail address such as ita@agency.go.th or Prongsai <ita@agency.go.th>`,
    missingWith: (name, other) => `${name} must be set too when ${other} is set`,
    socket: (name) =>
      `${name} must be the path of a socket, which begins with /, or host:port such as localhost:3310`,
    key: (name) => `${name} must be a key of 32 bytes in base64, as made by openssl rand -base64 32.`,
    networks: (name) => `${name} must be networks with commas between, such as 10.0.0.0/8, 2001:db8::/32`,
    timeOfDay: (name) => `${name} must be a time of 24 hours such as 01:30`,
    recipient: (name) => `${name} must be a public key that begins with age1, as made by prongsai backup-key`,
    text: (name) => `${name} must not be empty`,
  },
}
