import type { OfficialPaper } from './official-paper.domain.ts'

/** What the room's worker is asked to make. */
export type DocumentJob = Readonly<{ kind: 'pdf' | 'docx'; paper: OfficialPaper }>
