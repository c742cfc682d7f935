import type { TextOf } from '../../../i18n/language.ts'
import type { transferRefusalTh } from './transfer-refusal.th.ts'

export const transferRefusalEn: TextOf<typeof transferRefusalTh> = {
  'transfer.never-used': (database) =>
    `The database ${database} was never used by this program, so there is nothing to take out of it. Check DATABASE_URL and DATA_DIR.`,
  'transfer.may-not-read': (database, detail) =>
    `The login of the database ${database} may not read the rows of every agency. Use the login that owns the tables, or set DATABASE_BACKUP_URL to a login that is a member of prongsai_backup: ${detail}`,
  'transfer.is-busy': (database, detail) =>
    `The tables of the database ${database} are just being changed, or it is being read as a whole. Wait a moment and try again: ${detail}`,
  'transfer.target-holds': (database, tables) =>
    `The database ${database} already holds something (${tables}), and nothing is written over it. Name an empty database that the program has never opened.`,
  'transfer.target-ahead': (database, found, given) =>
    `The database ${database} is at step ${found}, and what is to be loaded is at step ${given}. Name an empty database: the program makes the tables of that step, and brings them to the newest one afterwards.`,
  'transfer.other-tables': (table) =>
    `What is to be loaded has other tables than the database (${table}). No part of it was loaded. Use another backup, or make it again.`,
  'transfer.load-failed': (table, detail) =>
    `The table ${table} could not be loaded, so no part was loaded: ${detail}`,
  'transfer.not-equal': (table, sent, found) =>
    `The table ${table} as it was loaded is not what was sent (sent ${sent}, found ${found}), so no part was loaded.`,
  'transfer.walls-changed': (detail) =>
    `After loading, the guards of the tables are not what they were, so no part was loaded: ${detail}`,
}
