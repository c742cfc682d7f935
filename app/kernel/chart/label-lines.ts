import { atomsOf, splitToFit } from '../thai-words.ts'
import { SARABUN_WIDTHS } from './sarabun-widths.table.ts'

export type TypeSize = Readonly<{ size: number; bold?: boolean }>

const OTHER_WIDTH = 660

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
 * Lines no wider than `width`, broken between words and never inside one; a word wider than a whole line is broken where
 * it hurts least, so that nothing is ever cut off. White space is folded. Empty text gives one empty line.
 */
export function labelLines(text: string, width: number, type: TypeSize): readonly string[] {
  const fits = (part: string) => textWidth(part.trimEnd(), type) <= width
  const atoms = atomsOf(text.replace(/\s+/gu, ' ').trim()).flatMap((atom) => splitToFit(atom, fits))
  const lines: string[] = []
  let line = ''
  for (const atom of atoms) {
    if (line.trim() !== '' && !fits(line + atom)) {
      lines.push(line.trimEnd())
      line = atom.trimStart()
    } else line += atom
  }
  return [...lines, line.trimEnd()]
}
