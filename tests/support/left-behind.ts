import pg from 'pg'
import { joinOwnPostgres } from '../../app/platform/db/embedded/own-postgres.server.ts'
import { databaseKind } from './database.ts'
import { loginsOf } from './database-server.ts'
import { type Found, type Needle, searchBytes, searchFolder, searchTables } from './marker-search.ts'

type Left = Readonly<{
  env: Readonly<Record<string, string>>
  /** Where the program may have written for a while. */
  folder: string
  said: string
  /** As they arrived. */
  mail: readonly string[]
}>

/** Searches all that a program left anywhere: its folders, its database on the disk and as a dump, what it said, its mail. */
export async function searchLeft(
  { env, folder, said, mail }: Left,
  needles: readonly Needle[],
): Promise<readonly Found[]> {
  const own = databaseKind === 'own' ? await joinOwnPostgres(env.DATA_DIR ?? '', { durable: false }) : null
  const address = own
    ? { ...own.address, database: 'prongsai' }
    : {
        ...loginsOf(process.env.TEST_DATABASE_URL ?? '').superuser,
        database: new URL(env.DATABASE_URL ?? '').pathname.slice(1),
      }
  const owner = new pg.Client(address)
  await owner.connect()
  try {
    await owner.query('checkpoint')
    const { rows } = await owner.query('show data_directory')
    const folders = [...new Set([env.DATA_DIR ?? '', folder, ...(own ? [] : [rows[0].data_directory])])]
    const found: Found[] = []
    for (const one of folders) found.push(...(await searchFolder(one, needles)))
    found.push(...(await searchTables(owner, needles)))
    found.push(...searchBytes('what the program said', Buffer.from(said), needles))
    for (const raw of mail) found.push(...searchBytes('a mail', Buffer.from(raw), needles))
    return found
  } finally {
    await owner.end()
    await own?.leave()
  }
}
