import { randomUUID } from 'node:crypto'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { ProgramCtx } from '../../../platform/ctx.server.ts'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import type { ChainKind } from '../matter.domain.ts'
import type { Standing } from '../standing/standing.domain.ts'
import { readChain, readStanding } from '../standing/standing.queries.server.ts'

export type NewPublication = Readonly<{
  agencyId: string
  kind: ChainKind
  key: string
  contentHash: string
  /** What each of its cells rests on; null where nothing is known. */
  proof: object | null
}>
/** Not every step of the chain was passed by exactly this content; `standing` says which. */
export type NotApproved = Readonly<{ code: 'publication.not-approved'; standing: Standing }>
export type MadePublic = Readonly<{ publicationId: string; version: number; isNew: boolean }>

/**
 * Makes a content public, in the transaction of the caller, who holds the agency (`holdAgency`) and writes the audit entry.
 * The only way: the database refuses it, too, without the whole chain. The same content again changes nothing.
 */
export async function makePublic(
  tx: Tx,
  ctx: ProgramCtx,
  given: NewPublication,
): Promise<Result<MadePublic, NotApproved>> {
  const { agencyId, kind, key, contentHash } = given
  const versions = await tx
    .selectFrom('publication')
    .select(['id', 'version', 'content_hash', 'withdrawn_at'])
    .where('agency_id', '=', agencyId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .orderBy('version', 'desc')
    .execute()
  const same = versions.find((one) => one.content_hash === contentHash && one.withdrawn_at === null)
  if (same) return ok({ publicationId: same.id, version: same.version, isNew: false })
  const standing = await readStanding(tx, agencyId, { kind, key, contentHash })
  const resolutions = standing.steps.flatMap(({ position, passedBy }) =>
    passedBy ? [{ position, passedBy }] : [],
  )
  const matterId = resolutions[0]?.passedBy.matterId
  if (!standing.isComplete || !standing.chain || matterId === undefined)
    return err({ code: 'publication.not-approved', standing })
  const id = randomUUID()
  const version = (versions[0]?.version ?? 0) + 1
  await tx
    .insertInto('publication')
    .values({
      agency_id: agencyId,
      id,
      kind,
      key,
      version,
      content_hash: contentHash,
      matter_id: matterId,
      chain_id: standing.chain.id,
      proof: given.proof && JSON.stringify(given.proof),
      published_at: ctx.now(),
      published_by_name: ctx.actor.name,
    })
    .execute()
  await tx
    .insertInto('publication_step')
    .values(
      resolutions.map(({ position, passedBy }) => ({
        agency_id: agencyId,
        publication_id: id,
        position,
        resolution_id: passedBy.id,
      })),
    )
    .execute()
  return ok({ publicationId: id, version, isNew: true })
}

/**
 * The same where the agency may have no chain for the kind: then who may publish does, and null is given. The database holds
 * to it, too, for the rooms whose tables name the publication.
 */
export async function makePublicWhereChained(
  tx: Tx,
  ctx: ProgramCtx,
  given: NewPublication,
): Promise<Result<string | null, NotApproved>> {
  if (!(await readChain(tx, given.agencyId, given.kind))) return ok(null)
  const made = await makePublic(tx, ctx, given)
  return made.ok ? ok(made.value.publicationId) : made
}

export type PublicationFile = Readonly<{
  format: string
  fileName: string
  mediaType: string
  /** Bytes. */
  size: number
  sha256: string
}>

/**
 * Notes the files of a publication, whose bytes lie in the store already, in the transaction of a caller who holds the agency
 * (`holdAgency`). Where files of it are noted nothing changes: what was once handed out is never another file.
 */
export async function insertPublicationFiles(
  tx: Tx,
  given: Readonly<{
    agencyId: string
    publicationId: string
    files: readonly PublicationFile[]
    at: Date
    /** Version of the program that made them. */
    madeWith: string
  }>,
): Promise<void> {
  const noted = await tx
    .selectFrom('publication_file')
    .select('file_name')
    .where('agency_id', '=', given.agencyId)
    .where('publication_id', '=', given.publicationId)
    .limit(1)
    .executeTakeFirst()
  if (noted || given.files.length === 0) return
  await tx
    .insertInto('publication_file')
    .values(
      given.files.map((file) => ({
        agency_id: given.agencyId,
        publication_id: given.publicationId,
        format: file.format,
        file_name: file.fileName,
        media_type: file.mediaType,
        size: file.size,
        sha256: file.sha256,
        made_at: given.at,
        made_with: given.madeWith,
      })),
    )
    .execute()
}

/** Ends a publication, once: the database refuses it without a resolution about its withdrawal. */
export async function setPublicationWithdrawn(
  tx: Tx,
  given: Readonly<{
    agencyId: string
    id: string
    at: Date
    byName: string
    reason: string
    resolutionId: string
  }>,
): Promise<void> {
  await tx
    .updateTable('publication')
    .set({
      withdrawn_at: given.at,
      withdrawn_by_name: given.byName,
      withdrawn_reason: given.reason,
      withdrawn_by_resolution: given.resolutionId,
    })
    .where('agency_id', '=', given.agencyId)
    .where('id', '=', given.id)
    .execute()
}
