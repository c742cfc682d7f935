import { isGlyph, type Show, type ShowElement, type ShownGlyph } from './show.ts'

const SARA_AM = '\u0e33'
const TONE = /^[\u0e48-\u0e4b]$/u

/**
 * Sara am is drawn as nikhahit and sara aa. The text must have one U+0E33 after the tone mark: either both become one
 * glyph, or, when nikhahit carries the tone, the sara aa alone stands for it.
 */
export function joinSaraAm(show: Show): void {
  const { font } = show.data
  const hasAa = (part: readonly number[] | number) =>
    typeof part !== 'number' && part.some((glyph) => font.meaning(glyph)?.part === 'sara-aa')
  if (!show.data.parts.some(hasAa)) return
  const { elements } = show
  for (let index = 0; index < elements.length; index++) {
    const aa = elements[index]
    if (aa && isGlyph(aa) && partOf(show, aa) === 'sara-aa') index = joinAt(show, index, aa)
  }
}

/** Gives the index to go on from. */
function joinAt(show: Show, index: number, aa: ShownGlyph): number {
  const { elements } = show
  const start = nikhahitBefore(show, index)
  const nikhahit = elements[start]
  if (!nikhahit || !isGlyph(nikhahit)) return index
  const part = partOf(show, nikhahit)
  if (part === 'nikhahit-with-tone') {
    const { font } = show.data
    aa.glyph = font.addGlyph([[aa.glyph, 0, 0]], font.advance(aa.glyph), SARA_AM)
    show.isChanged = true
    return index
  }
  if (part !== 'nikhahit' || elements.slice(start + 1, index).some(isGlyph)) return index
  elements.splice(start, index - start + 1, joined(show, nikhahit, aa))
  show.isChanged = true
  return start
}

function joined({ data: { font, size } }: Show, nikhahit: ShownGlyph, aa: ShownGlyph): ShownGlyph {
  const x = Math.round(((aa.x - nikhahit.x) * font.unitsPerEm) / size)
  const components = [[nikhahit.glyph, 0, 0] as const, [aa.glyph, x, 0] as const]
  return { glyph: font.addGlyph(components, x + font.advance(aa.glyph), SARA_AM), x: nikhahit.x }
}

/** Steps back over movements and a tone mark. */
function nikhahitBefore(show: Show, index: number): number {
  let at = index - 1
  while (at >= 0 && isPassed(show, show.elements[at])) at -= 1
  return at
}

function isPassed(show: Show, element: ShowElement | undefined): boolean {
  if (element === undefined || !isGlyph(element)) return element !== undefined
  const meaning = show.data.font.meaning(element.glyph)
  return meaning !== undefined && meaning.part === undefined && TONE.test(meaning.text)
}

const partOf = ({ data: { font } }: Show, { glyph }: ShownGlyph) => font.meaning(glyph)?.part
