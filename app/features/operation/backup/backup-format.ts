import { z } from 'zod'

/** What a backup is called inside, and what stands in it. Members are in this order. */
export const FORMAT = 'prongsai-backup'
export const FORMAT_VERSION = 1
export const HEADER = 'prongsai-backup.json'
export const FILE_LIST = 'files.list'
export const MANIFEST = 'manifest.json'
export const INDEX = 'index.json'
export const INDEX_SUM = 'index.sha256'
export const ENDING = '.prongsai'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The first member, which is never encrypted. */
export const headerSchema = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.number().int(),
  programVersion: z.string(),
  id: z.uuid(),
  /** The moment of the snapshot. */
  takenAt: z.iso.datetime(),
  /** Public key of age; null: not encrypted. */
  recipient: z.string().nullable(),
  /** The same for two backups of one database. */
  installation: sha256,
  /** Whether files lie beside it, in `files/`, for several backups together. */
  sharesFiles: z.boolean(),
})
export type BackupHeader = z.infer<typeof headerSchema>

/** Encrypted where the backup is: everything that a restore is compared with. */
export const manifestSchema = z.object({
  id: z.uuid(),
  migrations: z.array(z.object({ number: z.number(), name: z.string(), checksum: z.string() })),
  serverVersion: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number(), sha256 })),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
  agencies: z.array(
    z.object({
      id: z.uuid(),
      code: z.string(),
      auditRows: z.number(),
      auditHead: z.string().nullable(),
      publications: z.array(
        z.object({ of: z.string(), key: z.string(), version: z.number(), hash: z.string() }),
      ),
    }),
  ),
  /** SHA-256 of `files.list`. */
  fileListSha256: sha256,
})
export type Manifest = z.infer<typeof manifestSchema>

/** As `sharedPath` names a file: it leads nowhere else than to where shared files lie. */
const SHARED_PATH = /^(?:plain|age1[0-9a-z]{8})\/([0-9a-f]{2})\/\1[0-9a-f]{62}\.zst(?:\.age)?$/

/** Of stored bytes. `shared`: files beside the backup, by their path under `files/`. */
export const indexSchema = z.object({
  members: z.array(z.object({ name: z.string(), offset: z.number(), size: z.number(), sha256 })),
  shared: z.array(z.object({ path: z.string().regex(SHARED_PATH), size: z.number(), sha256 })),
  /** Files of the list that were not there: gone since the snapshot, or lost before it. */
  absent: z.array(z.object({ name: z.string(), why: z.enum(['removed', 'missing', 'altered']) })),
})
export type BackupIndex = z.infer<typeof indexSchema>

/** A file that the database names. Those of agencies lie in the store of files, sealed ones in the folder of the channel. */
export type ListedFile =
  | Readonly<{ kind: 'stored'; agencyId: string; sha256: string }>
  | Readonly<{ kind: 'sealed'; path: string; sha256: string }>

export const nameOfFile = (file: ListedFile): string =>
  file.kind === 'stored' ? `files/${file.agencyId}/${file.sha256}` : `protected/files/${file.path}`

/** One line for each file, as `sha256sum --check` reads it. */
export const lineOfFile = (file: ListedFile): string => `${file.sha256}  ${nameOfFile(file)}\n`

const LINE =
  /^(?<sha256>[0-9a-f]{64}) {2}(?:files\/(?<agencyId>[0-9a-f-]{36})\/(?<hash>[0-9a-f]{64})|protected\/files\/(?<path>[0-9a-f]{2}\/[0-9a-f]{32}))$/

/** Null where a line is no line of such a list: no name leads anywhere else than where files lie. */
export function readFileLine(line: string): ListedFile | null {
  const { sha256, agencyId, hash, path } = LINE.exec(line)?.groups ?? {}
  if (sha256 === undefined) return null
  if (path !== undefined) return { kind: 'sealed', path, sha256 }
  return agencyId !== undefined && hash === sha256 ? { kind: 'stored', agencyId, sha256 } : null
}

/** How the names of members end: what is encrypted with age is compressed before. */
export const storedName = (name: string, isEncrypted: boolean): string =>
  `${name}.zst${isEncrypted ? '.age' : ''}`

/** Where a file lies that several backups share: of another key it is another file. */
export const sharedPath = (sha256: string, recipient: string | null): string =>
  storedName(`${recipient?.slice(0, 12) ?? 'plain'}/${sha256.slice(0, 2)}/${sha256}`, recipient !== null)
