import { createHash, randomUUID } from 'node:crypto'
import { rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { withStartLock } from '../../../../platform/db/embedded/start-lock.server.ts'
import { openSnapshot, type Snapshot } from '../../../../platform/db/transfer/snapshot.server.ts'
import { openTally } from '../../../../platform/db/transfer/sums.server.ts'
import { programVersion } from '../../../../platform/program-version.server.ts'
import {
  type BackupHeader,
  type BackupIndex,
  FILE_LIST,
  FORMAT,
  FORMAT_VERSION,
  HEADER,
  headerSchema,
  INDEX,
  INDEX_SUM,
  type ListedFile,
  lineOfFile,
  MANIFEST,
  type Manifest,
  nameOfFile,
  readFileLine,
  storedName,
} from '../backup-format.ts'
import { backupRefusal } from '../backup-refusal.ts'
import {
  companionOf,
  readKeys,
  readShred,
  syncFolder,
  writeCompanion,
} from '../companions/companion.server.ts'
import { type ContainerWriter, openContainerWriter } from '../container/container-writer.server.ts'
import { openBackup } from '../container/open-backup.server.ts'
import { pack } from '../sealing/pack.server.ts'
import { installationOf, listAgencies, listFiles } from '../source/snapshot-facts.queries.server.ts'
import type { Address } from './backup-address.server.ts'
import { knownShared } from './backup-folder.server.ts'
import { copyIntoBackup, copyIntoFolder, type FileSource } from './copy-files.server.ts'

export type BackupProgress =
  | Readonly<{ step: 'tables'; name: string; done: number; of: number }>
  | Readonly<{ step: 'files'; done: number; of: number }>

export type BackupOrder = Readonly<{
  /** The backup; what is not finished yet is called `.partial`. */
  file: string
  /** Where files lie that several backups share; null: the backup holds all. */
  sharedFolder: string | null
  recipient: string | null
  now: () => Date
  onProgress?: (progress: BackupProgress) => void
}>

export type MadeBackup = Readonly<{
  file: string
  /** With the files that it shares. */
  bytes: number
  files: number
  rows: number | null
  takenAt: Date
  isEncrypted: boolean
  /** Whether it went on from one that was broken off. */
  isResumed: boolean
  /** SHA-256 of the list of its members: worth noting elsewhere. */
  indexSha256: string
  /** Files that the database names and that are not in the store as they were kept. */
  absent: readonly Readonly<{ name: string; why: 'missing' | 'altered' }>[]
}>

const LONGEST_RESUMED_MS = 24 * 3_600_000

/**
 * Backs up a whole installation while it is at work: first the database at one moment, then the files that it names at that
 * moment, which never change. Broken off at any time it leaves no backup, and goes on the next time. Throws BackupRefusal and
 * DatabaseRefusal.
 */
export async function makeBackup(
  source: FileSource & Readonly<{ address: Address }>,
  order: BackupOrder,
): Promise<MadeBackup> {
  const { file } = order
  return withStartLock(
    `${file}.lock`,
    async () => {
      await refuseOtherFile(file)
      const writer = await openContainerWriter(`${file}.partial`, order.now())
      try {
        return await makeWith(writer, source, order)
      } finally {
        await writer.close()
      }
    },
    () => backupRefusal('backup.is-running', file),
  )
}

async function refuseOtherFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => null)
  if (!found) return
  const isBackup = await openBackup(file).then(
    (backup) => backup.close().then(() => true),
    (error) => error.code === 'backup.cut' || error.code === 'backup.damaged',
  )
  if (!isBackup) throw backupRefusal('backup.is-not-a-backup', file)
}

async function makeWith(
  writer: ContainerWriter,
  source: FileSource & Readonly<{ address: Address }>,
  order: BackupOrder,
): Promise<MadeBackup> {
  const { file, sharedFolder, recipient, now } = order
  const begun = await beginOrResume(writer, source, order)
  const { header, files } = begun
  // As soon after the snapshot as can be: a case that goes further meanwhile would be told as not whole.
  const shred = await readShred(source.dataDir)
  const copying = {
    source,
    recipient,
    onFile: (done: number, of: number) => order.onProgress?.({ step: 'files', done, of }),
  }
  const { absent, shared } =
    sharedFolder === null
      ? await copyIntoBackup(writer, files, copying)
      : await copyIntoFolder(sharedFolder, files, { ...copying, known: await knownShared(file) })
  const still = absent.length === 0 ? new Set<string>() : await namedNow(source.address)
  const told = absent.map(({ name, why }) => ({ name, why: still.has(name) ? why : ('removed' as const) }))
  const index: BackupIndex = { members: [...writer.members()], shared: [...shared], absent: told }
  const text = JSON.stringify(index)
  const indexSha256 = createHash('sha256').update(text).digest('hex')
  await writer.add(INDEX, one(text))
  await writer.add(INDEX_SUM, one(`${indexSha256}  ${INDEX}\n`))
  await writer.end()
  const companion = { recipient, takenAt: now() }
  await writeCompanion(companionOf(file, 'keys'), await readKeys(source.dataDir), companion)
  await writeCompanion(companionOf(file, 'shred'), shred, companion)
  await rename(`${file}.partial`, file)
  await syncFolder(path.dirname(path.resolve(file)))
  const stored = [...index.members, ...index.shared]
  return {
    file,
    bytes: stored.reduce((sum, { size }) => sum + size, 0),
    files: files.length - absent.length,
    rows: begun.rows,
    takenAt: new Date(header.takenAt),
    isEncrypted: recipient !== null,
    isResumed: begun.isResumed,
    indexSha256,
    absent: told.flatMap(({ name, why }) => (why === 'removed' ? [] : [{ name, why }])),
  }
}

