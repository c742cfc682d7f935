import type { TextOf } from '../../app/i18n/language.ts'
import { plural } from '../../app/kernel/plural.ts'
import type { moveTh } from './move.th.ts'

export const moveEn: TextOf<typeof moveTh> = {
  missingTo:
    'Say where to, as in prongsai move --to postgres://user@host/database or prongsai move --to own.',
  notAnAddress: '--to takes an address such as postgres://user@host/database, or the word own.',
  sameDatabase: 'That is the database in use. Name another one.',
  nothingThere: 'There is no database to move yet. Check DATA_DIR and DATABASE_URL.',
  isRunning: (copies) =>
    `The program is running on the database that is to be moved (copies: ${copies}). Stop every copy, wait 90 seconds where one was killed, and try again. Nothing was changed.`,
  writtenSince:
    'The database was written to while it was moved: the program was started, or a command was run. That is not at the new place, so do not use it yet. Stop every copy, make the new database anew, and try again. The source was not changed by this.',
  loading: (table, done, of) => `moving ${done}/${of} ${table}`,
  readingAgain: (table, done, of) => `comparing ${done}/${of} ${table}`,
  table: (name, rows, sha256) => `  ${name}  ${plural(rows, 'row')}  ${sha256}`,
  done: (tables, rows) =>
    `Moved ${plural(tables, 'table')}, ${plural(rows, 'row')}. They were read again at the new place: counts and hashes are equal for every table.`,
  setServer: 'Now set DATABASE_URL to the address given with --to, and start the program.',
  setOwn: 'Now take DATABASE_URL and the other DATABASE_..._URL out of the settings, and start the program.',
  sourceStays:
    'The database that was in use is still there and unchanged. Files and keys stay where they are, in DATA_DIR.',
}
