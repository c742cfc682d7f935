import { type FontOf, readContent } from './content-shows.ts'
import { foldShiftedMarks } from './fold-marks.ts'
import { joinMovedMarks } from './moved-marks.ts'
import { joinSaraAm } from './sara-am.ts'
import type { Edit } from './show.ts'

/** The content stream with glyphs that each stand for their own text. Fonts gain the composites that it now uses. */
export function rewriteContent(bytes: Buffer, fontOf: FontOf): Buffer {
  const { shows, actualTexts } = readContent(bytes, fontOf)
  const { kept, removed } = foldShiftedMarks(shows)
  for (const show of kept) {
    joinMovedMarks(show)
    joinSaraAm(show)
  }
  const changed = kept.filter(({ isChanged }) => isChanged).map((show) => show.edit)
  return applyEdits(bytes, [...actualTexts, ...removed, ...changed])
}

/** Outer edits first: whatever lies inside a removed object goes with it. */
function applyEdits(bytes: Buffer, edits: readonly Edit[]): Buffer {
  const ordered = [...edits].sort((a, b) => a.start - b.start || b.end - a.end)
  const parts: Buffer[] = []
  let at = 0
  for (const { start, end, text } of ordered) {
    if (start < at) continue
    parts.push(bytes.subarray(at, start))
    if (text !== '') parts.push(Buffer.from(text, 'latin1'))
    at = end
  }
  parts.push(bytes.subarray(at))
  return Buffer.concat(parts)
}