type Begun = Readonly<{
  header: BackupHeader
  files: readonly ListedFile[]
  rows: number | null
  isResumed: boolean
}>

async function beginOrResume(
  writer: ContainerWriter,
  { address }: Readonly<{ address: Address }>,
  order: BackupOrder,
): Promise<Begun> {
  const snapshot = await openSnapshot(address)
  try {
    const installation = await installationOf(snapshot)
    const found = await readBegun(writer)
    if (found && isToBeResumed(found.header, installation, order)) {
      await writer.cutFrom(INDEX)
      return { ...found, rows: null, isResumed: true }
    }
    const [first] = writer.members()
    if (first) await writer.cutFrom(first.name)
    return await writeDatabase(writer, snapshot, { ...order, installation })
  } finally {
    await snapshot.close()
  }
}

const isToBeResumed = (header: BackupHeader, installation: string, order: BackupOrder): boolean =>
  header.installation === installation &&
  header.recipient === order.recipient &&
  header.sharesFiles === (order.sharedFolder !== null) &&
  header.programVersion === programVersion &&
  order.now().getTime() - Date.parse(header.takenAt) < LONGEST_RESUMED_MS

/** The whole database part of a backup that was broken off; null where it has none. */
async function readBegun(
  writer: ContainerWriter,
): Promise<Readonly<{ header: BackupHeader; files: readonly ListedFile[] }> | null> {
  const [header, list] = [HEADER, FILE_LIST].map((name) =>
    writer.members().find((member) => member.name === name),
  )
  const isWhole = writer.members().some(({ name }) => name.startsWith(MANIFEST))
  if (!header || !list || !isWhole) return null
  const read = headerSchema.safeParse(JSON.parse((await writer.read(header)).toString('utf8')))
  const lines = (await writer.read(list)).toString('utf8').split('\n').slice(0, -1)
  const files = lines.flatMap((line) => readFileLine(line) ?? [])
  return read.success && files.length === lines.length ? { header: read.data, files } : null
}

async function writeDatabase(
  writer: ContainerWriter,
  snapshot: Snapshot,
  order: BackupOrder & Readonly<{ installation: string }>,
): Promise<Begun> {
  const { recipient, installation, sharedFolder, now, onProgress = () => {} } = order
  const header: BackupHeader = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    programVersion,
    id: randomUUID(),
    takenAt: now().toISOString(),
    recipient,
    installation,
    sharesFiles: sharedFolder !== null,
  }
  const isSealed = recipient !== null
  await writer.add(HEADER, one(`${JSON.stringify(header)}\n`))
  const tables: Manifest['tables'] = []
  for (const { name, columns } of snapshot.tables) {
    onProgress({ step: 'tables', name, done: tables.length, of: snapshot.tables.length })
    const tally = openTally()
    const rows = counted(await snapshot.rows(name), tally.add)
    await writer.add(storedName(`tables/${name}.copy`, isSealed), pack(rows, recipient))
    tables.push({ name, columns: [...columns], ...tally.sum() })
  }
  const files = await listFiles(snapshot)
  const list = files.map(lineOfFile).join('')
  const manifest: Manifest = {
    id: header.id,
    migrations: snapshot.migrations.map(({ number, name, checksum }) => ({ number, name, checksum })),
    serverVersion: snapshot.serverVersion,
    tables,
    sequences: [...snapshot.sequences],
    agencies: await listAgencies(snapshot),
    fileListSha256: createHash('sha256').update(list).digest('hex'),
  }
  await writer.add(FILE_LIST, one(list))
  await writer.add(storedName(MANIFEST, isSealed), pack(one(JSON.stringify(manifest)), recipient))
  await writer.flush()
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return { header, files, rows, isResumed: false }
}

/** Files that the database names by now: what is absent and not among them was removed meanwhile. */
async function namedNow(address: Address): Promise<ReadonlySet<string>> {
  const snapshot = await openSnapshot(address)
  try {
    return new Set((await listFiles(snapshot)).map(nameOfFile))
  } finally {
    await snapshot.close()
  }
}

async function* counted(rows: AsyncIterable<Uint8Array>, add: (piece: Uint8Array) => void) {
  for await (const piece of rows) {
    add(piece)
    yield piece
  }
}

async function* one(text: string): AsyncGenerator<Buffer> {
  if (text !== '') yield Buffer.from(text)
}
