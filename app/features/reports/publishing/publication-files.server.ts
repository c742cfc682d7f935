import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { UNFINISHED } from '../../../platform/files/disk-store.server.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { log } from '../../../platform/log/log.server.ts'
import {
  findPublicationFiles,
  findPublications,
  insertPublicationFiles,
  type PublicationFile,
} from '../../approvals/index.server.ts'
import type { Publication } from '../../approvals/index.ts'
import { holdAgency } from '../../people/index.server.ts'
import type { DocumentError, RenderDocument } from '../document-maker.server.ts'
import { findPublishedReport } from '../published-report.queries.server.ts'
import { REPORT_FORMATS, type ReportFormat } from '../report.domain.ts'
import { nameOfVersion } from './file-name.domain.ts'

/** What makes documents, and where they are kept for ever. */
export type DocumentMaking = Readonly<{
  store: FileStore
  /** Where a file lies until it is kept; what a dead program left there goes with what is unfinished in the store. */
  folder: string
  /** Version of the program, noted with what it makes. */
  madeWith: string
  render: RenderDocument
  /** Under which scheme and host the site of an agency is met. */
  originOf: (agencyId: string) => string
  /** Called when files are there that were not there before. */
  onMade?: () => void
}>

/** Why there are no files: they could not be made, or the store does not take them. */
export type FilesError = DocumentError | Readonly<{ code: 'files.not-kept'; detail: string }>
/** One file that a report page offers: what it is, how large, and the hash by which a copy can be checked. */
export type ReportFile = PublicationFile & Readonly<{ format: ReportFormat }>
type Files = Result<readonly ReportFile[], FilesError>

/** Documents are in Thai, whatever the language of the page that offers them. */
const LANG = 'th'

const making = new Map<string, Promise<Files>>()

/**
 * The files of a publication. They are made once, when they are first asked for, and are those bytes ever after, whatever the
 * program or the catalogue becomes: of two processes that make them at once, the first to note them decides for both.
 * Everybody who asks while they are being made waits for the same work. Never rejects, and says in the log what failed.
 */
export function publicationFiles(ctx: Ctx, publication: Publication, by: DocumentMaking): Promise<Files> {
  const { id } = publication
  const running = making.get(id)
  if (running) return running
  const work = readOrMake(ctx, publication, by)
    .catch((error: Error): Files => err({ code: 'files.not-kept', detail: error.message }))
    .then((files) => {
      if (!files.ok) log.error({ publication: id, ...files.error }, 'documents-not-made')
      return files
    })
    .finally(() => making.delete(id))
  making.set(id, work)
  return work
}

/** The files that a page can offer now. Where there are none yet, nobody waits: null, and they are made behind it. */
export async function offeredFiles(
  ctx: Ctx,
  publication: Publication,
  by: DocumentMaking,
): Promise<readonly ReportFile[] | null> {
  const noted = await notedFiles(ctx, publication.id)
  if (noted.length > 0) return noted
  void publicationFiles(ctx, publication, by)
  return null
}

/** Makes the files of every publication that has none yet, one after the other, before anybody asks for them. */
export async function makeMissingFiles(ctx: Ctx, by: DocumentMaking): Promise<void> {
  for (const publication of await findPublications(ctx, { kind: 'report', isWithoutFiles: true }))
    await publicationFiles(ctx, publication, by)
}

async function readOrMake(ctx: Ctx, publication: Publication, by: DocumentMaking): Promise<Files> {
  const { id, key, version } = publication
  const noted = await notedFiles(ctx, id)
  if (noted.length > 0) return ok(noted)

  const prepared = await findPublishedReport(ctx, {
    fiscalYear: Number(key),
    version,
    lang: LANG,
    origin: by.originOf(ctx.agency.id),
  })
  if (!prepared) return err({ code: 'files.not-kept', detail: 'the publication was withdrawn' })
  const files: ReportFile[] = []
  for (const format of REPORT_FORMATS) {
    const rendered = await by.render({ prepared, cycle: prepared.cycle, format })
    if (!rendered.ok) return rendered
    for (const { fileName, mediaType, bytes } of rendered.value) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await keep(by, { agencyId: ctx.agency.id, sha256, mediaType, bytes })
      files.push({
        format,
        fileName: nameOfVersion(fileName, version),
        mediaType,
        size: bytes.length,
        sha256,
      })
    }
  }
  await note(ctx, { publicationId: id, files, madeWith: by.madeWith })
  by.onMade?.()
  return ok(await notedFiles(ctx, id))
}

async function notedFiles(ctx: Ctx, publicationId: string): Promise<readonly ReportFile[]> {
  // Nobody else notes files of a report.
  const files = (await findPublicationFiles(ctx, publicationId)) as readonly ReportFile[]
  const place = ({ format }: ReportFile) => REPORT_FORMATS.indexOf(format)
  return files.toSorted((a, b) => place(a) - place(b))
}

type Bytes = Readonly<{ agencyId: string; sha256: string; mediaType: string; bytes: Uint8Array }>

async function keep(by: DocumentMaking, { bytes, ...file }: Bytes): Promise<void> {
  await mkdir(by.folder, { recursive: true })
  const place = path.join(by.folder, `${randomUUID()}${UNFINISHED}`)
  try {
    await writeFile(place, bytes)
    await by.store.put({ ...file, path: place, size: bytes.length })
  } finally {
    await rm(place, { force: true })
  }
}

type Made = Readonly<{ publicationId: string; files: readonly PublicationFile[]; madeWith: string }>

/** A set is noted whole or not at all: another version of the program may make other files. */
const note = (ctx: Ctx, made: Made): Promise<void> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const agencyId = ctx.agency.id
    await holdAgency(tx, agencyId)
    await insertPublicationFiles(tx, { agencyId, at: ctx.now(), ...made })
  })
