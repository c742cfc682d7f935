import { toArabicDigits } from '../../../../kernel/thai-digits.ts'
import type { SourceBlock, SourceDocument, SourceRow } from '../import.domain.ts'
import {
  type Ledger,
  type NoteParts,
  noteAssumed,
  noteUnplaced,
  writeNote,
  writeNoteOnce,
} from '../ledger.domain.ts'
import { unmarked } from '../source-text.domain.ts'
import { type HeadingKind, headingOf, type ReadHeading } from './heading.domain.ts'
import { LISTED_TITLE } from './import-words.th.ts'
import { findHead, type MeasureTableDraft } from './measure-table.domain.ts'
import { navigationOf } from './navigation.domain.ts'

/** A paragraph or list item with its marks, and where it stands. */
export type TextUnit = Readonly<{ line: number; text: string; level: number; marker: string | null }>
export type IssueDraft = {
  number: number
  title: string
  line: number
  analysis: TextUnit[]
  limitations: TextUnit[]
  tables: MeasureTableDraft[]
}
export type NameListDraft = { heading: string; line: number; rows: SourceRow[] }

/** A source document cut into the parts of a report; nothing in the parts is interpreted yet. */
export type Outline = {
  cover: TextUnit[]
  /** The title as it is repeated at the head of pages. */
  runningTitle: string | null
  background: TextUnit[]
  issueListHeading: TextUnit | null
  listedTitles: { number: number; title: string; line: number }[]
  criteria: { heading: string; body: TextUnit[]; scoringHeading: string | null; scoring: TextUnit[] } | null
  issues: IssueDraft[]
  nameLists: NameListDraft[]
  /** Tables of measures outside an issue: their rows name it. */
  looseTables: MeasureTableDraft[]
}

type Part =
  | 'cover'
  | 'background'
  | 'issue-list'
  | 'criteria'
  | 'scoring'
  | 'analysis'
  | 'limitations'
  | 'title'
  | 'names'
  | 'below-table'
  | 'added'
  | 'nowhere'
type State = { outline: Outline; part: Part; issue: IssueDraft | null; ledger: Ledger }

const LISTED = new RegExp(LISTED_TITLE, 'su')

/** Walks the blocks once, in reading order. What belongs to no part is a note. */
export function outlineOf(document: SourceDocument, ledger: Ledger): Outline {
  const { skip, runningTitle } = navigationOf(document, ledger)
  const state: State = { outline: { ...emptyOutline(), runningTitle }, part: 'cover', issue: null, ledger }
  for (const block of document.blocks) {
    if (skip.has(block)) continue
    if (block.kind === 'table') placeTable(state, block)
    else placeText(state, block)
  }
  return state.outline
}

const emptyOutline = (): Outline => ({
  cover: [],
  runningTitle: null,
  background: [],
  issueListHeading: null,
  listedTitles: [],
  criteria: null,
  issues: [],
  nameLists: [],
  looseTables: [],
})

type TextBlock = Exclude<SourceBlock, { kind: 'table' }>

function placeText(state: State, block: TextBlock): void {
  const heading = headingOf(block)
  const unit = unitOf(block)
  if (heading) openPart(state, heading, unit)
  else if (block.kind === 'heading' && !awaitsTitle(state)) openUnknown(state, unit)
  else placeUnit(state, unit)
}

/** The cover is made of headings too, and so is the title of an issue on the line below its number. */
const awaitsTitle = ({ part, issue }: State): boolean =>
  part === 'cover' || (part === 'title' && issue?.title === '')

const unitOf = (block: TextBlock): TextUnit => ({
  line: block.line,
  text: block.text,
  level: block.kind === 'list-item' ? block.level : 0,
  marker: block.kind === 'list-item' ? block.marker : null,
})

/** An unknown heading closes the part before it: what follows it is not the part's text. */
function openUnknown(state: State, unit: TextUnit): void {
  if (continuesIssuesHeading(state)) {
    addIssuesHeading(state, unmarked(unit.text))
    return
  }
  placeElsewhere(state, unit)
  state.part = 'nowhere'
}

/** Between the heading of the list of issues and its first title, a heading is a further line of that heading. */
const continuesIssuesHeading = ({ part, outline }: State): boolean =>
  part === 'issue-list' && outline.listedTitles.length === 0

function addIssuesHeading({ outline }: State, text: string): void {
  const { issueListHeading: heading } = outline
  if (heading) outline.issueListHeading = { ...heading, text: `${heading.text}\n${text}` }
}

const PART_OF: Readonly<Partial<Record<HeadingKind, Part>>> = {
  analysis: 'analysis',
  limitations: 'limitations',
  background: 'background',
  measures: 'nowhere',
  added: 'added',
}

function openPart(state: State, heading: ReadHeading, unit: TextUnit): void {
  const { outline } = state
  const plain = unmarked(unit.text)
  switch (heading.kind) {
    case 'issue':
      openIssue(state, heading, unit)
      return
    case 'issueList':
      if (!outline.issueListHeading) outline.issueListHeading = { ...unit, text: plain }
      else if (continuesIssuesHeading(state)) addIssuesHeading(state, plain)
      else placeElsewhere(state, unit)
      state.part = 'issue-list'
      return
    case 'criteria':
      if (outline.criteria) {
        openUnknown(state, unit)
        return
      }
      outline.criteria = { heading: plain, body: [], scoringHeading: null, scoring: [] }
      state.part = 'criteria'
      return
    case 'scoring':
      if (outline.criteria) outline.criteria = { ...outline.criteria, scoringHeading: plain }
      state.part = 'scoring'
      return
    case 'names':
      outline.nameLists.push({ heading: plain, line: unit.line, rows: [] })
      state.part = 'names'
      return
    default:
      state.part = PART_OF[heading.kind] ?? 'nowhere'
      noteHeading(state.ledger, unit)
      if (heading.rest) placeUnit(state, { ...unit, text: heading.rest })
  }
}

