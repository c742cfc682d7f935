import type { Tx } from '../../platform/db/tenant.server.ts'
import { type FactRow, factFrom } from './answers.repo.server.ts'
import type { Fact, PublicFileRef } from './disclosure.domain.ts'
import type { FactContent } from './fact.domain.ts'

type AtFact = Readonly<{ agencyId: string; id: string }>

/** A fact as it now is, held until the transaction ends. */
export type HeldFact = Readonly<{
  fact: Fact
  unitId: string | null
  evidenceId: string | null
  isRemoved: boolean
}>

const facts = (tx: Tx, agencyId: string) =>
  tx
    .selectFrom('disclosure_fact as fact')
    .innerJoin('disclosure_fact_version as version', (join) =>
      join
        .onRef('version.agency_id', '=', 'fact.agency_id')
        .onRef('version.fact_id', '=', 'fact.id')
        .onRef('version.number', '=', 'fact.version'),
    )
    .selectAll('version')
    .select(['fact.unit_id', 'fact.removed_at', 'fact.made_at', 'fact.made_by_name'])
    .where('fact.agency_id', '=', agencyId)

/** Null where there is no such fact. */
export async function holdFact(tx: Tx, { agencyId, id }: AtFact): Promise<HeldFact | null> {
  // In a statement of its own: who waits for another here would not see the version that the other made.
  await tx
    .selectFrom('disclosure_fact')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  const row = await facts(tx, agencyId).where('fact.id', '=', id).executeTakeFirst()
  return row
    ? {
        fact: factFrom(row),
        unitId: row.unit_id,
        evidenceId: row.evidence_id,
        isRemoved: row.removed_at !== null,
      }
    : null
}

/** Facts that stand, as they now are, by their identifier; those not found have no entry. */
export async function readFacts(
  tx: Tx,
  { agencyId, ids }: Readonly<{ agencyId: string; ids: readonly string[] }>,
): Promise<ReadonlyMap<string, Fact>> {
  if (ids.length === 0) return new Map()
  const rows = await facts(tx, agencyId)
    .where('fact.id', 'in', ids)
    .where('fact.removed_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.fact_id, factFrom(row)]))
}

/** The file of a fact: whose it is, in which version. */
export type FactFile = PublicFileRef & Readonly<{ evidenceId: string; evidenceVersion: number }>

type Saving = Readonly<{
  agencyId: string
  id: string
  number: number
  content: FactContent
  file: FactFile | null
  byName: string
  at: Date
}>

/** Makes a fact with its first version. */
export async function insertFact(
  tx: Tx,
  given: Omit<Saving, 'number'> & Readonly<{ unitId: string | null }>,
): Promise<void> {
  await tx
    .insertInto('disclosure_fact')
    .values({
      agency_id: given.agencyId,
      id: given.id,
      unit_id: given.unitId,
      made_at: given.at,
      made_by_name: given.byName,
    })
    .execute()
  await insertVersion(tx, { ...given, number: 1 })
}

/** Makes a new version of a fact that is held. */
export async function renewFact(tx: Tx, given: Saving & Readonly<{ unitId: string | null }>): Promise<void> {
  await insertVersion(tx, given)
  await tx
    .updateTable('disclosure_fact')
    .set({ version: given.number, unit_id: given.unitId })
    .where('agency_id', '=', given.agencyId)
    .where('id', '=', given.id)
    .execute()
}

async function insertVersion(tx: Tx, { content, file, ...given }: Saving): Promise<void> {
  await tx
    .insertInto('disclosure_fact_version')
    .values({
      agency_id: given.agencyId,
      fact_id: given.id,
      number: given.number,
      kind: content.kind,
      title_th: content.title.th,
      title_en: content.title.en,
      words: content.words,
      evidence_id: file?.evidenceId ?? null,
      evidence_version: file?.evidenceVersion ?? null,
      sha256: file?.sha256 ?? null,
      file_name: file?.fileName ?? null,
      media_type: file?.mediaType ?? null,
      size: file?.size ?? null,
      address: content.address,
      content_date: content.date,
      changed_at: given.at,
      changed_by_name: given.byName,
    })
    .execute()
}

export async function setFactRemoved(
  tx: Tx,
  { agencyId, id, at }: AtFact & Readonly<{ at: Date }>,
): Promise<void> {
  await tx
    .updateTable('disclosure_fact')
    .set({ removed_at: at })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

/** Every version, the newest first. */
export async function readFactVersions(
  tx: Tx,
  { agencyId, id }: AtFact,
): Promise<readonly (Fact & Readonly<{ changedAt: Date; changedByName: string }>)[]> {
  const rows: readonly (FactRow & Readonly<{ changed_at: Date; changed_by_name: string }>)[] = await tx
    .selectFrom('disclosure_fact_version')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('fact_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    ...factFrom(row),
    changedAt: row.changed_at,
    changedByName: row.changed_by_name,
  }))
}

/** A fact with who made it; null where there is none. */
export async function readFactRow(tx: Tx, { agencyId, id }: AtFact) {
  const row = await facts(tx, agencyId).where('fact.id', '=', id).executeTakeFirst()
  return row
    ? {
        fact: factFrom(row),
        unitId: row.unit_id,
        evidenceId: row.evidence_id,
        madeAt: row.made_at,
        madeByName: row.made_by_name,
        removedAt: row.removed_at,
      }
    : null
}

/** Facts that stand whose title or words hold a text, the newest first; all of them for an empty text. */
export async function searchFactRows(
  tx: Tx,
  { agencyId, text, limit }: Readonly<{ agencyId: string; text: string; limit: number }>,
): Promise<readonly Readonly<{ fact: Fact; unitId: string | null }>[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/gu, '\\$&')}%`
  const rows = await facts(tx, agencyId)
    .where('fact.removed_at', 'is', null)
    .$if(text !== '', (query) =>
      query.where((eb) =>
        eb.or([
          eb('version.title_th', 'ilike', pattern),
          eb('version.title_en', 'ilike', pattern),
          eb('version.words', 'ilike', pattern),
        ]),
      ),
    )
    .orderBy('version.changed_at', 'desc')
    .orderBy('fact.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ fact: factFrom(row), unitId: row.unit_id }))
}
