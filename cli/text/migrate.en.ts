import type { TextOf } from '../../app/i18n/language.ts'
import { plural } from '../../app/kernel/plural.ts'
import type { migrateTh } from './migrate.th.ts'

export const migrateEn: TextOf<typeof migrateTh> = {
  applied: (names) => `Brought up to date by ${plural(names.length, 'step')}: ${names.join(', ')}`,
  upToDate: (number, version) =>
    `The database is up to date (step ${number}, of version ${version} of the program)`,
  ownNeedsNone:
    "The program's own PostgreSQL takes no --logins: the program makes its login itself. Leave out --logins, or set DATABASE_OWNER_URL.",
  keepThem: (changed) =>
    changed === 0
      ? 'Keep these lines in the settings of the program. The passwords are shown this once.'
      : 'The passwords that were there do not hold any more. Replace these lines in the settings of every copy of the program, and start it again. The passwords are shown this once.',
  ownerApart:
    'Keep the address of the owner of the database for migrate, restore and move alone, as DATABASE_OWNER_URL.',
  stillOpen: (database) =>
    `Other logins of the server may still connect to the database ${database}. Let the owner of the database run: revoke connect on database "${database}" from public;`,
}
