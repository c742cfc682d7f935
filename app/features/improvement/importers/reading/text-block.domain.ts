import type { SourceBlock } from '../import.domain.ts'

// Thai digits too: numbers are typed as they are read.
const LIST_ITEM = /^(\s*)([-*\u2022\u00b7\u25cf\u25aa]|\(?[\d\u0e50-\u0e59]{1,2}[.)])\s+(\S.*)$/su

export const isListItem = (text: string): boolean => LIST_ITEM.test(text)

/** A line of text as a paragraph, or as a list item with the number or dash typed before it. */
export function bodyBlock(
  line: number,
  text: string,
): Extract<SourceBlock, { kind: 'paragraph' | 'list-item' }> {
  const item = LIST_ITEM.exec(text)
  if (!item) return { kind: 'paragraph', line, text: text.trim() }
  const level = (item[1]?.length ?? 0) >= 2 ? 2 : 1
  const marker = /\d|[\u0e50-\u0e59]/u.test(item[2] ?? '') ? (item[2] ?? null) : '-'
  return { kind: 'list-item', line, level, text: (item[3] ?? '').trim(), marker }
}
