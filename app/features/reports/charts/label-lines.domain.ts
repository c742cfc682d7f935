import { SARABUN_WIDTHS } from './sarabun-widths.table.ts'

export type TypeSize = Readonly<{ size: number; bold?: boolean }>

const OTHER_WIDTH = 660
const WORDS = new Intl.Segmenter('th', { granularity: 'word' })
const CLUSTERS = new Intl.Segmenter('th', { granularity: 'grapheme' })
/** Signs that never begin a line (closing marks, the repeat sign), and those that never end one. */
const KEEP_WITH_PREVIOUS = /^[\u0e46\u0e2f.,:;!?%)\]}\u201d\u2019/-]/u
const KEEP_WITH_NEXT = /[([{\u201c\u2018/]$/u

/** Width of the text in Sarabun, in the unit of `size`. Other scripts are counted as wide letters. */
export function textWidth(text: string, { size, bold = false }: TypeSize): number {
  const { latin, thai } = SARABUN_WIDTHS[bold ? 'bold' : 'regular']
  let thousandths = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    thousandths += latin[code - 0x20] ?? thai[code - 0x0e01] ?? OTHER_WIDTH
  }
  return (thousandths / 1000) * size
}

/**
 * Lines no wider than `width`, broken between words and never inside one; a word wider than a whole line is broken between
 * letters, so that nothing is ever cut off. White space is folded. Empty text gives one empty line.
 */
export function labelLines(text: string, width: number, type: TypeSize): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const atom of atoms(text.replace(/\s+/gu, ' ').trim(), width, type)) {
    if (line.trim() !== '' && textWidth((line + atom).trimEnd(), type) > width) {
      lines.push(line.trimEnd())
      line = atom.trimStart()
    } else line += atom
  }
  return [...lines, line.trimEnd()]
}

function atoms(text: string, width: number, type: TypeSize): readonly string[] {
  const joined: string[] = []
  for (const { segment } of WORDS.segment(text)) {
    const last = joined.at(-1)
    if (last !== undefined && (KEEP_WITH_PREVIOUS.test(segment) || KEEP_WITH_NEXT.test(last)))
      joined[joined.length - 1] = last + segment
    else joined.push(segment)
  }
  return joined.flatMap((atom) => (textWidth(atom, type) > width ? clusters(atom) : [atom]))
}

const clusters = (atom: string) => [...CLUSTERS.segment(atom)].map(({ segment }) => segment)
