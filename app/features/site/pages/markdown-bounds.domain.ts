/** Longest body of a page, in characters: some fifteen pages of paper. */
export const LONGEST_BODY = 30_000
const DEEPEST = 6
/** More signs of emphasis than this in one block are no emphasis any more. */
const MOST_SIGNS = 200

const MARKERS = /^((?:[ \t]*(?:[-+*>]|\d{1,9}[.)])(?=[ \t>]|$)){6}[ \t]*)(.*)$/u
const BLOCKS = /(\n[ \t]*\n)/u

/**
 * Markdown that is read in a time which grows with its length: lists and quotations one within the other beyond a depth that
 * nobody means, and signs of emphasis without number, are taken as the letters they are. Ordinary text is unchanged.
 */
export function boundedMarkdown(markdown: string): string {
  const within = markdown.length > LONGEST_BODY ? markdown.slice(0, LONGEST_BODY) : markdown
  return within.split('\n').map(boundedLine).join('\n').split(BLOCKS).map(boundedBlock).join('')
}

function boundedLine(line: string): string {
  // So far in that only lists within lists get there.
  const inward = line.length - line.trimStart().length
  const near = inward > DEEPEST * 6 ? line.trimStart() : line
  const [, markers, rest] = MARKERS.exec(near) ?? []
  return markers === undefined || rest === undefined ? near : `${markers}${escaped(rest, /[-+*>.)]/gu)}`
}

const boundedBlock = (block: string): string =>
  (block.match(/[*_~]/gu)?.length ?? 0) > MOST_SIGNS ? escaped(block, /[*_~]/gu) : block

const escaped = (text: string, signs: RegExp): string => text.replace(signs, (sign) => `\\${sign}`)
