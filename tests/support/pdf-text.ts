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

/** Lines as Poppler reads them, in the order of the file, page by page. */
export const popplerPages = (bytes: Uint8Array): readonly (readonly string[])[] =>
  withPdfFile(bytes, (file) => run('pdftotext', ['-raw', file, '-']))
    .split('\f')
    .slice(0, -1)
    .map(linesOf)

export const popplerLines = (bytes: Uint8Array): readonly string[] => popplerPages(bytes).flat()

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

/** Where two long texts part, with what stands there in each; null when they are the same. */
export function firstDifference(
  read: string,
  written: string,
): Readonly<Record<'read' | 'written', string>> | null {
  if (read === written) return null
  let at = 0
  while (read.charAt(at) === written.charAt(at)) at += 1
  const around = (text: string) => text.slice(Math.max(0, at - 40), at + 40)
  return { read: around(read), written: around(written) }
}

/**
 * Pieces that the lines do not hold with the same letters and the same spaces. An end of line may stand anywhere, and a
 * page may end once inside a piece.
 */
export function missingFrom(lines: readonly string[], pieces: readonly string[]): readonly string[] {
  const spaced = lines.join('\n')
  const text = withoutSpaces(spaced)
  return pieces.filter((piece) => {
    if (looselyBroken(piece).test(spaced)) return false
    const parts = partsIn(text, withoutSpaces(piece))
    return (
      parts.length !== 2 ||
      !splitAt(piece, parts[0]?.length ?? 0).every((part) => looselyBroken(part).test(spaced))
    )
  })
}

type Part = Readonly<{ at: number; length: number }>

/** Where the letters stand: in one piece, else the longest beginning and after it the rest; nowhere when that fails too. */
function partsIn(text: string, letters: string): readonly Part[] {
  const whole = text.indexOf(letters)
  if (whole >= 0) return [{ at: whole, length: letters.length }]
  let [low, high] = [0, letters.length]
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2)
    if (text.includes(letters.slice(0, middle))) low = middle
    else high = middle
  }
  const at = text.indexOf(letters.slice(0, low))
  const rest = text.indexOf(letters.slice(low), at + low)
  if (low === 0 || rest < 0) return []
  return [
    { at, length: low },
    { at: rest, length: letters.length - low },
  ]
}

/** Cuts after that many letters, white space not counted. */
function splitAt(piece: string, letters: number): readonly [string, string] {
  let left = letters
  let offset = 0
  for (; left > 0; offset++) if (!/\s/u.test(piece.charAt(offset))) left -= 1
  return [piece.slice(0, offset), piece.slice(offset)]
}

function looselyBroken(piece: string): RegExp {
  const letters = [...piece.normalize('NFC').trim().replace(/\s+/gu, ' ')]
  const pattern = letters.map((letter) =>
    letter === ' ' ? '[ \\n]' : letter.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'),
  )
  return new RegExp(pattern.join('\\n?'), 'u')
}

export type LineEnd = Readonly<{ piece: string; offset: number }>

/**
 * Where lines end inside the pieces, wherever these stand and however often; ends at white space are left out. Throws when
 * a piece stands nowhere.
 */
export function lineEndsInside(lines: readonly string[], pieces: readonly string[]): readonly LineEnd[] {
  const ends = new Set<number>()
  let length = 0
  for (const line of lines) {
    length += withoutSpaces(line).length
    ends.add(length)
  }
  const text = withoutSpaces(lines.join(''))
  return [...new Set(pieces.map((piece) => piece.normalize('NFC')))].flatMap((piece) => {
    const places = placesOf(text, withoutSpaces(piece))
    if (places.length === 0) throw new Error(`not found: ${piece.slice(0, 80)}`)
    return places.flatMap((parts) => endsOf(piece, parts, ends))
  })
}

function placesOf(text: string, letters: string): readonly (readonly Part[])[] {
  const places: Part[][] = []
  for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + letters.length)) {
    places.push([{ at, length: letters.length }])
  }
  if (places.length > 0) return places
  const parts = partsIn(text, letters)
  return parts.length > 0 ? [parts] : []
}

function endsOf(piece: string, parts: readonly Part[], ends: ReadonlySet<number>): readonly LineEnd[] {
  const positions = parts.flatMap(({ at, length }) => Array.from({ length }, (_, index) => at + index))
  const found: LineEnd[] = []
  let letter = 0
  for (let offset = 0; offset < piece.length; offset++) {
    if (/\s/u.test(piece.charAt(offset))) continue
    const follows = offset > 0 && !/\s/u.test(piece.charAt(offset - 1))
    if (follows && ends.has((positions[letter - 1] ?? 0) + 1)) found.push({ piece, offset })
    letter += 1
  }
  return found
}
