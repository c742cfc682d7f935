/** Two texts cut into what is alike before and behind, and what differs between. */
export type ChangedMiddle = Readonly<{ head: string; before: string; after: string; tail: string }>

const WORD = /[\p{Script=Latin}\p{Nd}.,]+|[^\p{Script=Latin}\p{Nd}.,]+/gu

/** Whole letters, and of numbers and Latin words the whole: "214" that becomes "250" is another number, not another end. */
const letters = (text: string): readonly string[] =>
  (text.match(WORD) ?? []).flatMap((part) =>
    /^[\p{Script=Latin}\p{Nd}]/u.test(part) ? [part] : graphemes(part),
  )

const graphemes = (text: string): readonly string[] =>
  [...new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)

/** Where two texts differ, cut between whole letters: a tone mark stays with what it stands on. */
export function changedMiddle(before: string, after: string): ChangedMiddle {
  const [a, b] = [letters(before), letters(after)]
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  return {
    head: a.slice(0, head).join(''),
    before: a.slice(head, a.length - tail).join(''),
    after: b.slice(head, b.length - tail).join(''),
    tail: a.slice(a.length - tail).join(''),
  }
}

const CONTEXT = 120

/** The end of a long text that did not change, so that what did is found. */
export function endOf(text: string): string {
  const all = letters(text)
  return all.length > CONTEXT ? `… ${all.slice(-CONTEXT).join('').trimStart()}` : text
}

/** The beginning of one. */
export function startOf(text: string): string {
  const all = letters(text)
  return all.length > CONTEXT ? `${all.slice(0, CONTEXT).join('').trimEnd()} …` : text
}
