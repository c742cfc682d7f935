/** `npm run db:types`: writes the types of the tables from a database that all migrations were applied to. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Kysely, sql } from 'kysely'
import { generate, PostgresDialect } from 'kysely-codegen'
import { openDatabase } from '../app/platform/db/database.server.ts'

export const SCHEMA_TYPES = path.resolve(import.meta.dirname, '../app/platform/db/schema.generated.ts')

/** The text of schema.generated.ts for a migrated database. Only who may enter a schema is told of its tables. */
export const schemaTypes = (db: Kysely<never>): Promise<string> =>
  db.connection().execute(async (connection) => {
    await sql`set role prongsai_protected`.execute(connection)
    try {
      return await generate({
        db: connection,
        dialect: new PostgresDialect({ dateParser: 'string' }),
        includePattern: '@(public|protected).*',
        typeOnlyImports: true,
      })
    } finally {
      await sql`reset role`.execute(connection)
    }
  })

async function writeSchemaTypes(): Promise<void> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'prongsai-types-'))
  const database = await openDatabase({ databaseUrl: null, databasePool: 2, dataDir: directory })
  try {
    writeFileSync(SCHEMA_TYPES, await schemaTypes(database.db as unknown as Kysely<never>))
  } finally {
    await database.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) await writeSchemaTypes()
