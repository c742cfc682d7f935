import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import type { Tx } from '../../../../platform/db/tenant.server.ts'
import { cleanEvidence, type PictureLocation } from '../../evidence.domain.ts'
import { EVIDENCE_POLICY } from '../../evidence.policy.ts'
import { findOwnUnit, holdEvidence, insertEvidence, insertVersion } from '../../evidence.repo.server.ts'
import { changeRefusal } from '../../evidence-access.domain.ts'
import { quotaFault } from '../quota.domain.ts'
import { insertStoredFile } from '../stored-file.repo.server.ts'
import { findStoredSize, holdStoring } from '../stored-size.queries.server.ts'
import type { StoringError } from '../storing.errors.ts'
import { type SentFacts, titleOf } from '../upload.domain.ts'
import { endUpload, holdUpload } from '../upload.repo.server.ts'

/** A file that lies in the store, and what was said about it. */
export type StoredUpload = Readonly<{
  /** The upload that ends by it; null for a file of a form. */
  uploadId: string | null
  fileName: string
  mediaType: string
  sha256: string
  /** Bytes. */
  size: number
  location: PictureLocation | null
  facts: SentFacts
  /** Of an agency that has no quota of its own, in bytes; null: no limit. */
  defaultQuota: number | null
}>

type Added = Readonly<{ evidenceId: string; number: number }>

/**
 * Makes a stored file evidence, or the next version of a piece of evidence. Asked again for an upload that has ended, it
 * answers what became of it the first time.
 */
export function addUploadedFile(ctx: Ctx, stored: StoredUpload): Promise<Result<Added, StoringError>> {
  return inTransaction<Added, StoringError>(ctx, async (tx) => {
    const { actor, agency } = ctx
    const refusal = refusalOf(EVIDENCE_POLICY, 'evidence.add', actor)
    if (refusal) return err(refusal)
    if (stored.uploadId !== null) {
      if (actor.kind !== 'person') return err({ code: 'upload.unknown' })
      const key = { agencyId: agency.id, id: stored.uploadId, personId: actor.id }
      const upload = await holdUpload(tx, key)
      if (!upload || upload.refused !== null) return err({ code: 'upload.unknown' })
      if (upload.evidenceId !== null) return ok({ evidenceId: upload.evidenceId, number: 0 })
    }
    const { sha256, size, mediaType, defaultQuota } = stored
    await holdStoring(tx, agency.id)
    const before = await findStoredSize(tx, agency.id)
    const isNew = await insertStoredFile(tx, { agencyId: agency.id, sha256, size, mediaType, at: ctx.now() })
    // What the agency keeps already takes no room twice.
    const full = isNew ? quotaFault(before, { size, defaultQuota }) : null
    if (full) return err(full)
    const added =
      stored.facts.evidenceId === null ? await addNew(tx, ctx, stored) : await addVersion(tx, ctx, stored)
    if (!added.ok) return added
    const { evidenceId, number } = added.value
    if (stored.uploadId !== null)
      await endUpload(tx, {
        agencyId: agency.id,
        id: stored.uploadId,
        evidenceId,
        refused: null,
        at: ctx.now(),
      })
    await writeAudit(tx, {
      agencyId: agency.id,
      actor,
      action: number === 1 ? 'evidence.added' : 'evidence.versioned',
      object: { kind: 'evidence', id: evidenceId },
      detail: { number, sha256, size, mediaType },
    })
    return added
  })
}

async function addNew(tx: Tx, ctx: Ctx, stored: StoredUpload): Promise<Result<Added, StoringError>> {
  const { fileName, facts } = stored
  const unitId = await findOwnUnit(tx, ctx.agency.id, ctx.actor)
  const cleaned = cleanEvidence({ ...facts, title: titleOf(facts, fileName), unitId })
  if (!cleaned.ok) return err({ code: cleaned.error })
  const { title, note, evidenceDate, expiresOn, isConfidential } = cleaned.value
  const evidenceId = await insertEvidence(tx, {
    agencyId: ctx.agency.id,
    facts: { title, note, evidenceDate, expiresOn, isConfidential, unitId },
    source: sourceOf(stored),
    by: ctx.actor,
    at: ctx.now(),
  })
  return ok({ evidenceId, number: 1 })
}

async function addVersion(tx: Tx, ctx: Ctx, stored: StoredUpload): Promise<Result<Added, StoringError>> {
  const held = await holdEvidence(tx, { agencyId: ctx.agency.id, id: stored.facts.evidenceId ?? '' })
  if (!held) return err({ code: 'evidence.unknown' })
  const refusal = changeRefusal(ctx.actor, { ...held.facts, addedBy: held.addedBy })
  if (refusal) return err(refusal)
  if (held.removedAt) return err({ code: 'evidence.removed' })
  const number = await insertVersion(tx, {
    agencyId: ctx.agency.id,
    evidenceId: held.id,
    source: sourceOf(stored),
    by: ctx.actor,
    at: ctx.now(),
  })
  return ok({ evidenceId: held.id, number })
}

const sourceOf = ({ fileName, sha256, location }: StoredUpload) =>
  ({ kind: 'file', fileName, sha256, location }) as const
