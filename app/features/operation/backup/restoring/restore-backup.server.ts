import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../../../../platform/config/config.server.ts'
import { openDatabase } from '../../../../platform/db/database.server.ts'
import { DatabaseRefusal } from '../../../../platform/db/database-refusal.ts'
import { newestMigration } from '../../../../platform/db/migrate.server.ts'
import { restoreMark } from '../../../../platform/db/restore-mark.server.ts'
import {
  loadInto,
  refuseUsedDatabase,
  type TransferProgress,
} from '../../../../platform/db/transfer/load.server.ts'
import { openSnapshot } from '../../../../platform/db/transfer/snapshot.server.ts'
import { checkStored } from '../../../../platform/files/check-stored.server.ts'
import type { FileStore } from '../../../../platform/files/file-store.ts'
import { openStore } from '../../../../platform/files/open-store.server.ts'
import { type Manifest, nameOfFile } from '../backup-format.ts'
import { backupRefusal } from '../backup-refusal.ts'
import {
  companionOf,
  placeCompanion,
  type ReadCompanion,
  readCompanion,
  syncFolder,
  writeDurably,
} from '../companions/companion.server.ts'
import { type OpenBackup, openBackup } from '../container/open-backup.server.ts'
import { withOwner } from '../making/backup-address.server.ts'
import { isShredOver } from '../making/backup-folder.server.ts'
import { listAgencies } from '../source/snapshot-facts.queries.server.ts'
import { type BackupContents, givenBy, openContents } from './backup-contents.server.ts'
import { type Ended, endWhatWasOpen } from './end-open.repo.server.ts'

export type RestoreProgress =
  | Readonly<{ step: 'checking'; done: number; of: number }>
  | Readonly<{ step: 'files'; done: number; of: number }>
  | TransferProgress

export type RestoreOrder = Readonly<{
  file: string
  /** Secret key of age; null where none was named. */
  identity: string | null
  /** Of the installation that is made. */
  config: Pick<Config, 'dataDir' | 'databaseUrl' | 'databases' | 'databasePool' | 'files'>
  now: () => Date
  /** False looks at the companions and puts nothing of them anywhere. */
  placesKeys: boolean
  onProgress?: (progress: RestoreProgress) => void
}>

export type Restored = Readonly<{
  takenAt: Date
  programVersion: string
  agencies: Manifest['agencies']
  tables: number
  rows: number
  files: number
  /** Files that were not there when the backup was made. */
  absent: readonly string[]
  /** Whether the keys lay beside the backup. */
  keys: 'restored' | 'none'
  shred: 'restored' | 'none'
  ended: Ended
  /** Migrations that were applied after the load. */
  migrated: readonly string[]
}>

const DRAFTS = 'restoring'
const OWN = ['postgres', 'files', 'protected', 'secret.key', 'uploads', 'watch', DRAFTS]

/**
 * Makes an installation out of a backup, in an empty directory and an empty database. Files come first and the rows last, in
 * one transaction: broken off before, it is begun anew by the same command; afterwards what is left is gone on with. Throws
 * BackupRefusal and DatabaseRefusal.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const backup = await openBackup(order.file)
  try {
    return await restoreFrom(backup, order)
  } finally {
    await backup.close()
  }
}

async function restoreFrom(backup: OpenBackup, order: RestoreOrder): Promise<Restored> {
  const { config, identity, onProgress = () => {} } = order
  const { dataDir } = config
  const contents = await openContents(backup, identity)
  const { manifest } = contents
  if ((manifest.migrations.at(-1)?.number ?? 0) > newestMigration())
    throw backupRefusal('backup.newer-format', backup.file, backup.header.programVersion)
  const companions = await readCompanions(order)
  await refuseUsed(dataDir, backup.header.id, config.databaseUrl !== null)
  await backup.check((done) => onProgress({ step: 'checking', done, of: backup.size }))
  await refuseUsedServer(config)
  const isBegun = await begin(dataDir, backup.header.id)
  await placeFiles(contents, order)
  if (order.placesKeys)
    for (const companion of Object.values(companions))
      if (companion) await placeCompanion(dataDir, companion.files)
  const { rows, migrated } = await loadRows(contents, order, isBegun)
  const database = await openDatabase(config, { isRestoring: true, log: () => {} })
  const ended = await endWhatWasOpen(
    database.db,
    manifest.agencies.map(({ id }) => id),
    order.now(),
  ).finally(() => database.close())
  await rm(path.join(dataDir, DRAFTS), { recursive: true, force: true })
  await rm(restoreMark(dataDir), { force: true })
  await syncFolder(dataDir)
  return {
    takenAt: new Date(backup.header.takenAt),
    programVersion: backup.header.programVersion,
    agencies: manifest.agencies,
    tables: manifest.tables.length,
    rows,
    files: contents.files.length,
    absent: backup.index.absent.map(({ name }) => name),
    keys: companions.keys?.files.size ? 'restored' : 'none',
    shred: companions.shred ? 'restored' : 'none',
    ended,
    migrated,
  }
}

type Companions = Readonly<{ keys: ReadCompanion | null; shred: ReadCompanion | null }>

async function readCompanions({ file, identity, now }: RestoreOrder): Promise<Companions> {
  const place = companionOf(file, 'shred')
  const [keys, shred] = [
    await readCompanion(companionOf(file, 'keys'), identity),
    await readCompanion(place, identity),
  ]
  // What was destroyed must not come back by the hand of the program.
  if (shred && isShredOver(shred.takenAt, now()))
    throw backupRefusal('restore.shred-too-old', place, shred.takenAt.toISOString().slice(0, 10))
  return { keys, shred }
}

async function refuseUsed(dataDir: string, id: string, isServer: boolean): Promise<void> {
  const mark = await readFile(restoreMark(dataDir), 'utf8').catch(() => null)
  if (mark?.trim() === id) return
  if (mark !== null) throw backupRefusal('restore.other-begun', dataDir, mark.trim())
  const names: readonly string[] = await readdir(dataDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const name of OWN.filter((one) => names.includes(one))) {
    const found = await stat(path.join(dataDir, name))
    const isEmpty = found.isDirectory() && (await readdir(path.join(dataDir, name))).length === 0
    if (!isEmpty && !(isServer && name === 'postgres'))
      throw backupRefusal('restore.not-empty', dataDir, name)
  }
}

/**
 * Before anything is marked as begun: a database that holds something then is no part of this restore, and must never be
 * taken for one that was broken off.
 */
