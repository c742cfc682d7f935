import type { TextOf } from '../../i18n/language.ts'
import type { databaseHealthTh } from './database-health.th.ts'

export const databaseHealthEn: TextOf<typeof databaseHealthTh> = {
  'health.checksums': (count) =>
    `Damaged pages were found on the disk, ${count} times. Check the disk, and restore a backup to another one.`,
  'health.no-checksums': () =>
    'This database keeps no checksums of its pages, so damage of the disk may go unseen. Turn them on with pg_checksums --enable while the server is stopped.',
  'health.vacuum-off': () =>
    'autovacuum is off: tables grow and become slow. Turn it on in the configuration of PostgreSQL.',
  'health.frozen-age': (age) =>
    `The oldest row is ${age} transactions old. Run VACUUM FREEZE before PostgreSQL takes no more writing (at two thousand million).`,
  'health.connections': (used, most) =>
    `${used} of ${most} connections are in use. Lower DB_POOL, or raise max_connections.`,
  'health.long-transaction': (minutes) =>
    `A transaction has been open for ${minutes} minutes and keeps vacuum from its work. Look for it in pg_stat_activity.`,
  'health.dead-rows': (table, percent) =>
    `${percent} per cent of the rows of the table ${table} are dead, and it was not vacuumed for more than a day. See that autovacuum works.`,
  'health.wal': (gigabytes) =>
    `The write-ahead log takes ${gigabytes} GB. Look for replication slots that nobody reads, and for archiving that fails.`,
  'health.standby-behind': (minutes) =>
    `A standby is ${minutes} minutes behind. Check the network and that server.`,
}
