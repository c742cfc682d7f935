import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { ColumnMapping } from '../reading/mapping.domain.ts'
import type { PeerRow } from './peer.domain.ts'

export type NewPeers = Readonly<{
  agencyId: string
  rows: readonly PeerRow[]
  fileName: string
  sha256: string
  sourceNote: string | null
  mapping: ColumnMapping
  at: Date
  by: string
}>

/** Keeps rows of one file, all in one statement. What they correct is superseded, never written over. */
export async function savePeers(tx: Tx, input: NewPeers): Promise<void> {
  const { agencyId, at } = input
  const importId = randomUUID()
  await tx
    .insertInto('peer_import')
    .values({
      ...{ agency_id: agencyId, id: importId, file_name: input.fileName, sha256: input.sha256 },
      ...{ source_note: input.sourceNote, mapping: JSON.stringify(input.mapping) },
      ...{ imported_at: at, imported_by: input.by },
    })
    .execute()
  const rows = JSON.stringify(
    input.rows.map(({ row, year, nameKey, agency, totals, level, indicators }) => ({
      ...{ row_number: row, year, name_key: nameKey, ...agency, level, indicators },
      ...{ total: totals.total, iit: totals.IIT, eit: totals.EIT, oit: totals.OIT },
    })),
  )
  await sql`
    update peer_result set superseded_at = ${at}
    from jsonb_to_recordset(${rows}::jsonb) as sent (year smallint, name_key text)
    where peer_result.agency_id = ${agencyId} and peer_result.superseded_at is null
      and peer_result.year = sent.year and peer_result.name_key = sent.name_key`.execute(tx)
  await sql`
    insert into peer_result (agency_id, import_id, row_number, year, name_key, name, code, kind, ministry, province,
      total, iit, eit, oit, level, indicators)
    select ${agencyId}::uuid, ${importId}::uuid, row_number, year, name_key, name, code, kind, ministry, province,
      total, iit, eit, oit, level, indicators
    from jsonb_to_recordset(${rows}::jsonb) as sent (row_number integer, year smallint, name_key text, name text,
      code text, kind text, ministry text, province text, total text, iit text, eit text, oit text, level text,
      indicators text[])`.execute(tx)
}
