import { cleanLine } from '../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { openPublicFile } from '../../disclosure/index.server.ts'
import { findEvidenceDocument, listEvidenceDocuments } from '../../evidence/index.server.ts'
import type { LookErrorCode } from '../look.errors.ts'
import type { PagePicture } from '../pages/page.domain.ts'

/** Kinds that every browser draws, and that cannot run. */
const PICTURES = /^image\/(png|jpeg|webp|gif)$/
const MOST_OFFERED = 300
const LONGEST_ALT = 250

/** What somebody chose as a picture: a piece of evidence and what it shows. */
export type ChosenPicture = Readonly<{ evidenceId: string; altTh: string | null; altEn: string | null }>

/** Pictures among the evidence, of those that are not confidential: what may become a public picture. */
export async function listPictures(
  ctx: Ctx,
): Promise<readonly Readonly<{ evidenceId: string; title: string }>[]> {
  const { agency, actor } = ctx
  const found = await withAgency(ctx.db, agency.id, (tx) =>
    listEvidenceDocuments(tx, { agencyId: agency.id, actor, most: MOST_OFFERED }),
  )
  return found
    .filter(
      ({ mediaType, isConfidential, isInfected }) =>
        PICTURES.test(mediaType) && !isConfidential && !isInfected,
    )
    .map(({ evidenceId, title }) => ({ evidenceId, title }))
}

const FILE_FAULTS = {
  'file.unknown': 'picture.unknown',
  'file.confidential': 'picture.confidential',
  'file.infected': 'picture.infected',
} as const

/** A picture of a page at work, which nobody but staff sees yet. */
export async function choosePicture(
  tx: Tx,
  ctx: Ctx,
  { evidenceId, altTh, altEn }: ChosenPicture,
): Promise<Result<PagePicture, Extract<LookErrorCode, `picture.${string}`>>> {
  const alt = altOf({ altTh, altEn })
  if (alt === null) return err('picture.no-words')
  const found = await findEvidenceDocument(tx, { agencyId: ctx.agency.id, actor: ctx.actor, evidenceId })
  if (!found) return err('picture.unknown')
  const { sha256, fileName, mediaType, version } = found
  if (found.isConfidential) return err('picture.confidential')
  if (found.isInfected) return err('picture.infected')
  if (!PICTURES.test(mediaType)) return err('picture.no-picture')
  return ok({ sha256, fileName, mediaType, alt, evidence: { id: evidenceId, version } })
}

/**
 * Gives everybody the pictures of a page that becomes public; of one that is another file now than the page was approved with,
 * none.
 */
export async function openPictures(
  tx: Tx,
  ctx: Ctx,
  pictures: readonly PagePicture[],
): Promise<Result<null, (typeof FILE_FAULTS)[keyof typeof FILE_FAULTS]>> {
  for (const { evidence, sha256, fileName } of pictures) {
    if (!evidence) continue
    const opened = await openPublicFile(tx, ctx, { agencyId: ctx.agency.id, evidenceId: evidence.id })
    if (!opened.ok) return err(FILE_FAULTS[opened.error])
    if (opened.value.sha256 !== sha256 || opened.value.fileName !== fileName) return err('picture.unknown')
  }
  return ok(null)
}

const altOf = ({ altTh, altEn }: Omit<ChosenPicture, 'evidenceId'>): PagePicture['alt'] | null => {
  const th = cleanLine(altTh ?? '').slice(0, LONGEST_ALT)
  const en = cleanLine(altEn ?? '').slice(0, LONGEST_ALT) || null
  return th === '' ? null : { th, en }
}

/** Gives everybody the picture, in the transaction of the caller, which has asked its own policy. */
export async function openPicture(
  tx: Tx,
  ctx: Ctx,
  { evidenceId, altTh, altEn }: ChosenPicture,
): Promise<Result<PagePicture, Extract<LookErrorCode, `picture.${string}`>>> {
  const alt = altOf({ altTh, altEn })
  if (alt === null) return err('picture.no-words')
  const opened = await openPublicFile(tx, ctx, { agencyId: ctx.agency.id, evidenceId })
  if (!opened.ok) return err(FILE_FAULTS[opened.error])
  const { sha256, fileName, mediaType } = opened.value
  if (!PICTURES.test(mediaType)) return err('picture.no-picture')
  return ok({ sha256, fileName, mediaType, alt })
}
