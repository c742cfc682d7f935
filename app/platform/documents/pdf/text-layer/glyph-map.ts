import * as fontkit from 'fontkit'

/**
 * What a glyph stands for. `part` marks the pieces of sara am, which the shaper draws as two glyphs: nikhahit alone,
 * nikhahit joined with a tone mark (its text is the tone), and sara aa.
 */
export type Meaning = Readonly<{ text: string; part?: 'nikhahit' | 'nikhahit-with-tone' | 'sara-aa' }>
/** Outline and advance of a glyph → what it stands for, for one font file. */
export type GlyphMeanings = Readonly<{ postscriptName: string; byOutline: ReadonlyMap<string, Meaning> }>

/** Sarabun's own names for Thai glyphs that carry no code in their name. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['yoYingthai', '\u0e0d'],
  ['toPatakthai', '\u0e0f'],
  ['thoThanthai', '\u0e10'],
  ['doChadathai', '\u0e0e'],
  ['loChulathai', '\u0e2c'],
])
const LIGATURES: ReadonlyMap<string, string> = new Map([
  ['fi', 'fi'],
  ['fl', 'fl'],
  ['ff', 'ff'],
  ['uni0E240E45', '\u0e24\u0e45'],
  ['uni0E260E45', '\u0e26\u0e45'],
])
const NIKHAHIT_WITH_TONE = /^uni0E4D(0E4[89AB])$/
const CODED = /^uni([0-9A-F]{4})$/
const SPACE = 0x20

/** The key that an embedded glyph and its source share: the subset keeps the outline and advance, not the name. */
export const outlineKey = (glyph: fontkit.Glyph): string => `${glyph.path.toSVG()}|${glyph.advanceWidth}`

/** Reads a source font. Several glyphs can share an outline (space and no-break space): the plain one wins. */
export function glyphMeanings(fontFile: Uint8Array): GlyphMeanings {
  const font = fontkit.create(fontFile)
  const characters = charactersOf(font)
  const byOutline = new Map<string, Meaning>()
  for (let id = 0; id < font.numGlyphs; id++) {
    const glyph = font.getGlyph(id)
    const meaning = meaningOf(glyph, characters)
    if (meaning === null) continue
    const key = outlineKey(glyph)
    if (!byOutline.has(key) || meaning.text === ' ') byOutline.set(key, meaning)
  }
  return { postscriptName: font.postscriptName, byOutline }
}

type Characters = Readonly<{ byGlyph: ReadonlyMap<number, string>; byName: ReadonlyMap<string, string> }>

function charactersOf(font: fontkit.Font): Characters {
  const byGlyph = new Map<number, string>()
  const byName = new Map<string, string>()
  for (const codePoint of font.characterSet) {
    const glyph = font.glyphForCodePoint(codePoint)
    const character = String.fromCodePoint(codePoint)
    if (!byGlyph.has(glyph.id) || codePoint === SPACE) byGlyph.set(glyph.id, character)
    if (glyph.name) byName.set(glyph.name, character)
  }
  return { byGlyph, byName }
}

/** Variants are named after their base with a suffix (uni0E48.small), so the base says what they stand for. */
function meaningOf(glyph: fontkit.Glyph, characters: Characters): Meaning | null {
  const name = glyph.name ?? ''
  const base = name.split('.')[0] ?? ''
  const tone = NIKHAHIT_WITH_TONE.exec(base)?.[1]
  if (tone) return { text: fromHex(tone), part: 'nikhahit-with-tone' }
  if (base === 'uni0E4D') return { text: '\u0e4d', part: 'nikhahit' }
  if (base === 'uni0E32') return { text: '\u0e32', part: 'sara-aa' }
  const text =
    LIGATURES.get(name) ??
    characters.byGlyph.get(glyph.id) ??
    NAMED.get(base) ??
    codedCharacter(base) ??
    characters.byName.get(base)
  return text === undefined ? null : { text }
}

/** Private-use codes name a drawing, not a character. */
function codedCharacter(base: string): string | undefined {
  const code = CODED.exec(base)?.[1]
  return code === undefined || /^[EF]/.test(code) ? undefined : fromHex(code)
}

const fromHex = (code: string) => String.fromCharCode(Number.parseInt(code, 16))
