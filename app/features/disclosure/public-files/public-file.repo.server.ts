import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import type { Ctx, ProgramCtx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { findEvidenceDocument, isFileOpen } from '../../evidence/index.server.ts'
import type { PublicFileRef } from '../disclosure.domain.ts'

/** Why a file is not given to everybody. */
export type PublicFileFault = 'file.unknown' | 'file.confidential' | 'file.infected'

/**
 * Gives everybody the file that a piece of evidence now is, in the transaction of the caller, which has asked its own policy.
 * Refuses what is no file, what the actor may not read, what is confidential and what the scanner found something in; one
 * that was not looked at yet is opened, and handed out when it was. The same file again changes nothing; one that was taken
 * from the public is given back.
 */
export async function openPublicFile(
  tx: Tx,
  ctx: ProgramCtx,
  { agencyId, evidenceId }: Readonly<{ agencyId: string; evidenceId: string }>,
): Promise<Result<PublicFileRef, PublicFileFault>> {
  const found = await findEvidenceDocument(tx, { agencyId, actor: ctx.actor, evidenceId })
  if (!found) return err('file.unknown')
  if (found.isConfidential) return err('file.confidential')
  if (found.isInfected) return err('file.infected')
  const { sha256, fileName, mediaType, size } = found
  const opened = await tx
    .insertInto('public_file')
    .values({
      agency_id: agencyId,
      sha256,
      file_name: fileName,
      media_type: mediaType,
      size,
      made_public_at: ctx.now(),
      made_public_by_name: ctx.actor.name,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'sha256', 'file_name'])
        .doUpdateSet({ ended_at: null, ended_by_name: null, ended_reason: null })
        .where('public_file.ended_at', 'is not', null),
    )
    .returning('sha256')
    .executeTakeFirst()
  if (opened)
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'public-file.opened',
      object: { kind: 'public-file', id: sha256 },
      detail: { evidence: evidenceId, size },
    })
  return ok({ sha256, fileName, mediaType, size })
}

/** A file that anybody may have, or could have until it was taken from the public. */
export type PublicFile = PublicFileRef &
  Readonly<{
    madePublicAt: Date
    ended: Readonly<{ at: Date; byName: string; reason: string }> | null
    /** Whether it may be handed out now: the scanner may hold it back, or its evidence have become confidential since. */
    isOpen: boolean
  }>

/** The file of an address; null where there never was one. */
export const findPublicFile = (
  ctx: Ctx,
  { sha256, fileName, isScanning }: Readonly<{ sha256: string; fileName: string; isScanning: boolean }>,
): Promise<PublicFile | null> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const row = await tx
      .selectFrom('public_file')
      .selectAll()
      .where('agency_id', '=', ctx.agency.id)
      .where('sha256', '=', sha256)
      .where('file_name', '=', fileName)
      .executeTakeFirst()
    if (!row) return null
    const asked = { agencyId: ctx.agency.id, sha256, isScanning }
    return {
      sha256: row.sha256,
      fileName: row.file_name,
      mediaType: row.media_type,
      size: Number(row.size),
      madePublicAt: row.made_public_at,
      ended:
        row.ended_at === null
          ? null
          : { at: row.ended_at, byName: row.ended_by_name ?? '', reason: row.ended_reason ?? '' },
      isOpen: row.ended_at === null && (await isFileOpen(tx, asked)),
    }
  })

type FileAddress = Readonly<{ agencyId: string; sha256: string; fileName: string }>

/** Nobody else ends or opens the file until the transaction is over; null where it never was public. */
export async function holdPublicFile(
  tx: Tx,
  { agencyId, sha256, fileName }: FileAddress,
): Promise<Readonly<{ isEnded: boolean }> | null> {
  const row = await tx
    .selectFrom('public_file')
    .select('ended_at')
    .where('agency_id', '=', agencyId)
    .where('sha256', '=', sha256)
    .where('file_name', '=', fileName)
    .forUpdate()
    .executeTakeFirst()
  return row ? { isEnded: row.ended_at !== null } : null
}

export async function setFileEnded(
  tx: Tx,
  given: FileAddress & Readonly<{ at: Date; byName: string; reason: string }>,
): Promise<void> {
  await tx
    .updateTable('public_file')
    .set({ ended_at: given.at, ended_by_name: given.byName, ended_reason: given.reason })
    .where('agency_id', '=', given.agencyId)
    .where('sha256', '=', given.sha256)
    .where('file_name', '=', given.fileName)
    .execute()
}
