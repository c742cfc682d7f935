import type { Kysely, Transaction } from 'kysely'
import type { DB } from './schema.generated.ts'

/** The tables, their types generated from a migrated database (`npm run db:types`). */
export type Schema = DB
export type Db = Kysely<Schema>
export type Tx = Transaction<Schema>
