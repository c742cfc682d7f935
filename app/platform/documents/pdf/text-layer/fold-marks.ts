import type { Component } from './font-program.ts'
import { type Edit, isGlyph, type Show } from './show.ts'

const MARK = /^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]$/u
const THAI = /\p{Script=Thai}/u
/** A mark farther from its letter than this many em belongs to something else. */
const FARTHEST_X = 2
const FARTHEST_Y = 0.5
/** Thai puts at most three marks on a letter; a pile of them is no writing, and stays as it was drawn. */
const MOST_COMPONENTS = 6

/**
 * A mark that is set higher or lower is drawn by a text object of its own, and readers then put the letter twice. Each is
 * folded into the letter before it, as one composite glyph, and its own object is taken away.
 */
export function foldShiftedMarks(
  shows: readonly Show[],
): Readonly<{ kept: readonly Show[]; removed: readonly Edit[] }> {
  const kept: Show[] = []
  const removed: Edit[] = []
  for (const show of shows) {
    const before = kept.at(-1)
    const { group } = show.data
    if (before && group && isMarksAlone(show) && foldInto(before, show)) {
      removed.push({ start: group.start, end: group.end, text: '' })
    } else kept.push(show)
  }
  return { kept, removed }
}

function isMarksAlone(show: Show): boolean {
  const { group, font } = show.data
  if (group?.shows !== 1) return false
  const glyphs = show.glyphs
  return glyphs.length > 0 && glyphs.every((glyph) => MARK.test(font.meaning(glyph)?.text ?? ''))
}

function foldInto(letter: Show, marks: Show): boolean {
  const { font, size } = letter.data
  const base = letter.lastGlyph
  const text = base ? font.meaning(base.glyph)?.text : undefined
  if (!base || !text || !THAI.test(text) || !areOfOneLine(letter, marks)) return false

  const perUnit = font.unitsPerEm / size
  const [from, to] = [letter.matrix, marks.matrix]
  const moved = marks.elements
    .filter(isGlyph)
    .map(
      ({ glyph, x }): Component => [
        glyph,
        Math.round((to[4] + x - (from[4] + base.x)) * perUnit),
        Math.round((to[5] - from[5]) * perUnit),
      ],
    )
  if (moved.some((mark) => isFar(mark, font.unitsPerEm))) return false

  const added = moved.map(([glyph]) => font.meaning(glyph)?.text ?? '').join('')
  const components = [...(base.components ?? [[base.glyph, 0, 0] as const]), ...moved]
  if (components.length > MOST_COMPONENTS) return false
  base.components = components
  base.glyph = font.addGlyph(components, font.advance(base.glyph), text + added)
  letter.isChanged = true
  return true
}

function areOfOneLine(letter: Show, marks: Show): boolean {
  const [first, second] = [letter.data, marks.data]
  const isSameSetting = first.font === second.font && first.size === second.size
  return isSameSetting && first.group !== second.group && !isScaled(letter.matrix) && !isScaled(marks.matrix)
}

const isFar = ([, x, y]: Component, unitsPerEm: number) =>
  Math.abs(x) > FARTHEST_X * unitsPerEm || Math.abs(y) > FARTHEST_Y * unitsPerEm

const isScaled = (matrix: readonly number[]) =>
  Math.abs((matrix[0] ?? 1) - 1) > 1e-6 || Math.abs((matrix[3] ?? 1) - 1) > 1e-6
