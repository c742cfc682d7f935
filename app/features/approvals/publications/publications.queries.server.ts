import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { resolutionsOfBodies } from '../in-meeting.queries.server.ts'
import type { MatterKind } from '../matter.domain.ts'
import type { NamedResolution, Publication } from './publication.domain.ts'
import type { PublicationFile } from './publication.repo.server.ts'

type Asked = Readonly<{
  kind?: MatterKind
  key?: string
  id?: string
  /** Content hash, or the hash of one of its files. */
  hash?: string
  /** Those that stand and of which no file was made yet. */
  isWithoutFiles?: true
}>

/** Publications, the newest version of each thing first, withdrawn ones too. */
export const findPublications = (ctx: Ctx, asked: Asked): Promise<readonly Publication[]> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => readPublications(tx, ctx.agency.id, asked))

/** The same inside a transaction of the caller. */
export async function readPublications(
  tx: Tx,
  agencyId: string,
  asked: Asked,
): Promise<readonly Publication[]> {
  let query = tx.selectFrom('publication').selectAll().where('agency_id', '=', agencyId)
  const { kind, key, id, hash, isWithoutFiles } = asked
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (key !== undefined) query = query.where('key', '=', key)
  if (id !== undefined) query = query.where('id', '=', id)
  if (isWithoutFiles)
    query = query
      .where('withdrawn_at', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('publication_file as file')
              .select('file.file_name')
              .whereRef('file.agency_id', '=', 'publication.agency_id')
              .whereRef('file.publication_id', '=', 'publication.id'),
          ),
        ),
      )
  if (hash !== undefined)
    query = query.where((eb) =>
      eb.or([
        eb('content_hash', '=', hash),
        eb(
          'id',
          'in',
          eb
            .selectFrom('publication_file')
            .select('publication_id')
            .where('agency_id', '=', agencyId)
            .where('sha256', '=', hash),
        ),
      ]),
    )
  const rows = await query.orderBy('kind').orderBy('key').orderBy('version', 'desc').execute()
  const steps = await readSteps(
    tx,
    agencyId,
    rows.map((row) => row.id),
  )
  const withdrawing = await readNamed(
    tx,
    agencyId,
    rows.flatMap((row) => row.withdrawn_by_resolution ?? []),
  )
  return rows.map((row) => {
    const resolution = withdrawing.get(row.withdrawn_by_resolution ?? '')
    return {
      id: row.id,
      kind: row.kind as MatterKind,
      key: row.key,
      version: row.version,
      contentHash: row.content_hash,
      matterId: row.matter_id,
      publishedAt: row.published_at,
      publishedBy: row.published_by_name,
      steps: steps.get(row.id) ?? [],
      withdrawal:
        row.withdrawn_at && resolution
          ? {
              at: row.withdrawn_at,
              by: row.withdrawn_by_name ?? '',
              reason: row.withdrawn_reason ?? '',
              resolution,
            }
          : null,
    }
  })
}

async function readSteps(
  tx: Tx,
  agencyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly NamedResolution[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('publication_step')
    .select(['publication_id', 'resolution_id'])
    .where('agency_id', '=', agencyId)
    .where('publication_id', 'in', ids)
    .orderBy('publication_id')
    .orderBy('position')
    .execute()
  const named = await readNamed(
    tx,
    agencyId,
    rows.map((row) => row.resolution_id),
  )
  const found = rows.flatMap((row) => {
    const resolution = named.get(row.resolution_id)
    return resolution ? [{ publicationId: row.publication_id, resolution }] : []
  })
  return new Map(
    [...Map.groupBy(found, ({ publicationId }) => publicationId)].map(([id, of]) => [
      id,
      of.map(({ resolution }) => resolution),
    ]),
  )
}

async function readNamed(
  tx: Tx,
  agencyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedResolution>> {
  if (ids.length === 0) return new Map()
  const rows = await resolutionsOfBodies(tx)
    .select([
      'resolution.id',
      'resolution.decision',
      'resolution.wording',
      'resolution.decided_on',
      'resolution.recorded_at',
      'resolution.withdrawn_at',
      'meeting.number',
      'meeting.form',
      'body.name',
    ])
    .where('resolution.agency_id', '=', agencyId)
    .where('resolution.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        bodyName: row.name,
        meetingNumber: row.number,
        form: row.form as NamedResolution['form'],
        decidedOn: row.decided_on,
        decision: row.decision,
        wording: row.wording,
        recordedAt: row.recorded_at,
        isWithdrawn: row.withdrawn_at !== null,
      },
    ]),
  )
}

/** What its cells rest on, as it was when it became public; null where nothing is known. */
export const findProof = (ctx: Ctx, publicationId: string): Promise<object | null> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const row = await tx
      .selectFrom('publication')
      .select('proof')
      .where('agency_id', '=', ctx.agency.id)
      .where('id', '=', publicationId)
      .executeTakeFirst()
    return (row?.proof as object | null | undefined) ?? null
  })

/** The files of a publication that were made; empty until the first time. */
export const findPublicationFiles = (ctx: Ctx, publicationId: string): Promise<readonly PublicationFile[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('publication_file')
      .select(['format', 'file_name', 'media_type', 'size', 'sha256'])
      .where('agency_id', '=', ctx.agency.id)
      .where('publication_id', '=', publicationId)
      .orderBy('file_name')
      .execute()
    return rows.map((row) => ({
      format: row.format,
      fileName: row.file_name,
      mediaType: row.media_type,
      size: Number(row.size),
      sha256: row.sha256,
    }))
  })
