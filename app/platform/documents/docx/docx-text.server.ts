import { type IParagraphOptions, type IRunOptions, Paragraph, TextRun } from 'docx'
import { xmlSafe } from '../../../kernel/chart/xml-text.ts'
import type { Block, RichText, Run } from '../../../kernel/rich-text.ts'

/** Each ordered list counts from its own beginning; a document hands its lists one number after the other. */
export type ListCounter = () => number

export function listCounter(): ListCounter {
  let last = 0
  return () => {
    last += 1
    return last
  }
}

/** `inCell` sets lists in by less. */
export type TextLook = Readonly<{
  style?: string
  character?: string
  inCell?: boolean
  lists: ListCounter
}>

/** Plain words as they stand. */
export const words = (text: string, style?: string): TextRun[] =>
  lineRuns(text, style === undefined ? {} : { style })

/** Runs of rich text: strong ones in bold, citations in the character style of that name. */
export const runs = (source: readonly Run[], character?: string): TextRun[] =>
  source.flatMap((run) => {
    const style = run.cites === undefined ? character : 'Citation'
    return lineRuns(run.text, {
      ...(style === undefined ? {} : { style }),
      ...(run.strong ? { bold: true, boldComplexScript: true } : {}),
    })
  })

/** Rich text as paragraphs; lists become real lists of the word processor. */
export const paragraphs = (text: RichText, look: TextLook): Paragraph[] =>
  text.flatMap((block) => blockParagraphs(block, look))

/** One numbered entry: its first paragraph carries the number, the others are set in line with it. */
export function numberedEntry(text: RichText, instance: number, look: TextLook): Paragraph[] {
  const [first, ...rest] = text
  if (first === undefined) return []
  if (first.kind !== 'paragraph') return paragraphs(text, look)
  return [
    new Paragraph({
      ...styleOf(look.style ?? 'ListParagraph'),
      numbering: { reference: 'numbers', level: 0, instance },
      children: runs(first.runs, look.character),
    }),
    ...rest.flatMap((block) => blockParagraphs(block, look, 340)),
  ]
}

function blockParagraphs(block: Block, look: TextLook, left = 0): Paragraph[] {
  if (block.kind === 'paragraph') {
    const indent = left === 0 ? {} : { indent: { left } }
    return [new Paragraph({ ...styleOf(look.style), ...indent, children: runs(block.runs, look.character) })]
  }
  const place = look.inCell ? 'cell-' : ''
  const list = block.ordered
    ? { reference: `${place}numbers`, instance: look.lists() }
    : { reference: `${place}bullets` }
  return block.items.map(
    (item) =>
      new Paragraph({
        ...styleOf(look.style ?? 'ListParagraph'),
        numbering: { ...list, level: item.level - 1 },
        children: runs(item.runs, look.character),
      }),
  )
}

const styleOf = (style: string | undefined): Pick<IParagraphOptions, 'style'> =>
  style === undefined ? {} : { style }

/** A newline inside a run would be read as a space: it is a break of its own. */
const lineRuns = (text: string, look: IRunOptions): TextRun[] =>
  xmlSafe(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index === 0 ? {} : { break: 1 }) }))

/** Words for a property of the file, in one line. */
export const propertyText = (text: string): string => xmlSafe(text).replace(/\s+/gu, ' ').trim()
