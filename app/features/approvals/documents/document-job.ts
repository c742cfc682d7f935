import type { PrintNote } from '../../../platform/documents/pdf/safe-text.ts'
import type { OfficialPaper } from './official-paper.domain.ts'
import type { LeftOut, PapersPack, SheetSize } from './papers-pack.domain.ts'

/**
 * What the room's worker is asked for: a paper as PDF or DOCX; which sheets the pages of a PDF need that somebody brought
 * in; a pack, written to `out`. Files lie on the disk of this machine: they are too large to be handed from process to process.
 */
export type DocumentJob =
  | Readonly<{ kind: 'pdf' | 'docx'; paper: OfficialPaper }>
  | Readonly<{ kind: 'inspect'; path: string }>
  | Readonly<{ kind: 'pack'; pack: PapersPack; out: string }>

/** `left` says why a PDF cannot be in a pack. */
export type DocumentMade =
  | Readonly<{ kind: 'file'; bytes: Uint8Array; notes: readonly PrintNote[] }>
  | Readonly<{ kind: 'sheets'; sheets: readonly SheetSize[] }>
  | Readonly<{ kind: 'left'; left: LeftOut }>
  | Readonly<{ kind: 'written'; notes: readonly PrintNote[] }>
