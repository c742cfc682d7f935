import { createHash } from 'node:crypto'
import type { Snapshot } from '../../../../platform/db/transfer/snapshot.server.ts'
import type { ListedFile, Manifest } from '../backup-format.ts'

type StoredRow = Readonly<{ agencyId: string; sha256: string }>

/** Where the database names a file of the store. A backup may be made of the tables of an earlier program. */
const NAMES_FILES = [
  { table: 'public.stored_file', hash: 'sha256', where: 'true' },
  { table: 'public.publication_file', hash: 'sha256', where: 'true' },
  { table: 'public.public_file', hash: 'sha256', where: 'true' },
  { table: 'public.watch_capture', hash: 'sha256', where: 'true' },
  { table: 'public.watch_capture', hash: 'record_sha256', where: 'true' },
  // Without its key a file of the desk is removed already.
  { table: 'public.desk_file', hash: 'sha256', where: 'content_key is not null' },
] as const

/** Every file that the database names at the moment of the snapshot, each once, in the order of their names. */
export async function listFiles(snapshot: Pick<Snapshot, 'tables' | 'ask'>): Promise<readonly ListedFile[]> {
  const there = new Set(snapshot.tables.map(({ name }) => name))
  const parts = NAMES_FILES.filter(({ table }) => there.has(table)).map(
    ({ table, hash, where }) => `select agency_id, ${hash} as sha256 from ${table} where ${where}`,
  )
  const stored =
    parts.length === 0
      ? []
      : await snapshot.ask<StoredRow>(
          `select distinct agency_id::text as "agencyId", sha256 from (${parts.join(' union ')}) as file order by 1, 2`,
        )
  const sealed = there.has('protected.sealed_file')
    ? await snapshot.ask<{ path: string; sha256: string }>(
        `select path, encode(sealed_hash, 'hex') as sha256 from protected.sealed_file order by path`,
      )
    : []
  return [
    ...stored.map((row) => ({ kind: 'stored', ...row }) as const),
    ...sealed.map((row) => ({ kind: 'sealed', ...row }) as const),
  ]
}

const PUBLICATIONS = [
  { of: 'publication', table: 'public.publication', key: `kind || ':' || key` },
  { of: 'item', table: 'public.disclosure_publication', key: `framework_year || ':' || code` },
  { of: 'page', table: 'public.site_publication', key: 'page_id::text' },
] as const

/** Every agency with the end of its audit log and everything that it published, at the moment of the snapshot. */
export async function listAgencies(
  snapshot: Pick<Snapshot, 'tables' | 'ask'>,
): Promise<Manifest['agencies']> {
  const there = new Set(snapshot.tables.map(({ name }) => name))
  const heads = await snapshot.ask<{ id: string; code: string; auditRows: string; auditHead: string | null }>(
    `select agency.id::text as id, code, coalesce(head.seq, 0)::text as "auditRows", head.hash as "auditHead"
     from agency left join audit_head as head on head.agency_id = agency.id order by code collate "C"`,
  )
  const parts = PUBLICATIONS.filter(({ table }) => there.has(table)).map(
    ({ of, table, key }) =>
      `select agency_id::text as "agencyId", '${of}' as of, ${key} as key, version, content_hash as hash from ${table}`,
  )
  const published =
    parts.length === 0
      ? []
      : await snapshot.ask<{ agencyId: string; of: string; key: string; version: number; hash: string }>(
          `${parts.join(' union all ')} order by 1, 2, 3, 4`,
        )
  return heads.map(({ id, code, auditRows, auditHead }) => ({
    id,
    code,
    auditRows: Number(auditRows),
    auditHead,
    publications: published
      .filter(({ agencyId }) => agencyId === id)
      .map(({ agencyId: _, ...publication }) => publication),
  }))
}

/** The same for every snapshot of one database: when its first migration was applied. */
export async function installationOf(snapshot: Pick<Snapshot, 'ask'>): Promise<string> {
  const [row] = await snapshot.ask<{ times: string }>(
    `select string_agg(extract(epoch from applied_at)::text, ',') as times from public.schema_migration where number = 1`,
  )
  return createHash('sha256')
    .update(row?.times ?? '')
    .digest('hex')
}
