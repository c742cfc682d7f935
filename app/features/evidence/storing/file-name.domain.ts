const MOST_GRAPHEMES = 150
/** One letter may carry marks without end. */
const MOST_CHARACTERS = 600
/** A longer ending is no ending, but words after a dot. */
const LONGEST_ENDING = 8

/** What no system takes in a name, or what changes how a name looks: controls, marks of direction, invisible signs. */
const UNSEEN =
  /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\uffff]/gu
const RESERVED = /[<>:"|?*]/g

/** The ending of a file's name in small letters, without the dot; '' where there is none. */
export function endingOf(fileName: string): string {
  const [, ending = ''] = /[^.]\.([^.\s]+)$/u.exec(fileName) ?? []
  return ending.length <= LONGEST_ENDING && /^[a-z0-9]+$/i.test(ending) ? ending.toLowerCase() : ''
}

/**
 * A file's name as it is kept and shown: without the folders that it came with, without what cannot be seen, of one spelling
 * (NFC), with its ending, and at most 150 letters as a reader counts them. Never used as a path. Empty where nothing is left.
 */
export function cleanFileName(sent: string): string {
  const last =
    sent
      .toWellFormed()
      .split(/[/\\]/)
      .findLast((part) => part.replace(UNSEEN, '').trim() !== '') ?? ''
  const name = last
    .normalize('NFC')
    .replace(/\s/g, ' ')
    .replace(UNSEEN, '')
    .replace(RESERVED, '-')
    .replace(/ {2,}/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const ending = endingOf(name)
  const suffix = ending === '' ? '' : name.slice(-(ending.length + 1))
  const stem = name.slice(0, name.length - suffix.length)
  return shortened(stem, MOST_GRAPHEMES - suffix.length) + suffix
}

/** The name without its ending, for people to read. */
export const stemOf = (fileName: string): string => {
  const ending = endingOf(fileName)
  return ending === '' ? fileName : fileName.slice(0, -(ending.length + 1))
}

function shortened(text: string, most: number): string {
  const graphemes = [...new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(text)]
  if (graphemes.length <= most && text.length <= MOST_CHARACTERS) return text
  const kept = graphemes.slice(0, most).map(({ segment }) => segment)
  return kept.join('').slice(0, MOST_CHARACTERS).toWellFormed().trimEnd()
}
