import { type PermissionRefusal, refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { inProgramTransaction, type ProgramCtx } from '../../../platform/ctx.server.ts'
import { announce } from '../../../platform/db/listen.server.ts'
import { enterAgency, type Tx } from '../../../platform/db/tenant.server.ts'
import { contentHash } from '../../../platform/hash/content-hash.ts'
import {
  ensureAgency,
  findAgencyByCode,
  holdAgency,
  recordPermissionRefused,
} from '../../people/index.server.ts'
import { isAgencyCode } from '../../people/index.ts'
import { catalogueIn } from '../agency-catalogue.server.ts'
import type { CatalogueError } from '../catalogue.errors.ts'
import { CATALOGUE_POLICY } from '../catalogue.policy.ts'
import { loadCatalogue } from '../catalogue.store.server.ts'
import { findLatestLibraries, type LibraryVersion, saveLibrary } from '../library.repo.server.ts'
import { partOf } from '../library-content.domain.ts'
import {
  countLibrary,
  differencesFrom,
  isSame,
  type LibraryCounts,
  type LibraryDifferences,
} from '../library-differences.domain.ts'
import { type BroughtLibrary, type LibraryFile, readLibraryFile } from '../read-library-file.server.ts'

export type ImportCatalogueLibrary = Readonly<{
  agencyCode: string
  file: LibraryFile
  /** Only says what would change; nothing is written. */
  dryRun: boolean
}>
export type ImportedLibrary = Readonly<{
  status: 'saved' | 'unchanged' | 'not-saved'
  /** "2568", "2566-2567". */
  part: string
  /** The agency's version of that part that now stands; null when the program's own does. */
  version: number | null
  contentHash: string
  counts: LibraryCounts
  differences: LibraryDifferences
}>

/**
 * Brings a corrected list of an agency: the framework of a year, or the crosswalk of two. It takes the place of what the
 * agency's catalogue has for that part, from now on and for this agency alone; the earlier version is kept. What already
 * stands changes nothing. The agency is founded when it is not there yet. Roles of a person are those in their own agency:
 * for a person, `agencyCode` is that one.
 */
export async function importCatalogueLibrary(
  ctx: ProgramCtx,
  input: ImportCatalogueLibrary,
): Promise<Result<ImportedLibrary, CatalogueError | PermissionRefusal>> {
  const refusal = refusalOf(CATALOGUE_POLICY, 'catalogue-library.import', ctx.actor)
  if (refusal) {
    await recordPermissionRefused(ctx, input.agencyCode, refusal)
    return err(refusal)
  }
  return inProgramTransaction<ImportedLibrary, CatalogueError>(ctx, async (tx) => {
    const agencyId = await enteredAgency(tx, input)
    if (!agencyId.ok) return agencyId
    const standing = agencyId.value === null ? loadCatalogue() : await catalogueIn(tx, agencyId.value)
    const read = readLibraryFile(input.file, standing)
    if (!read.ok) return read

    const library = read.value
    const part = partOf(library.content)
    const latest = agencyId.value === null ? [] : await findLatestLibraries(tx, agencyId.value)
    const current = latest.find((candidate) => candidate.part === part) ?? null
    const differences = differencesFrom(standing, library.content)
    const summary = {
      part,
      version: current?.version ?? null,
      contentHash: contentHash(library.content),
      counts: countLibrary(library.content),
      differences,
    }
    if (isSame(differences)) return ok({ ...summary, status: 'unchanged' })
    if (input.dryRun || agencyId.value === null) return ok({ ...summary, status: 'not-saved' })

    const { version } = await saveVersion({
      tx,
      ctx,
      agencyId: agencyId.value,
      library,
      current,
      hash: summary.contentHash,
    })
    return ok({ ...summary, status: 'saved', version })
  })
}

/** The agency, held until the transaction ends; a dry run founds none, so it answers null where there is none. */
async function enteredAgency(
  tx: Tx,
  { agencyCode, file, dryRun }: ImportCatalogueLibrary,
): Promise<Result<string | null, CatalogueError>> {
  if (!isAgencyCode(agencyCode))
    return err({
      code: 'catalogue.bad-agency-code',
      fileName: file.fileName,
      line: null,
      path: '',
      detail: agencyCode,
      more: 0,
    })
  if (dryRun) {
    const agency = await findAgencyByCode(tx, agencyCode)
    if (agency) await enterAgency(tx, agency.id)
    return ok(agency?.id ?? null)
  }
  const agency = await ensureAgency(tx, { code: agencyCode })
  await holdAgency(tx, agency.id)
  return ok(agency.id)
}

type Saving = Readonly<{
  tx: Tx
  ctx: ProgramCtx
  agencyId: string
  library: BroughtLibrary
  current: LibraryVersion | null
  hash: string
}>

async function saveVersion({ tx, ctx, agencyId, library, current, hash }: Saving): Promise<LibraryVersion> {
  const saved = await saveLibrary(tx, {
    agencyId,
    library,
    contentHash: hash,
    supersedes: current,
    at: ctx.now(),
    by: ctx.actor.name,
  })
  await writeAudit(tx, {
    agencyId,
    actor: ctx.actor,
    action: current ? 'catalogue-library.replaced' : 'catalogue-library.imported',
    object: { kind: 'catalogue-library', id: saved.id },
    detail: {
      part: saved.part,
      version: saved.version,
      contentHash: hash,
      fileSha256: library.sha256,
      replaces: current?.id ?? null,
    },
  })
  await announce(tx, 'published')
  return saved
}
