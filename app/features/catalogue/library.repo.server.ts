import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db/tenant.server.ts'
import { type LibraryContent, partOf } from './library-content.domain.ts'
import type { BroughtLibrary } from './read-library-file.server.ts'

/** One saved version of a library, without its content. */
export type LibraryVersion = Readonly<{ id: string; part: string; version: number; contentHash: string }>

/** The latest library of each part that an agency brought, in order of parts. */
export async function findLatestLibraries(tx: Tx, agencyId: string): Promise<readonly LibraryVersion[]> {
  const rows = await tx
    .selectFrom('catalogue_library')
    .distinctOn('part')
    .select(['id', 'part', 'version', 'content_hash'])
    .where('agency_id', '=', agencyId)
    .orderBy('part')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ content_hash: contentHash, ...row }) => ({ ...row, contentHash }))
}

/** What those versions hold, in any order. */
export async function findLibraryContents(
  tx: Tx,
  agencyId: string,
  ids: readonly string[],
): Promise<readonly LibraryContent[]> {
  const rows = await tx
    .selectFrom('catalogue_library')
    .select('content')
    .where('agency_id', '=', agencyId)
    .where('id', 'in', ids)
    .execute()
  // The column holds what `saveLibrary` wrote, and nobody else writes it.
  return rows.map(({ content }) => completed(content as unknown as LibraryContent))
}

/** Content that was saved before scales said which options do not count and where their scores come from. */
function completed(content: LibraryContent): LibraryContent {
  if (content.kind !== 'framework') return content
  const scales = content.framework.scales.map((scale) => ({
    ...scale,
    scoring: scale.scoring ?? null,
    options: scale.options.map((option) => ({ ...option, isExcluded: option.isExcluded ?? false })),
  }))
  return { ...content, framework: { ...content.framework, scales } }
}

export type NewLibrary = Readonly<{
  agencyId: string
  library: BroughtLibrary
  contentHash: string
  /** The version whose place it takes; null for the first of its part. */
  supersedes: LibraryVersion | null
  at: Date
  by: string
}>

/** Saves a library as the next version of its part. */
export async function saveLibrary(tx: Tx, input: NewLibrary): Promise<LibraryVersion> {
  const { agencyId, library, contentHash, supersedes } = input
  const saved = {
    id: randomUUID(),
    part: partOf(library.content),
    version: (supersedes?.version ?? 0) + 1,
    contentHash,
  }
  await tx
    .insertInto('catalogue_library')
    .values({
      agency_id: agencyId,
      id: saved.id,
      part: saved.part,
      version: saved.version,
      urn: library.urn,
      ref_id: library.refId,
      library_version: library.libraryVersion,
      provider: library.provider,
      file_name: library.fileName,
      yaml: library.yaml,
      sha256: library.sha256,
      content: JSON.stringify(library.content),
      content_hash: contentHash,
      imported_at: input.at,
      imported_by: input.by,
      supersedes: supersedes?.id ?? null,
    })
    .execute()
  return saved
}
