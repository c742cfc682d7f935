import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { run } from './programs.ts'

/** Gives `use` the bytes as a file, and takes the file away. */
export function withPdfFile<T>(bytes: Uint8Array, use: (file: string) => T): T {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pdf-test-'))
  const file = path.join(folder, 'report.pdf')
  try {
    writeFileSync(file, bytes)
    return use(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Lines as Poppler reads them, in the order of the file. */
export const popplerLines = (bytes: Uint8Array): readonly string[] =>
  linesOf(withPdfFile(bytes, (file) => run('pdftotext', ['-raw', file, '-'])))

/** Lines as Firefox reads them. */
export async function pdfjsLines(bytes: Uint8Array): Promise<readonly string[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await loading.promise
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '')
    text += '\n'
  }
  await loading.destroy()
  return linesOf(text)
}

const linesOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .replace(/\u00a0/gu, ' ')
    .split(/[\n\f\r]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const withoutSpaces = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '')

/** Pieces that the lines do not hold with the same letters and the same spaces; an end of line may stand anywhere. */
export function missingFrom(lines: readonly string[], pieces: readonly string[]): readonly string[] {
  const text = lines.join('\n')
  return pieces.filter((piece) => !looselyBroken(piece).test(text))
}

function looselyBroken(piece: string): RegExp {
  const letters = [...piece.normalize('NFC').trim().replace(/\s+/gu, ' ')]
  const pattern = letters.map((letter) =>
    letter === ' ' ? '[ \\n]' : letter.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'),
  )
  return new RegExp(pattern.join('\\n?'), 'u')
}

export type LineEnd = Readonly<{ piece: string; offset: number }>

/** Where lines end inside the pieces, which must stand in the lines in their order. Ends at white space are left out. */
export function lineEndsInside(lines: readonly string[], pieces: readonly string[]): readonly LineEnd[] {
  const ends = new Set<number>()
  let length = 0
  for (const line of lines) {
    length += withoutSpaces(line).length
    ends.add(length)
  }
  const text = withoutSpaces(lines.join(''))
  const inside: LineEnd[] = []
  let from = 0
  for (const piece of pieces) {
    const start = text.indexOf(withoutSpaces(piece), from)
    if (start < 0) throw new Error(`not found in its place: ${piece.slice(0, 80)}`)
    from = start + withoutSpaces(piece).length
    inside.push(...endsOf(piece.normalize('NFC'), start, ends))
  }
  return inside
}

function endsOf(piece: string, start: number, ends: ReadonlySet<number>): readonly LineEnd[] {
  const found: LineEnd[] = []
  let letters = start
  for (let offset = 0; offset < piece.length; offset++) {
    const isSpace = /\s/u.test(piece.charAt(offset))
    const follows = offset > 0 && !/\s/u.test(piece.charAt(offset - 1))
    if (!isSpace && follows && ends.has(letters)) found.push({ piece, offset })
    if (!isSpace) letters += 1
  }
  return found
}