async function refuseUsedServer(config: RestoreOrder['config']): Promise<void> {
  const isBegun = await stat(restoreMark(config.dataDir)).catch(() => null)
  if (config.databaseUrl !== null && !isBegun) await withOwner(config, refuseUsedDatabase)
}

/** Whether a restore of this very backup was begun before. The mark is there before anything else is. */
async function begin(dataDir: string, id: string): Promise<boolean> {
  const mark = restoreMark(dataDir)
  const isBegun = await stat(mark).then(
    () => true,
    () => false,
  )
  const made = await mkdir(dataDir, { recursive: true, mode: 0o700 })
  if (!isBegun) await writeDurably(mark, Buffer.from(`${id}\n`))
  if (made !== undefined) await syncFolder(path.dirname(made))
  await mkdir(path.join(dataDir, DRAFTS), { recursive: true, mode: 0o700 })
  return isBegun
}

async function placeFiles(contents: BackupContents, { config, onProgress = () => {} }: RestoreOrder) {
  const { dataDir, files } = config
  const store = openStore({ dataDir, s3: files.s3 })
  const draft = path.join(dataDir, DRAFTS, 'file')
  for (const [done, one] of contents.files.entries()) {
    onProgress({ step: 'files', done, of: contents.files.length })
    const size = await writeDraft(draft, contents.bytesOf(one))
    if (one.kind === 'stored')
      await putWhole(store, { ...one, path: draft, size, mediaType: 'application/octet-stream' })
    else await placeSealed(draft, path.join(dataDir, nameOfFile(one)))
    await rm(draft, { force: true })
  }
}

/** What lies there already under that name, as in a bucket of before, stays only when it is the very same. */
async function putWhole(store: FileStore, file: Parameters<FileStore['put']>[0]): Promise<void> {
  const state = await checkStored(store, file)
  if (state === 'whole') return
  if (state !== 'missing') await store.remove(file)
  await store.put(file)
}

async function writeDraft(draft: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  await rm(draft, { force: true })
  const handle = await open(draft, 'wx', 0o600)
  let size = 0
  try {
    for await (const piece of bytes) {
      await handle.writeFile(piece)
      size += piece.byteLength
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return size
}

/** As the channel leaves them: no time tells when something was said. */
async function placeSealed(draft: string, place: string): Promise<void> {
  const folder = path.dirname(place)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await utimes(draft, 0, 0)
  await rename(draft, place)
  await syncFolder(folder)
  await utimes(folder, 0, 0)
}

/** Where the rows are there already, an earlier restore of the same backup was broken off behind them. */
async function loadRows(
  contents: BackupContents,
  { config, onProgress }: RestoreOrder,
  isBegun: boolean,
): Promise<Readonly<{ rows: number; migrated: readonly string[] }>> {
  const rows = contents.manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return withOwner(config, async (address) => {
    try {
      const { migrated } = await loadInto(address, givenBy(contents), onProgress ? { onProgress } : {})
      return { rows, migrated }
    } catch (error) {
      const isThere = isBegun && error instanceof DatabaseRefusal && error.code === 'transfer.target-holds'
      // Or the settings name another database by now, in which people may be at work.
      if (!isThere || (await differences(config, contents.manifest.agencies)).length > 0) throw error
      return { rows, migrated: [] }
    }
  })
}

/** What is not in the database as the manifest says, in words; empty where all is. */
export async function differences(
  config: RestoreOrder['config'],
  agencies: Manifest['agencies'],
): Promise<readonly string[]> {
  const found = await withOwner(config, async (address) => {
    const snapshot = await openSnapshot(address)
    return listAgencies(snapshot).finally(() => snapshot.close())
  })
  const text = (one: Manifest['agencies'][number]) => JSON.stringify(one)
  const there = new Set(found.map(text))
  return [
    ...agencies.filter((one) => !there.has(text(one))).map(({ code }) => code),
    ...found.filter(({ id }) => !agencies.some((one) => one.id === id)).map(({ code }) => code),
  ]
}
