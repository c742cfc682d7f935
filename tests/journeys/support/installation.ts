import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { loginsOf, type ServerAddress, urlOf } from '../../support/database-server.ts'

/**
 * The database server that this run of the journeys is about (see `npm run journeys:server`), as its `url` gives it. Without
 * it every program has its own PostgreSQL. Nothing else reads it.
 */
const SERVER = process.env.JOURNEYS_DATABASE_URL

export type Installation = Readonly<{
  /** For the program and for every command beside it. */
  env: Readonly<{ DATA_DIR: string; DATABASE_URL: string }>
  /** Its database on the server; null where the program starts its own PostgreSQL. */
  database: ServerAddress | null
  /** When the program has ended. */
  remove: () => Promise<void>
}>

/** Where a program of a journey starts as on its first day: an empty folder, and on a server an empty database. */
export async function newInstallation(name: string): Promise<Installation> {
  const directory = mkdtempSync(path.join(os.tmpdir(), `prongsai-${name}-`))
  const database = SERVER ? await createDatabase(SERVER) : null
  return {
    env: { DATA_DIR: directory, DATABASE_URL: database ? urlOf(database) : '' },
    database,
    remove: async () => {
      rmSync(directory, { recursive: true, force: true })
      if (SERVER && database) await onServer(SERVER, `drop database ${database.database} with (force)`)
    },
  }
}

async function createDatabase(server: string): Promise<ServerAddress> {
  const { login } = loginsOf(server)
  const database = `journey_${process.pid}_${Math.random().toString(36).slice(2)}`
  await onServer(server, `create database ${database} owner ${login.user}`)
  return { ...login, database }
}

async function onServer(server: string, command: string): Promise<void> {
  const client = new pg.Client(loginsOf(server).superuser)
  await client.connect()
  try {
    await client.query(command)
  } finally {
    await client.end()
  }
}
