import { err, ok, type Result } from '../../../../kernel/result.ts'
import { bilingual } from '../../text/index.ts'
import type {
  ImportNote,
  Reading,
  Refusal,
  SourceBlock,
  SourceDocument,
  SourceRow,
} from '../import.domain.ts'
import { noteOf } from '../ledger.domain.ts'
import { headingOf } from '../rules/heading.domain.ts'
import { joinBroken, withoutControls } from '../source-text.domain.ts'
import { linesBeyond } from './bounds.domain.ts'
import { hasHtml, type ReadHtml, readHtml } from './html-cell.server.ts'
import { joinRows, type RawRow } from './tab-rows.domain.ts'
import { bodyBlock, isListItem } from './text-block.domain.ts'

/** A line of the file. `first` is its 1-based number; a joined line spans several. */
type Line = Readonly<{ first: number; text: string; kind: LineKind }>
type LineKind = 'blank' | 'heading' | 'tabs' | 'pipes' | 'list' | 'text'

const FEWEST_TABS = 2
const HEADING = /^(#{1,6})\s+(\S.*)$/su
const PIPES = /^\s*(?:[-*]\s+)?\|.*\|\s*$/u
const ALIGNMENT = /^[\s:|-]*$/u
const HARD_BREAK = '  '

/**
 * Reads plain text and Markdown as published reports keep it: headings with `#`, lists, tables with tabs (cells may hold
 * HTML) or with pipes, texts broken over lines with two spaces at the end of the line. Refused when no report has as many
 * lines or cells.
 */
export function readPlainText(text: string): Result<Reading, Refusal> {
  const placeOf: SourceDocument['placeOf'] = (line) => bilingual((words) => words.places.line(line))
  const beyond = linesBeyond(text, placeOf)
  if (beyond) return err(beyond)
  const notes: ImportNote[] = []
  const lines = joinHardBreaks(splitLines(text, notes), notes)
  const blocks: SourceBlock[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]
    if (!line) break
    const stretch = line.kind === 'tabs' || line.kind === 'pipes' ? tableFrom(lines, at) : [line]
    at += stretch.length
    const block =
      line.kind === 'tabs' || line.kind === 'pipes' ? tableOf(stretch, notes) : textBlock(line, notes)
    if (block) blocks.push(block)
  }
  return ok({ document: { format: 'text', blocks, placeOf }, notes })
}

function splitLines(text: string, notes: ImportNote[]): readonly Line[] {
  return text.split(/\r\n|\n|\r/u).map((raw, index) => {
    const clean = withoutControls(raw)
    if (clean !== raw && index + clean.length > 0 && raw.replace(/^\ufeff/u, '') !== clean)
      notes.push(
        noteOf({
          code: 'markup-removed',
          line: index + 1,
          text: clean,
          say: (words) => words.notes.controlsRemoved,
        }),
      )
    return { first: index + 1, text: clean, kind: kindOf(clean) }
  })
}

function kindOf(line: string): LineKind {
  if (line.trim() === '') return 'blank'
  if (line.split('\t').length > FEWEST_TABS) return 'tabs'
  if (PIPES.test(line)) return 'pipes'
  if (HEADING.test(line)) return 'heading'
  return isListItem(line) ? 'list' : 'text'
}

/** Two spaces at a line's end say that the text goes on; a heading, list item, table or empty line ends it anyhow. */
function joinHardBreaks(lines: readonly Line[], notes: ImportNote[]): readonly Line[] {
  const stretches: [Line, ...Line[]][] = []
  for (const line of lines) {
    const stretch = stretches.at(-1)
    const [first] = stretch ?? []
    const goesOn =
      (first?.kind === 'text' || first?.kind === 'list') && stretch?.at(-1)?.text.endsWith(HARD_BREAK)
    if (!stretch || !goesOn || line.kind !== 'text') {
      stretches.push([line])
      continue
    }
    stretch.push(line)
    notes.push(
      noteOf({
        code: 'lines-joined',
        line: line.first,
        text: line.text,
        say: (words) => words.notes.linesJoined,
      }),
    )
  }
  return stretches.map((stretch) => {
    const [first] = stretch
    return stretch.length === 1 ? first : { ...first, text: joinBroken(stretch.map(({ text }) => text)) }
  })
}

/** A table goes on while its kind of line does; right below a row of tabs, a line of text is the rest of a broken cell. */
function tableFrom(lines: readonly Line[], start: number): readonly Line[] {
  const kind = lines[start]?.kind
  let end = start + 1
  for (let line = lines[end]; line; line = lines[end]) {
    const isRest = kind === 'tabs' && line.kind === 'text' && headingOf(paragraphOf(line)) === null
    if (line.kind !== kind && !isRest) break
    end += 1
  }
  return lines.slice(start, end)
}

const paragraphOf = ({ first, text }: Line) =>
  ({ kind: 'paragraph', line: first, text: text.trim() }) as const

function tableOf(lines: readonly Line[], notes: ImportNote[]): SourceBlock {
  const withTabs = lines[0]?.kind === 'tabs'
  const raw = withTabs
    ? joinRows(
        lines.map(({ first, text }) => ({ line: first, text })),
        notes,
      )
    : pipeRows(lines)
  const rows = raw.map((row): SourceRow => {
    const cells = row.cells.map((cell) => readMarked(cell, { breaksAsSpaces: !withTabs }))
    noteTags(
      row.line,
      row.cells.join(' '),
      cells.flatMap(({ tags }) => tags),
      notes,
    )
    return { line: row.line, cells: cells.map(({ text }) => text.trim()) }
  })
  return { kind: 'table', line: lines[0]?.first ?? 1, rows }
}

function pipeRows(lines: readonly Line[]): readonly RawRow[] {
  return lines
    .filter(({ text }) => !ALIGNMENT.test(text))
    .map(({ first, text }) => ({
      line: first,
      cells: text
        .trim()
        .replace(/^(?:[-*]\s+)?\|/u, '')
        .replace(/\|$/u, '')
        .split(/(?<!\\)\|/u)
        .map((cell) => cell.replaceAll('\\|', '|').trim()),
    }))
}

function textBlock(line: Line, notes: ImportNote[]): SourceBlock | null {
  if (line.kind === 'blank') return null
  const heading = HEADING.exec(line.text)
  const written = heading ? withoutClosingMarks(heading[2] ?? '') : line.text
  const { text, tags } = readMarked(written.trimEnd(), { breaksAsSpaces: false })
  noteTags(line.first, line.text, tags, notes)
  if (text.trim() === '') return null
  if (heading) return { kind: 'heading', line: line.first, level: heading[1]?.length ?? 1, text: text.trim() }
  return bodyBlock(line.first, text)
}

/** A heading may end with as many `#` as it likes. */
function withoutClosingMarks(text: string): string {
  let end = text.trimEnd().length
  while (text[end - 1] === '#') end -= 1
  return text.slice(0, end)
}

/** A backslash before anything but `*` is the text's own. */
const literal = (text: string) => text.replace(/\\(?!\*)/gu, '\\\\')

function readMarked(text: string, { breaksAsSpaces }: Readonly<{ breaksAsSpaces: boolean }>): ReadHtml {
  return hasHtml(text) ? readHtml(text, { literal, breaksAsSpaces }) : { text: literal(text), tags: [] }
}

function noteTags(line: number, text: string, tags: readonly string[], notes: ImportNote[]): void {
  const names = [...new Set(tags)]
  if (names.length > 0)
    notes.push(
      noteOf({
        code: 'markup-removed',
        line,
        text,
        say: (words) => words.notes.markupRemoved(names.join(', ')),
      }),
    )
}
