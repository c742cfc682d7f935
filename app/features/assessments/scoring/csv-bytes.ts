const [LF, CR, QUOTE] = [10, 13, 34]

/** Where the line after the one that ends at `at` begins; −1 while it is not known whether CR is followed by LF. */
export function afterLine(data: Uint8Array, at: number): number {
  if (at >= data.length) return -1
  if (data[at] !== CR) return at + 1
  if (at + 1 >= data.length) return -1
  return data[at + 1] === LF ? at + 2 : at + 1
}

/** Where the line that begins at `start` ends. */
export const endOfLine = (data: Uint8Array, start: number): number => {
  const end = data.indexOf(LF, start)
  return end < 0 ? data.length : end
}

/** Where the row after the one that begins at `start` begins, by the rules of `csvRows`; −1 if it is not whole. */
export function endOfRow(data: Uint8Array, start: number, delimiter: number): number {
  for (let at = start; ; at += 1) {
    if (data[at] === QUOTE) {
      at = afterQuoted(data, at + 1)
      if (at < 0) return -1
    }
    while (at < data.length && data[at] !== delimiter && data[at] !== LF && data[at] !== CR) at += 1
    if (at >= data.length) return -1
    if (data[at] !== delimiter) return afterLine(data, at)
  }
}

/** Where a quoted field ends, from behind its first mark: two marks are one. −1 while it is open, or may be. */
function afterQuoted(data: Uint8Array, start: number): number {
  for (let at = start; ; at += 2) {
    at = data.indexOf(QUOTE, at)
    if (at < 0 || at + 1 >= data.length) return -1
    if (data[at + 1] !== QUOTE) return at + 1
  }
}

/** How many of the bytes are whole letters: the last of them may go on in the next piece. */
export function wholeLetters(data: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, data.length); back += 1) {
    const byte = data[data.length - back] as number
    if (byte < 0x80) return data.length
    if (byte >= 0xc0) return data.length - back
  }
  return data.length
}

/** Both, one behind the other. */
export function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
