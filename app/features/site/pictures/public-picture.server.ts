import { cleanLine } from '../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { openPublicFile } from '../../disclosure/index.server.ts'
import { listEvidenceDocuments } from '../../evidence/index.server.ts'
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

/** Gives everybody the picture, in the transaction of the caller, which has asked its own policy. */
export async function openPicture(
  tx: Tx,
  ctx: Ctx,
  { evidenceId, altTh, altEn }: ChosenPicture,
): Promise<Result<PagePicture, Extract<LookErrorCode, `picture.${string}`>>> {
  const th = cleanLine(altTh ?? '').slice(0, LONGEST_ALT)
  if (th === '') return err('picture.no-words')
  const opened = await openPublicFile(tx, ctx, { agencyId: ctx.agency.id, evidenceId })
  if (!opened.ok) return err(FILE_FAULTS[opened.error])
  const { sha256, fileName, mediaType } = opened.value
  if (!PICTURES.test(mediaType)) return err('picture.no-picture')
  const en = cleanLine(altEn ?? '').slice(0, LONGEST_ALT) || null
  return ok({ sha256, fileName, mediaType, alt: { th, en } })
}
