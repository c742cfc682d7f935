import { DomUtils, parseDocument } from 'htmlparser2'
import mammoth from 'mammoth'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { bilingual } from '../../text/index.ts'
import type { ImportNote, Reading, Refusal, SourceBlock, SourceDocument } from '../import.domain.ts'
import { noteOf } from '../ledger.domain.ts'
import { headingOf } from '../rules/heading.domain.ts'
import { contentsDropped } from '../rules/navigation.domain.ts'
import { joinBroken, literalText, unmarked } from '../source-text.domain.ts'
import { BOUNDS, tooManyCharacters, tooManyColumns } from './bounds.domain.ts'
import { type CellBudget, docxRows } from './docx-table.server.ts'
import { readHtml } from './html-cell.server.ts'
import { bodyBlock, isListItem } from './text-block.domain.ts'

type Nodes = ReturnType<typeof parseDocument>['children']
type Element = Extract<Nodes[number], { name: string }>
type Walk = {
  blocks: SourceBlock[]
  notes: ImportNote[]
  line: number
  cells: CellBudget
  /** Line of a table that is too large. */
  tooLarge: number | null
}

// Tags are as long as the text between them at most.
const MOST_HTML = 2 * BOUNDS.characters
// Web pages put a sign beside a heading, by which it links to itself.
const HEADING_LINK = /<a href="#[^"]*">\s*[#\u00b6]\s*<\/a>/gu
const HEADING_TAG = /^h([1-6])$/u
// A Word document may link to files; nothing outside it is ever read.
const OPTIONS = {
  convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  externalFileAccess: false,
  includeEmbeddedStyleMap: false,
}

/**
 * Reads a Word document: its headings, paragraphs, lists and tables, in order. Places are counted in paragraphs and table
 * rows, as Word has no lines. A document that cannot be read is refused as damaged, and one with a table larger than any of
 * measures. The bytes have passed `guardPackage`.
 */
export async function readDocx(bytes: Uint8Array): Promise<Result<Reading, Refusal>> {
  let html: string
  try {
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, OPTIONS)).value
  } catch {
    return err({ code: 'import.damaged-file', place: null, detail: null })
  }
  if (html.length > MOST_HTML) return err(tooManyCharacters(1, placeOf))
  const walk: Walk = { blocks: [], notes: [], line: 0, cells: { left: BOUNDS.cells }, tooLarge: null }
  walkNodes(parseDocument(html).children, walk)
  if (walk.tooLarge !== null) return err(tooManyColumns(walk.tooLarge, placeOf))
  return ok({
    document: { format: 'docx', blocks: walk.blocks, placeOf },
    notes: walk.notes,
  })
}

const placeOf: SourceDocument['placeOf'] = (line) => bilingual((text) => text.places.paragraph(line))

function walkNodes(nodes: Nodes, walk: Walk): void {
  for (const node of nodes) {
    if (!('name' in node)) continue
    notePictures(node, walk)
    const heading = HEADING_TAG.exec(node.name)
    const html = DomUtils.getInnerHTML(node)
    if (node.name === 'table') placeTable(node, walk)
    else if (node.name === 'ul' || node.name === 'ol') placeList(html, node.name, walk)
    else if (heading) {
      const text = joinLines(linesOf(html.replace(HEADING_LINK, '')), walk)
      walk.line += 1
      if (text !== '') walk.blocks.push({ kind: 'heading', line: walk.line, level: Number(heading[1]), text })
    } else if (isContentsEntry(node)) placeContents(html, walk)
    else placeParagraph(html, walk)
  }
}

/** Word builds a table of contents of links into the document itself. */
function isContentsEntry(node: Element): boolean {
  const links = DomUtils.getElementsByTagName('a', node, true).filter((link) => link.attribs.href)
  const [link] = links
  const text = DomUtils.textContent(node).trim()
  return (
    links.length === 1 &&
    link?.attribs.href?.startsWith('#') === true &&
    text !== '' &&
    DomUtils.textContent(link).trim() === text
  )
}

function placeContents(html: string, walk: Walk): void {
  walk.line += 1
  walk.notes.push(noteOf(contentsDropped(walk.line, unmarked(linesOf(html).join(' ')))))
}

function placeTable(table: Element, walk: Walk): void {
  const start = walk.line + 1
  const read = docxRows(table, start, walk.cells)
  if (!read.ok) {
    walk.tooLarge ??= read.error
    return
  }
  const rows = read.value
  walk.line += rows.length
  if (rows.length > 0) walk.blocks.push({ kind: 'table', line: start, rows })
}

const linesOf = (html: string): readonly string[] =>
  readHtml(html, { literal: literalText, breaksAsSpaces: false }).text.split('\n').filter(Boolean)

/**
 * A line break inside a paragraph sets the text out and does not end it, unless the next line is a list item or a heading
 * of its own.
 */
function placeParagraph(html: string, walk: Walk): void {
  walk.line += 1
  const isHeading = (text: string) => headingOf({ kind: 'paragraph', line: walk.line, text }) !== null
  const stretches: string[][] = []
  let afterHeading = false
  for (const line of linesOf(html)) {
    const heads = isHeading(line)
    const last = stretches.at(-1)
    if (last && !heads && !isListItem(line) && !afterHeading) last.push(line)
    else stretches.push([line])
    afterHeading = heads
  }
  for (const lines of stretches) walk.blocks.push(bodyBlock(walk.line, joinLines(lines, walk)))
}

function joinLines(lines: readonly string[], walk: Walk): string {
  for (const line of lines.slice(1))
    walk.notes.push(
      noteOf({ code: 'lines-joined', line: walk.line, text: line, say: (text) => text.notes.linesJoined }),
    )
  return joinBroken(lines)
}

/** Items of Word's own lists: numbered ones get the number that Word prints. */
function placeList(html: string, tag: string, walk: Walk): void {
  const { text } = readHtml(`<${tag}>${html}</${tag}>`, { literal: literalText, breaksAsSpaces: false })
  let number = 0
  for (const line of text.split('\n')) {
    const match = /^(\s*)-(#?) (.*)$/su.exec(line)
    walk.line += 1
    if (!match) {
      walk.blocks.push({ kind: 'paragraph', line: walk.line, text: line.trim() })
      continue
    }
    const level = (match[1] ?? '') === '' ? 1 : 2
    if (match[2] === '#' && level === 1) number += 1
    const marker = match[2] === '#' && level === 1 ? `${number}.` : '-'
    walk.blocks.push({ kind: 'list-item', line: walk.line, level, text: match[3] ?? '', marker })
  }
}

function notePictures(node: Element, walk: Walk): void {
  const pictures = DomUtils.getElementsByTagName('img', node, true)
  if (pictures.length > 0)
    walk.notes.push(
      noteOf({
        code: 'markup-removed',
        line: walk.line + 1,
        text: '',
        say: (text) => text.notes.pictureDropped,
      }),
    )
}
