/** Front door of the room for what other rooms show of it. */
export { EvidencePanel, type EvidencePanelProps } from './parts/evidence-panel.tsx'
