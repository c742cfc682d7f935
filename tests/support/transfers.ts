import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { joinOwnPostgres } from '../../app/platform/db/embedded/own-postgres.server.ts'
import { withAgency } from '../../app/platform/db/tenant.server.ts'
import { anAgency } from './agency-at-work.ts'
import { databaseKind, type TestDatabase } from './database.ts'
import { emptyDirectory, removeDirectory } from './database-processes.ts'
import { loginsOf, type ServerAddress, startDatabaseServer } from './database-server.ts'
import { aPublishedReport, exampleRoster } from './example-at-work.ts'
import { aCase, aHolder, openSealedRoom } from './sealed-room.ts'
import { seedSite } from './seeded-site.ts'
import { seedWork } from './seeded-work.ts'

/** Two agencies with rows of nearly every kind: a published report, work of a year, results, a site, a sealed case. */
export async function fillForTransfer(database: TestDatabase): Promise<void> {
  for (const isExample of [true, false]) {
    const ctx = await anAgency(database)
    if (isExample) {
      await exampleRoster(ctx)
      await aPublishedReport(ctx)
    }
    const { id: agencyId, code } = ctx.agency
    await withAgency(ctx.db, agencyId, async (tx) => {
      const unit = randomUUID()
      const name_th = 'หน่วย\tทดสอบ\nสองบรรทัด \\. จบ'
      await tx
        .insertInto('unit')
        .values({ agency_id: agencyId, id: unit, name_th, valid_from: '2024-10-01' })
        .execute()
      const given = { agencyId, code, unit, now: ctx.now() }
      await seedWork(tx, given)
      await seedSite(tx, given)
    })
    const room = openSealedRoom(ctx)
    await aCase(room.ctx, { holders: [await aHolder(room.ctx, 'recipient')] })
    room.close()
  }
}

/** The login that owns the tables of a test database: a superuser on the own PostgreSQL, an ordinary one on a server. */
export const ownerOf = ({ address }: TestDatabase): ServerAddress =>
  databaseKind === 'own' ? { ...address, user: 'postgres' } : address

export type OtherPostgres = Readonly<{
  /** An empty database, as the login that may make tables there. */
  owner: ServerAddress
  /** Sees all rows there. */
  above: ServerAddress
  stop: () => Promise<void>
}>

/** A PostgreSQL of the kind that this run is not about. */
export async function otherPostgres(): Promise<OtherPostgres> {
  if (databaseKind === 'own') {
    const server = await startDatabaseServer()
    const { login, aboveWalls, superuser } = loginsOf(server.url)
    await makeDatabase(superuser, login.user)
    const database = 'moved'
    return { owner: { ...login, database }, above: { ...aboveWalls, database }, stop: server.stop }
  }
  const directory = emptyDirectory()
  const own = await joinOwnPostgres(directory, { durable: false })
  const stop = async () => {
    await own.leave()
    await removeDirectory(directory)
  }
  return { owner: own.address, above: own.address, stop }
}

async function makeDatabase(superuser: ServerAddress, owner: string): Promise<void> {
  const client = new pg.Client(superuser)
  await client.connect()
  await client.query(`create database moved owner ${owner}`)
  await client.end()
}