/** An issue whose heading comes again goes on: the first was an entry of a table of contents when nothing followed it. */
function openIssue(state: State, heading: ReadHeading, unit: TextUnit): void {
  const { number = 0, rest = '' } = heading
  const title = unmarked(rest)
  const { line } = unit
  const known = state.outline.issues.find((issue) => issue.number === number)
  const issue = known ?? { number, title, line, analysis: [], limitations: [], tables: [] }
  state.part = 'title'
  state.issue = issue
  if (!known) {
    state.outline.issues.push(issue)
    return
  }
  if (isEmpty(known) && title !== '') Object.assign(known, { title, line })
  writeNote(state.ledger, {
    code: 'navigation-dropped',
    line,
    text: unmarked(unit.text),
    say: (text) => text.notes.navigationDropped,
  })
}

const isEmpty = ({ analysis, limitations, tables }: IssueDraft): boolean =>
  analysis.length + limitations.length + tables.length === 0

function placeUnit(state: State, unit: TextUnit): void {
  const { outline, issue } = state
  if (state.part === 'cover') outline.cover.push(unit)
  else if (state.part === 'background') outline.background.push(unit)
  else if (state.part === 'criteria') outline.criteria?.body.push(unit)
  else if (state.part === 'scoring' && outline.criteria) outline.criteria.scoring.push(unit)
  else if (state.part === 'issue-list') placeListedTitle(state, unit)
  else if (state.part === 'title' && issue && issue.title === '') issue.title = unmarked(unit.text)
  else if (state.part === 'title' && issue) placeUntitled(state.ledger, issue, unit)
  else if (state.part === 'analysis' && issue) issue.analysis.push(unit)
  else if (state.part === 'limitations' && issue) issue.limitations.push(unit)
  else if (state.part === 'names') placeName(state, unit)
  else placeElsewhere(state, unit)
}

function placeUntitled(ledger: Ledger, issue: IssueDraft, unit: TextUnit): void {
  issue.analysis.push(unit)
  noteAssumed(ledger, { line: unit.line, text: unmarked(unit.text) }, 'takenAsAnalysis')
}

function placeListedTitle(state: State, unit: TextUnit): void {
  const plain = unmarked(unit.marker && unit.marker !== '-' ? `${unit.marker} ${unit.text}` : unit.text)
  const match = LISTED.exec(toArabicDigits(plain))
  if (!match) {
    placeElsewhere(state, unit)
    return
  }
  const title = plain.slice(plain.length - (match[2] ?? '').length)
  state.outline.listedTitles.push({ number: Number(match[1]), title, line: unit.line })
}

/** A name without a table: "1. name, position" or a tab between them. */
function placeName(state: State, unit: TextUnit): void {
  const numbered = unit.marker && unit.marker !== '-' ? `${unit.marker} ${unit.text}` : unit.text
  const cells = unmarked(numbered).split(/\t+|\s{3,}/u)
  state.outline.nameLists.at(-1)?.rows.push({ line: unit.line, cells })
}

function placeTable(state: State, block: Extract<SourceBlock, { kind: 'table' }>): void {
  const { outline, ledger } = state
  const before = state.issue?.tables.at(-1) ?? outline.looseTables.at(-1)
  const head = findHead(block.rows)
  if (state.part === 'names' && !head) {
    for (const row of block.rows) outline.nameLists.at(-1)?.rows.push(row)
    return
  }
  // A table without a head goes on with the one above it on the page before.
  const goesOn = state.part === 'below-table' && block.rows.every((row) => row.cells.length === before?.width)
  if (!head && !goesOn) {
    for (const row of block.rows) noteRow(ledger, row)
    return
  }
  const rows = head ? block.rows.slice(head.index + 1) : block.rows
  for (const row of head ? block.rows.slice(0, head.index) : []) placeRowAboveHead(state, row)
  const table = head ? { ...head, rows } : { ...(before as MeasureTableDraft), rows }
  if (state.issue && table.columns.issue === undefined) state.issue.tables.push(table)
  else outline.looseTables.push(table)
  state.part = 'below-table'
}

function placeRowAboveHead(state: State, row: SourceRow): void {
  const text = row.cells.find((cell) => cell.trim() !== '') ?? ''
  if (text !== '') placeText(state, { kind: 'paragraph', line: row.line, text })
}

/** Before the first issue a text without a part is background: there agencies say who approved what. */
function placeElsewhere({ outline, part, ledger }: State, unit: TextUnit): void {
  const parts = { line: unit.line, text: unmarked(unit.text) }
  if (part === 'added' || outline.issues.length + outline.looseTables.length > 0) {
    noteUnplaced(ledger, parts)
    return
  }
  outline.background.push(unit)
  noteAssumed(ledger, parts, 'takenAsBackground')
}

/** The same heading in every issue is one note. */
function noteHeading(ledger: Ledger, unit: TextUnit): void {
  const text = unmarked(unit.text)
  const say: NoteParts['say'] = (words) => words.notes.headingRead
  writeNoteOnce(ledger, { code: 'navigation-dropped', line: unit.line, text, say }, text)
}

function noteRow(ledger: Ledger, row: SourceRow): void {
  const text = row.cells.map(unmarked).filter(Boolean).join(' | ')
  if (text !== '') noteUnplaced(ledger, { line: row.line, text })
}
