import { Parser } from 'htmlparser2'
import { strongText } from '../source-text.domain.ts'

/** A cell's text in lines (see README of importers), and the names of the tags that were taken off it. */
export type ReadHtml = Readonly<{ text: string; tags: readonly string[] }>

const LOOKS_LIKE_HTML = /<\/?[a-z][^<>]*>|<!--|&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});/iu
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template'])
const LINE_TAGS = new Set('p div li ul ol tr td th table h1 h2 h3 h4 h5 h6'.split(' '))
const STRONG_TAGS = new Set(['b', 'strong'])
const DEEPEST_LIST = 2
// No page nests deeper, and finding the tag that a closing tag closes takes as long as tags are open.
const MOST_OPEN = 100

/** Whether a text holds tags or entities: "a < b" and "R&D" do not. */
export const hasHtml = (text: string): boolean => LOOKS_LIKE_HTML.test(text)

type Piece = { text: string; strong: boolean }
type Line = { prefix: string; pieces: Piece[]; isBlank: boolean }

/**
 * Reads HTML as text: paragraphs are lines, list items lines with a dash, bold is `**`; nested, crossed and unclosed
 * tags are taken as browsers take them. `literal` makes the text's own marks literal (it is left to callers whose text
 * has no marks of its own). A `<br>` is a line of its own unless `breaksAsSpaces`. Text with a hundred tags open at once is
 * no page: it is answered as it stands.
 */
export function readHtml(
  html: string,
  { literal, breaksAsSpaces }: Readonly<{ literal: (text: string) => string; breaksAsSpaces: boolean }>,
): ReadHtml {
  const state: State = {
    lines: [{ prefix: '', pieces: [], isBlank: true }],
    tags: new Set(),
    lists: [],
    strong: 0,
    unseen: 0,
    open: 0,
  }
  const parser = new Parser(
    {
      onopentagname(name) {
        openTag(state, name, breaksAsSpaces)
        if (state.open > MOST_OPEN) parser.pause()
      },
      ontext(text) {
        if (state.unseen === 0) addPiece(state, text)
      },
      onclosetag: (name) => closeTag(state, name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.write(html)
  if (state.open > MOST_OPEN) return { text: literal(html), tags: [] }
  parser.end()
  const text = state.lines.map((line) => lineText(line, literal)).filter(Boolean)
  return { text: text.join('\n'), tags: [...state.tags] }
}

type State = {
  lines: Line[]
  tags: Set<string>
  lists: string[]
  strong: number
  unseen: number
  /** Tags that are open, as far as they nest. */
  open: number
}

/** White space before the first word of a line is no part of it. */
function addPiece({ lines, strong }: State, text: string): void {
  const line = lines.at(-1)
  if (!line || (line.isBlank && text.trim() === '')) return
  line.isBlank = false
  line.pieces.push({ text, strong: strong > 0 })
}

function newLine({ lines }: State, prefix: string): void {
  const last = lines.at(-1)
  if (last?.isBlank) last.prefix = prefix
  else lines.push({ prefix, pieces: [], isBlank: true })
}

function openTag(state: State, name: string, breaksAsSpaces: boolean): void {
  state.tags.add(name)
  state.open += 1
  if (UNSEEN.has(name)) state.unseen += 1
  if (STRONG_TAGS.has(name)) state.strong += 1
  if (name === 'ul' || name === 'ol') state.lists.push(name)
  if (name === 'li') newLine(state, listPrefix(state.lists))
  else if (name === 'br' && breaksAsSpaces) addPiece(state, ' ')
  else if (name === 'br') newLine(state, '')
  else if (LINE_TAGS.has(name) && !(name === 'p' && isOpenItem(state.lines))) newLine(state, '')
}

function closeTag(state: State, name: string): void {
  state.open = Math.max(0, state.open - 1)
  if (UNSEEN.has(name)) state.unseen = Math.max(0, state.unseen - 1)
  if (STRONG_TAGS.has(name)) state.strong = Math.max(0, state.strong - 1)
  if (name === 'ul' || name === 'ol') state.lists.pop()
  if (LINE_TAGS.has(name)) newLine(state, '')
}

/** A paragraph inside a list item does not end the item's line. */
const isOpenItem = (lines: readonly Line[]) => {
  const last = lines.at(-1)
  return last !== undefined && last.prefix !== '' && last.isBlank
}

function listPrefix(lists: readonly string[]): string {
  const indent = lists.length >= DEEPEST_LIST ? '  ' : ''
  return `${indent}${lists.at(-1) === 'ol' ? '-#' : '-'} `
}

function lineText(line: Line, literal: (text: string) => string): string {
  const pieces: Piece[] = []
  for (const { text, strong } of line.pieces) {
    const last = pieces.at(-1)
    if (last?.strong === strong) last.text += text
    else pieces.push({ text, strong })
  }
  const folded = pieces
    .map(({ text, strong }) => {
      const written = literal(text.replace(/\s+/gu, ' '))
      return strong ? strongText(written) : written
    })
    .join('')
    .replace(/ {2,}/gu, ' ')
    .trim()
  return folded === '' ? '' : line.prefix + folded
}
