import type { ItemRef } from './item-ref.ts'

/**
 * Text of a report as published: nothing in it is corrected. A run may be strong, and may be a citation: then `text` is
 * the citation as written ("i1-i6") and `cites` are the year-carrying references it stands for.
 */
export type Run = Readonly<{ text: string; strong?: true; cites?: readonly ItemRef[] }>
export type ListItem = Readonly<{ level: 1 | 2; runs: readonly Run[] }>
export type Block =
  | Readonly<{ kind: 'paragraph'; runs: readonly Run[] }>
  | Readonly<{ kind: 'list'; ordered: boolean; items: readonly ListItem[] }>
export type RichText = readonly Block[]

/** One paragraph of plain text. */
export const plain = (text: string): RichText => [{ kind: 'paragraph', runs: [{ text }] }]

/** All runs in reading order. */
export const runsOf = (text: RichText): readonly Run[] =>
  text.flatMap((block) =>
    block.kind === 'paragraph' ? block.runs : block.items.flatMap((item) => item.runs),
  )

/** The text alone, blocks and list items on lines of their own. */
export const plainText = (text: RichText): string =>
  text
    .flatMap((block) => (block.kind === 'paragraph' ? [block.runs] : block.items.map((item) => item.runs)))
    .map((runs) => runs.map((run) => run.text).join(''))
    .join('\n')

/** References cited anywhere in the text, in reading order, repeated ones once. */
export const citedIn = (text: RichText): readonly ItemRef[] => [
  ...new Set(runsOf(text).flatMap((run) => run.cites ?? [])),
]

/** NFC with every stretch of white space (and zero-width characters) folded to one space: how two texts are compared. */
export const foldText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/gu, ' ')
    .trim()
