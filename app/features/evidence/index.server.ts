/** Front door of the room for the server: evidence in the work of the other rooms. */
export { attachEvidence, detachEvidence } from './attaching.server.ts'
export {
  type AttachedEvidence,
  countEvidenceUses,
  countUses,
  type EvidenceItem,
  type ExpiringEvidence,
  findEvidenceItems,
  listEvidenceFor,
  listExpiring,
  searchEvidence,
} from './evidence.queries.server.ts'
export { type EvidencePanelData, findEvidencePanel } from './panel.server.ts'
export { evidenceUsesContext, type FindUseNames } from './uses-context.server.ts'
