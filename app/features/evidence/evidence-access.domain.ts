import { type Actor, ownUnits } from '../../kernel/actor.ts'
import { type PermissionRefusal, refusalOf } from '../../kernel/permission.ts'
import { EVIDENCE_POLICY } from './evidence.policy.ts'

/** Whose a piece of evidence is, as far as the policy asks. */
export type EvidenceOwner = Readonly<{
  isConfidential: boolean
  unitId: string | null
  addedBy: string | null
}>

const concerning = ({ unitId, addedBy }: EvidenceOwner) => ({
  ...(unitId !== null && { unitIds: [unitId] }),
  ...(addedBy !== null && { personId: addedBy }),
})

/** Whether somebody may open a piece of evidence; null when they may. */
export function readRefusal(actor: Actor, owner: EvidenceOwner): PermissionRefusal | null {
  return owner.isConfidential
    ? refusalOf(EVIDENCE_POLICY, 'evidence.read-confidential', actor, concerning(owner))
    : refusalOf(EVIDENCE_POLICY, 'evidence.read', actor)
}

/** Whether somebody may change a piece of evidence, give it a new version or take it out; null when they may. */
export const changeRefusal = (actor: Actor, owner: EvidenceOwner): PermissionRefusal | null =>
  readRefusal(actor, owner) ?? refusalOf(EVIDENCE_POLICY, 'evidence.change', actor, concerning(owner))

/**
 * The same for many pieces, as a list narrows itself by it: `open` what is not confidential, `confidential` all that is, or
 * what is of these units and of this person.
 */
export type ReadableEvidence = Readonly<{
  open: boolean
  confidential: 'all' | Readonly<{ unitIds: readonly string[]; personId: string | null }>
}>

export const readableTo = (actor: Actor): ReadableEvidence => ({
  open: refusalOf(EVIDENCE_POLICY, 'evidence.read', actor) === null,
  confidential:
    refusalOf(EVIDENCE_POLICY, 'evidence.read-confidential', actor) === null
      ? 'all'
      : { unitIds: ownUnits(actor), personId: actor.kind === 'person' ? actor.id : null },
})
