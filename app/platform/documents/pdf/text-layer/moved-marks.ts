import { isGlyph, type Show, type ShownGlyph } from './show.ts'

const MARK = /^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+$/u
const THAI = /\p{Script=Thai}/u
/** A smaller step, in thousandths of an em, is fine placing that every reader follows. */
const LEAST_STEP = 100

/**
 * Over a tall consonant a tone mark steps back from the vowel mark under it, and a reader takes the step for the end of a
 * line. The two become one glyph; what follows keeps its place.
 */
export function joinMovedMarks(show: Show): void {
  if (!show.data.parts.some((part) => typeof part === 'number' && Math.abs(part) >= LEAST_STEP)) return
  const { elements } = show
  for (let index = 1; index + 1 < elements.length; index++) {
    const [before, step, mark] = elements.slice(index - 1, index + 2)
    const isStep = step && !isGlyph(step) && Math.abs(step.move) >= LEAST_STEP
    if (!isStep || !before || !mark || !isGlyph(before) || !isGlyph(mark) || !isMarkOn(show, before, mark))
      continue
    const restsAtStep = elements.slice(index + 2).some(isGlyph) ? [step] : []
    elements.splice(index - 1, 3, joined(show, before, mark), ...restsAtStep)
    show.isChanged = true
  }
}

/** Nikhahit is left alone: it is half of sara am. */
function isMarkOn({ data: { font } }: Show, before: ShownGlyph, mark: ShownGlyph): boolean {
  const base = font.meaning(before.glyph)
  const moved = font.meaning(mark.glyph)
  if (!base || !moved || base.part || moved.part) return false
  return THAI.test(base.text) && MARK.test(moved.text) && font.advance(mark.glyph) === 0
}

function joined({ data: { font, size } }: Show, before: ShownGlyph, mark: ShownGlyph): ShownGlyph {
  const x = Math.round(((mark.x - before.x) * font.unitsPerEm) / size)
  const text = `${font.meaning(before.glyph)?.text ?? ''}${font.meaning(mark.glyph)?.text ?? ''}`
  const components = [...(before.components ?? [[before.glyph, 0, 0] as const]), [mark.glyph, x, 0] as const]
  return { glyph: font.addGlyph(components, font.advance(before.glyph), text), x: before.x, components }
}
