import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { findMatter } from '../matter.repo.server.ts'
import {
  newestOf,
  type Publication,
  type PublicationStatus,
  statusOf,
} from '../publications/publication.domain.ts'
import { readPublications } from '../publications/publications.queries.server.ts'
import type { FoundPublication, VerifyAnswer } from './answer.domain.ts'

/** `hash` is the SHA-256 of a content or of a file, in small letters. Only what this agency published is known. */
export const verifyHash = (ctx: Ctx, hash: string): Promise<VerifyAnswer> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const found = await findByHash(tx, ctx.agency.id, hash)
    return found === null
      ? { status: 'unknown', hash }
      : { ...found, hash, match: found.contentHash === hash ? 'content' : 'file' }
  })

/**
 * The content hashes of this agency's publications that begin with the digits of a short code: one where the code names
 * a publication, none where it names nothing, two where only the whole hash tells which is meant.
 */
export const findByShortCode = (ctx: Ctx, digits: string): Promise<readonly string[]> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const rows = await tx
      .selectFrom('publication')
      .select('content_hash')
      .distinct()
      .where('agency_id', '=', ctx.agency.id)
      // A range, and no pattern: it is found by the index whatever the order of letters is.
      .where('content_hash', '>=', digits)
      .where('content_hash', '<=', digits.padEnd(64, 'f'))
      .limit(2)
      .execute()
    return rows.map((row) => row.content_hash)
  })

/** The same content may be public again after it was withdrawn: what speaks of it most favourably is true of it now. */
const PREFERENCE: readonly PublicationStatus[] = ['published', 'superseded', 'withdrawn']

async function findByHash(tx: Tx, agencyId: string, hash: string): Promise<FoundPublication | null> {
  const candidates = await readPublications(tx, agencyId, { hash })
  const judged: { one: Publication; status: PublicationStatus; versions: readonly Publication[] }[] = []
  for (const one of candidates) {
    const versions = await readPublications(tx, agencyId, { kind: one.kind, key: one.key })
    judged.push({ one, status: statusOf(one, versions), versions })
  }
  const [best] = judged.toSorted(
    (a, b) => PREFERENCE.indexOf(a.status) - PREFERENCE.indexOf(b.status) || b.one.version - a.one.version,
  )
  if (!best) return null
  const { one, status, versions } = best
  const newest = newestOf(versions)
  const matter = one.matterId === null ? null : await findMatter(tx, agencyId, one.matterId)
  return {
    status,
    kind: one.kind,
    key: one.key,
    title: matter?.title ?? null,
    version: one.version,
    contentHash: one.contentHash,
    publishedAt: one.publishedAt,
    file: one.contentHash === hash ? null : await findFile(tx, agencyId, { publicationId: one.id, hash }),
    resolutions: one.steps,
    current:
      newest && newest.id !== one.id ? { version: newest.version, publishedAt: newest.publishedAt } : null,
    withdrawal: one.withdrawal && {
      at: one.withdrawal.at,
      reason: one.withdrawal.reason,
      resolution: one.withdrawal.resolution,
    },
  }
}

async function findFile(
  tx: Tx,
  agencyId: string,
  { publicationId, hash }: Readonly<{ publicationId: string; hash: string }>,
): Promise<FoundPublication['file']> {
  const row = await tx
    .selectFrom('publication_file')
    .select(['format', 'file_name'])
    .where('agency_id', '=', agencyId)
    .where('publication_id', '=', publicationId)
    .where('sha256', '=', hash)
    .orderBy('file_name')
    .executeTakeFirst()
  return row ? { format: row.format, fileName: row.file_name } : null
}
