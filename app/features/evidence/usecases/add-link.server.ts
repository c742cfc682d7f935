import { refusalOf } from '../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { writeAudit } from '../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { cleanEvidence, type EvidenceFacts, readLink, titleOfLink } from '../evidence.domain.ts'
import type { EvidenceError } from '../evidence.errors.ts'
import { EVIDENCE_POLICY } from '../evidence.policy.ts'
import { findOwnUnit, insertEvidence, listIdsOfLink } from '../evidence.repo.server.ts'
import { faultOfUnit } from '../unit-fault.server.ts'

/** `unitId` undefined: the adder's own unit. `isWantedTwice`: also when the link is evidence already. */
export type NewLink = Readonly<{
  link: string
  facts: Omit<EvidenceFacts, 'unitId'> & Readonly<{ unitId: string | null | undefined }>
  isWantedTwice: boolean
}>

/** Brings a link in as evidence. Without a title it is called by its link. */
export function addLink(
  ctx: Ctx,
  { link: typed, facts: given, isWantedTwice }: NewLink,
): Promise<Result<{ evidenceId: string }, EvidenceError>> {
  return inTransaction<{ evidenceId: string }, EvidenceError>(ctx, async (tx) => {
    const refusal = refusalOf(EVIDENCE_POLICY, 'evidence.add', ctx.actor)
    if (refusal) return err(refusal)
    const link = readLink(typed)
    if (!link.ok) return err({ code: link.error })
    const agencyId = ctx.agency.id
    const unitId = given.unitId === undefined ? await findOwnUnit(tx, agencyId, ctx.actor) : given.unitId
    const title = given.title.trim() === '' ? titleOfLink(link.value) : given.title
    const facts = cleanEvidence({ ...given, title, unitId })
    if (!facts.ok) return err({ code: facts.error })
    const fault = await faultOfUnit(tx, agencyId, unitId)
    if (fault) return err(fault)
    const known = isWantedTwice ? [] : await listIdsOfLink(tx, { agencyId, link: link.value })
    if (known.length > 0) return err({ code: 'evidence.link-known', evidenceIds: known })
    const evidenceId = await insertEvidence(tx, {
      agencyId,
      facts: facts.value,
      source: { kind: 'link', link: link.value },
      by: ctx.actor,
      at: ctx.now(),
    })
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'evidence.added',
      object: { kind: 'evidence', id: evidenceId },
      detail: { source: 'link', confidential: facts.value.isConfidential, unit: unitId },
    })
    return ok({ evidenceId })
  })
}
