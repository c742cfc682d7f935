import { createHash, randomUUID } from 'node:crypto'
import type { EvidenceFacts, EvidenceSource, ScanState } from '../../app/features/evidence/evidence.domain.ts'
import { insertEvidence } from '../../app/features/evidence/evidence.repo.server.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import { withAgency } from '../../app/platform/db/tenant.server.ts'

export const evidenceFacts = (facts: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  title: 'หลักฐานทดสอบ',
  note: null,
  evidenceDate: null,
  expiresOn: null,
  isConfidential: false,
  unitId: null,
  ...facts,
})

const insert = (ctx: Ctx, facts: Partial<EvidenceFacts>, source: EvidenceSource) =>
  withAgency(ctx.db, ctx.agency.id, (tx) =>
    insertEvidence(tx, {
      agencyId: ctx.agency.id,
      facts: evidenceFacts(facts),
      source,
      by: ctx.actor,
      at: ctx.now(),
    }),
  )

/** A link that stands in the library. */
export const anEvidenceLink = (
  ctx: Ctx,
  {
    link = `https://example.go.th/${randomUUID()}`,
    ...facts
  }: Partial<EvidenceFacts> & { link?: string } = {},
): Promise<string> => insert(ctx, facts, { kind: 'link', link })

type GivenFile = Partial<EvidenceFacts> & {
  fileName?: string
  mediaType?: string
  size?: number
  scan?: ScanState
  /** Where its bytes are kept somewhere. */
  sha256?: string
}

/** A file that stands in the library; only its row, unless the hash of a stored one is given. */
export async function anEvidenceFile(
  ctx: Ctx,
  {
    fileName = 'รายงาน.pdf',
    mediaType = 'application/pdf',
    size = 1000,
    scan = 'clean',
    sha256 = createHash('sha256').update(randomUUID()).digest('hex'),
    ...facts
  }: GivenFile = {},
): Promise<{ id: string; sha256: string }> {
  await withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx
      .insertInto('stored_file')
      .values({
        agency_id: ctx.agency.id,
        sha256,
        size,
        media_type: mediaType,
        stored_at: ctx.now(),
        scan,
        scanned_at: scan === 'not-scanned' ? null : ctx.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  const id = await insert(ctx, facts, { kind: 'file', fileName, sha256, location: null })
  return { id, sha256 }
}
