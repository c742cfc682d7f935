type Granularity = 'word' | 'grapheme'

/** Each is made when it is first needed: with the first one the platform reads its dictionary, which takes long. */
const segmenters = new Map<Granularity, Intl.Segmenter>()

/** The words of a Thai text, or its letters with their marks, as the platform finds them. Joined, they are the text. */
export function segmentsOf(text: string, granularity: Granularity): Intl.Segments {
  const segmenter = segmenters.get(granularity) ?? new Intl.Segmenter('th', { granularity })
  segmenters.set(granularity, segmenter)
  return segmenter.segment(text)
}
