import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Snapshot } from '../../../../platform/db/transfer/snapshot.server.ts'
import { openTally } from '../../../../platform/db/transfer/sums.server.ts'
import {
  FILE_LIST,
  type ListedFile,
  MANIFEST,
  type Manifest,
  manifestSchema,
  nameOfFile,
  readFileLine,
  sharedPath,
  storedName,
} from '../backup-format.ts'
import { backupRefusal } from '../backup-refusal.ts'
import { collect, jsonOf, type OpenBackup } from '../container/open-backup.server.ts'
import { refusalOf, unpack } from '../sealing/pack.server.ts'

type Pieces = AsyncIterable<Uint8Array>

/** What a backup holds, opened: with the secret key where it is encrypted. */
export type BackupContents = Readonly<{
  manifest: Manifest
  /** In the order of the list, without those that were absent when it was made. */
  files: readonly ListedFile[]
  rowsOf: (table: string) => Pieces
  bytesOf: (file: ListedFile) => Pieces
}>

/** The secret key in a file as `prongsai backup-key` and `age-keygen` write it. Throws BackupRefusal. */
export async function readIdentity(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' || error.code === 'EISDIR'
      ? backupRefusal('backup.bad-identity', file)
      : error
  })
  const identity = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/m.exec(text)?.[0]
  if (identity === undefined) throw backupRefusal('backup.bad-identity', file)
  return identity
}

/** Opens what is in a backup. Throws BackupRefusal: no key or another one, damaged. */
export async function openContents(backup: OpenBackup, identity: string | null): Promise<BackupContents> {
  const { file, header } = backup
  const isSealed = header.recipient !== null
  if (isSealed && identity === null) throw backupRefusal('backup.needs-identity', file)
  const key = isSealed ? identity : null
  const opened = (name: string, stored: Pieces | null): Pieces => {
    if (!stored) throw backupRefusal('backup.damaged', file, name, '0')
    return telling(unpack(stored, key), file, name)
  }
  const manifestName = storedName(MANIFEST, isSealed)
  const text = await collect(opened(manifestName, backup.read(manifestName))).catch((error: unknown) => {
    throw error instanceof RangeError ? backupRefusal('backup.damaged', file, MANIFEST, '0') : error
  })
  const read = manifestSchema.safeParse(jsonOf(text.toString('utf8')))
  if (!read.success) throw backupRefusal('backup.damaged', file, MANIFEST, '0')
  const manifest = read.data
  const list = backup.read(FILE_LIST)
  const listed = list ? await collect(list) : Buffer.alloc(0)
  const sha256 = createHash('sha256').update(listed).digest('hex')
  const lines = listed.toString('utf8').split('\n').slice(0, -1)
  const files = lines.flatMap((line) => readFileLine(line) ?? [])
  if (manifest.id !== header.id || sha256 !== manifest.fileListSha256 || files.length !== lines.length)
    throw backupRefusal('backup.damaged', file, FILE_LIST, '0')
  const absent = new Set(backup.index.absent.map(({ name }) => name))
  return {
    manifest,
    files: files.filter((one) => !absent.has(nameOfFile(one))),
    rowsOf: (table) => {
      const name = storedName(`tables/${table}.copy`, isSealed)
      return opened(name, backup.read(name))
    },
    bytesOf: (one) => {
      const stored = header.sharesFiles
        ? backup.readShared(sharedPath(one.sha256, header.recipient))
        : backup.read(storedName(nameOfFile(one), isSealed))
      return called(opened(nameOfFile(one), stored), one, file)
    },
  }
}

/** Opens everything and compares it with the manifest; nothing is kept. Throws BackupRefusal. */
export async function checkContents(
  backup: OpenBackup,
  contents: BackupContents,
  onFile: (done: number, of: number) => void = () => {},
): Promise<void> {
  for (const { name, rows, sha256 } of contents.manifest.tables) {
    const tally = openTally()
    for await (const piece of contents.rowsOf(name)) tally.add(piece)
    const found = tally.sum()
    if (found.rows !== rows || found.sha256 !== sha256)
      throw backupRefusal('backup.damaged', backup.file, `tables/${name}`, '0')
  }
  for (const [done, one] of contents.files.entries()) {
    onFile(done, contents.files.length)
    for await (const _ of contents.bytesOf(one));
  }
}

/** What the engine loads: the tables in their order, and what their sums were. */
export const givenBy = ({ manifest, rowsOf }: BackupContents) => ({
  migrations: manifest.migrations,
  sequences: manifest.sequences,
  tables: (async function* () {
    for (const { name, columns } of manifest.tables) yield { table: name, columns, rows: rowsOf(name) }
  })(),
  expected: () => new Map(manifest.tables.map(({ name, rows, sha256 }) => [name, { rows, sha256 }])),
})

export type Reads = Pick<Snapshot, 'tables' | 'ask'>

async function* telling(bytes: Pieces, file: string, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch (error) {
    throw refusalOf(error, file, name)
  }
}

async function* called(
  bytes: Pieces,
  { sha256, ...one }: ListedFile,
  file: string,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const piece of bytes) {
    hash.update(piece)
    yield piece
  }
  if (hash.digest('hex') !== sha256)
    throw backupRefusal('backup.damaged', file, nameOfFile({ ...one, sha256 } as ListedFile), '0')
}
