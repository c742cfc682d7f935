/** The part of fontkit that the text layer uses; the package brings no types. */
declare module 'fontkit' {
  export type Glyph = Readonly<{
    id: number
    name: string | null
    advanceWidth: number
    path: Readonly<{ toSVG: () => string }>
  }>
  export type Font = Readonly<{
    postscriptName: string
    unitsPerEm: number
    numGlyphs: number
    characterSet: readonly number[]
    getGlyph: (id: number) => Glyph
    glyphForCodePoint: (codePoint: number) => Glyph
  }>
  export function create(bytes: Uint8Array): Font
}
