import type { RichText } from '../../../../kernel/rich-text.ts'
import type { SourceDocument } from '../import.domain.ts'
import { richTextOf, unmarked } from '../source-text.domain.ts'
import type { TextUnit } from './outline.domain.ts'

export type PlainLine = Readonly<{ line: number; text: string }>

/** Everything a document says, without marks, with where it stands. */
export const textsOf = (document: SourceDocument): readonly PlainLine[] =>
  document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap((row) => row.cells.map((cell) => ({ line: row.line, text: unmarked(cell) })))
      : [{ line: block.line, text: unmarked(block.text) }],
  )

/** Paragraphs and list items as one text. A printed number stays in the text: it may be cited by it. */
export const unitsText = (units: readonly TextUnit[]): RichText =>
  richTextOf(
    units
      .map(({ text, level, marker }) => {
        if (level === 0) return text
        if (marker !== null && /\d/u.test(marker)) return `${marker} ${text}`
        return `${level > 1 ? '  ' : ''}- ${text}`
      })
      .join('\n'),
  )
