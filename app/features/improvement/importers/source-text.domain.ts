import type { Block, ListItem, RichText, Run } from '../../../kernel/rich-text.ts'

const STRONG = '**'
const THAI_LETTER = /[\u0e01-\u0e4e]/u

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/gu

/** Without control characters, which no form of a report can carry; tabs and line ends stay. */
export const withoutControls = (text: string): string => text.replace(CONTROLS, '')

/** Literal text for a cell: nothing in it is read as a mark. */
export const literalText = (text: string): string => text.replace(/[\\*]/g, '\\$&')

/** Marks text strong; white space at its ends stays outside. Empty text stays empty. */
export function strongText(text: string): string {
  const inner = text.trim()
  if (inner === '') return text
  const start = text.indexOf(inner)
  return text.slice(0, start) + STRONG + inner + STRONG + text.slice(start + inner.length)
}

/** The text without its marks; lines of lists without their dashes. */
export const unmarked = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      runsOfLine(lineParts(line).rest)
        .map((run) => run.text)
        .join(''),
    )
    .join('\n')
    .trim()

/** The same text when all of it is strong and nothing else is; null otherwise. */
export function whollyStrong(text: string): string | null {
  const runs = runsOfLine(text.trim())
  return runs.length === 1 && runs[0]?.strong ? runs[0].text : null
}

/**
 * Joins the lines of a text that was broken over them. Thai writes no space between words, so a break between two Thai
 * letters joins without one.
 */
export function joinBroken(lines: readonly string[]): string {
  const [first = '', ...others] = lines
  const pieces = [first.trimEnd()]
  let before = first
  for (const line of others.map((other) => other.trim()).filter((other) => other !== '')) {
    const touching = THAI_LETTER.test(lastLetter(before)) && THAI_LETTER.test(firstLetter(line))
    pieces.push(touching ? line : ` ${line}`)
    before = line
  }
  return pieces.join('')
}

// Marks of emphasis are no letters.
function lastLetter(text: string): string {
  const trimmed = text.trimEnd()
  let end = trimmed.length
  while (trimmed[end - 1] === '*') end -= 1
  return trimmed[end - 1] ?? ''
}
const firstLetter = (text: string): string => /^\**(.)/su.exec(text)?.[1] ?? ''

/** Text of a cell, line by line, as rich text. No lines with text, no blocks. */
export function richTextOf(text: string): RichText {
  const blocks: Block[] = []
  let list: { ordered: boolean; items: ListItem[] } | null = null
  const closeList = () => {
    if (list) blocks.push({ kind: 'list', ...list })
    list = null
  }
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const { level, ordered, rest } = lineParts(line)
    const runs = runsOfLine(rest)
    if (level === 0) {
      closeList()
      blocks.push({ kind: 'paragraph', runs })
      continue
    }
    if (list && list.ordered !== ordered && level === 1) closeList()
    list ??= { ordered, items: [] }
    list.items.push({ level, runs })
  }
  closeList()
  return blocks
}

function lineParts(line: string): { level: 0 | 1 | 2; ordered: boolean; rest: string } {
  const match = /^(\s*)-(#?) (.*)$/su.exec(line)
  if (!match) return { level: 0, ordered: false, rest: line.trim() }
  return {
    level: (match[1] ?? '').length >= 2 ? 2 : 1,
    ordered: match[2] === '#',
    rest: (match[3] ?? '').trim(),
  }
}

/** Marks that do not pair up are text. */
function runsOfLine(line: string): readonly Run[] {
  const tokens = line.match(/\\[\\*]|\*\*|[^\\*]+|[\\*]/gsu) ?? []
  const marks = tokens.filter((token) => token === STRONG).length
  let left = marks - (marks % 2)
  const runs: { text: string; strong?: true }[] = []
  let strong = false
  for (const token of tokens) {
    if (token === STRONG && left > 0) {
      strong = !strong
      left -= 1
      continue
    }
    const text = token.length === 2 && token.startsWith('\\') ? token.slice(1) : token
    const last = runs.at(-1)
    if (last && Boolean(last.strong) === strong) last.text += text
    else runs.push(strong ? { text, strong: true } : { text })
  }
  return runs.length > 0 ? runs : [{ text: '' }]
}
