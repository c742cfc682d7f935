import { toArabicDigits } from '../../../../kernel/thai-digits.ts'
import type { SourceBlock, SourceDocument } from '../import.domain.ts'
import { type Ledger, type NoteParts, writeNote } from '../ledger.domain.ts'
import { unmarked } from '../source-text.domain.ts'
import { CONTENTS_HEADING, COVER_PATTERNS, HEADING_PATTERNS, PAGE_NUMBER } from './import-words.th.ts'

type TextBlock = Exclude<SourceBlock, { kind: 'table' }>

const TITLED_ISSUE = new RegExp(HEADING_PATTERNS.issue, 'su')
const BARE_ISSUE = new RegExp(HEADING_PATTERNS.bareIssue, 'u')
const CONTENTS = new RegExp(CONTENTS_HEADING, 'u')
const LEADERS = ['.....', '\u2026\u2026']
const PAGE = new RegExp(PAGE_NUMBER, 'u')
const TITLE = new RegExp(COVER_PATTERNS.title, 'u')
// A running title adds the agency and the year to the title, and no more.
const RUNNING_TITLE_ADDS = 120

/**
 * Blocks that are furniture of the pages and not text: the row of issue names printed on every page, page numbers, and
 * the report's title repeated at the head of pages. Each stretch of them is one note.
 */
export function navigationOf(
  document: SourceDocument,
  ledger: Ledger,
): Readonly<{ skip: ReadonlySet<SourceBlock>; runningTitle: string | null }> {
  const texts = document.blocks.filter((block): block is TextBlock => block.kind !== 'table')
  const plain = new Map(texts.map((block) => [block, toArabicDigits(unmarked(block.text))] as const))
  const textOf = (block: SourceBlock) => (block.kind === 'table' ? '' : (plain.get(block) ?? ''))

  const menus = menusIn(document.blocks, textOf)
  const isMenu = (block: SourceBlock) => menus.has(block)
  const running = runningTitlesOf(texts, textOf)
  const skip = new Set<SourceBlock>(running)
  for (const block of running) noteRunning(ledger, block)
  noteMenus(document.blocks, isMenu, ledger)
  for (const block of texts) {
    if (isMenu(block)) skip.add(block)
    else if (block.kind === 'paragraph' && PAGE.test(textOf(block))) {
      skip.add(block)
      writeNote(ledger, {
        code: 'navigation-dropped',
        line: block.line,
        text: unmarked(block.text),
        say: (text) => text.notes.pageNumberDropped,
      })
    } else if (isOfContents(textOf(block))) {
      skip.add(block)
      writeNote(ledger, contentsDropped(block.line, unmarked(block.text)))
    }
  }
  const first = running[0]
  return { skip, runningTitle: first ? unmarked(first.text) : null }
}

/** The note for an entry of the table of contents. */
export const contentsDropped = (line: number, text: string): NoteParts => ({
  code: 'navigation-dropped',
  line,
  text,
  say: (words) => words.notes.contentsDropped,
})

/** The heading of a table of contents, or an entry of it: dots or a tab before the number of a page. */
function isOfContents(text: string): boolean {
  if (CONTENTS.test(text)) return true
  const page = /\d{1,3}$/u.exec(text)
  const before = text.slice(0, page?.index ?? 0)
  const entry = before.trimEnd()
  return (
    entry !== '' &&
    (LEADERS.some((dots) => entry.endsWith(dots)) || before.slice(entry.length).includes('\t'))
  )
}

/**
 * The word for an issue with its number alone is an entry of a menu when such lines stand together, or when the issue has a titled heading
 * elsewhere; else it heads its issue, and the title is on the next line.
 */
function menusIn(
  blocks: readonly SourceBlock[],
  textOf: (block: SourceBlock) => string,
): ReadonlySet<SourceBlock> {
  const numberOf = (block: SourceBlock | undefined) =>
    block === undefined ? undefined : BARE_ISSUE.exec(textOf(block))?.[1]
  const titled = new Set(blocks.map((block) => TITLED_ISSUE.exec(textOf(block))?.[1]))
  return new Set(
    blocks.filter((block, index) => {
      const number = numberOf(block)
      if (number === undefined) return false
      const together = numberOf(blocks[index - 1]) !== undefined || numberOf(blocks[index + 1]) !== undefined
      return together || titled.has(number)
    }),
  )
}

const noteRunning = (ledger: Ledger, block: TextBlock): void =>
  writeNote(ledger, {
    code: 'running-title-dropped',
    line: block.line,
    text: unmarked(block.text),
    say: (text) => text.notes.runningTitleDropped,
  })

function noteMenus(
  blocks: readonly SourceBlock[],
  isMenu: (block: SourceBlock) => boolean,
  ledger: Ledger,
): void {
  let stretch: TextBlock[] = []
  const close = () => {
    const [first] = stretch
    if (first)
      writeNote(ledger, {
        code: 'navigation-dropped',
        line: first.line,
        text: stretch.map((block) => unmarked(block.text)).join(' '),
        say: (text) => text.notes.navigationDropped,
      })
    stretch = []
  }
  for (const block of blocks) {
    if (block.kind !== 'table' && isMenu(block)) stretch.push(block)
    else close()
  }
  close()
}

function runningTitlesOf(
  texts: readonly TextBlock[],
  textOf: (block: SourceBlock) => string,
): readonly TextBlock[] {
  const tight = (text: string) => text.replace(/\s+/gu, '')
  const title = texts.find((block) => TITLE.test(textOf(block)))
  if (!title) return []
  const head = tight(textOf(title))
  const counts = Map.groupBy(texts, (block) => tight(textOf(block)))
  return texts.filter((block) => {
    const text = tight(textOf(block))
    if (block === title || !text.startsWith(head) || text.length > head.length + RUNNING_TITLE_ADDS)
      return false
    return block.kind === 'heading' || (counts.get(text)?.length ?? 0) > 1
  })
}
