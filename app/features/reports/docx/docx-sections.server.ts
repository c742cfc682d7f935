import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Footer,
  Header,
  HeadingLevel,
  PageNumber,
  Paragraph,
  ShadingType,
  type Table,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import { COLOURS } from '../../../platform/documents/docx/docx-look.server.ts'
import {
  type ListCounter,
  numberedEntry,
  paragraphs,
  runs,
  words,
} from '../../../platform/documents/docx/docx-text.server.ts'
import type { CoverPage, Report, ReportBlock, Section } from '../report.domain.ts'
import type { ReportWords } from '../text/index.ts'
import { qrTable } from './docx-qr.server.ts'
import { scoreBlocks } from './docx-scores.server.ts'
import { measureTable, plainTable, TEXT_WIDTH } from './docx-tables.server.ts'

export type DocxContext = Readonly<{ words: ReportWords; lists: ListCounter; pictureId: () => string }>

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }
/** Characters of the content hash that a page foot has room for. */
const SHORT_HASH = 12

/** Title, agency and year in the upper half of the page, who prepared and who approved in the lower. */
export const coverPage = (cover: CoverPage): Paragraph[] => [
  new Paragraph({ style: 'CoverLine', spacing: { before: 2600 } }),
  new Paragraph({ heading: HeadingLevel.TITLE, children: words(cover.title) }),
  new Paragraph({
    style: 'CoverLine',
    border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: COLOURS.gold, space: 14 } },
    children: words(cover.agencyLine),
  }),
  new Paragraph({ style: 'CoverLine', spacing: { before: 280 }, children: words(cover.yearLine, 'Strong') }),
  new Paragraph({ style: 'CoverNote', spacing: { before: 3400 } }),
  ...[cover.preparedByLine, ...cover.approvalLines]
    .filter((line) => line !== null)
    .map((line) => new Paragraph({ style: 'CoverNote', children: words(line) })),
]

/**
 * The contents are a field of the word processor with the section headings in it (the others repeat from issue to issue).
 * Page numbers depend on who sets the pages, so the field is marked for updating: Word fills them in when it opens the file.
 */
export const contentsPage = ({ contents }: ReportWords): (Paragraph | TableOfContents)[] => [
  new Paragraph({ style: 'ContentsHeading', pageBreakBefore: true, children: words(contents) }),
  new TableOfContents(contents, { hyperlink: true, headingStyleRange: '1-1' }),
]

export const bodyOf = (sections: readonly Section[], context: DocxContext): (Paragraph | Table)[] =>
  sections.flatMap((section, index) => [
    heading({
      level: 1,
      id: section.id,
      text: section.heading,
      pageBreakBefore: index === 0 || section.newPage,
    }),
    ...section.blocks.flatMap((block, place) => {
      const isFollowed = place < section.blocks.length - 1 || index === sections.length - 1
      return [...blockOf(block, section, context), ...(isFollowed ? afterTable(block) : [])]
    }),
  ])

export const pageHead = ({ runningHead }: Report): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'PageHead',
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line, space: 4 } },
        children: words(runningHead.title),
      }),
    ],
  })

/** Short hash, and the year where the page head does not name it; at the other side the page. */
export const pageFoot = ({ contentHash, runningHead }: Report, { page }: ReportWords): Footer => {
  const year = runningHead.title.includes(runningHead.year) ? [] : [runningHead.year]
  return new Footer({
    children: [
      new Paragraph({
        style: 'PageHead',
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          ...words([...year, contentHash.slice(0, SHORT_HASH)].join(' · ')),
          new TextRun({
            children: ['\t', `${page} `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })
}

type HeadingOf = Readonly<{ level: 1 | 2 | 3; id: string; text: string; pageBreakBefore?: boolean }>

const heading = ({ level, id, text, pageBreakBefore = false }: HeadingOf): Paragraph =>
  new Paragraph({
    heading: HEADINGS[level],
    pageBreakBefore,
    ...(pageBreakBefore ? { spacing: { before: 0 } } : {}),
    children: [new Bookmark({ id: bookmarkName(id), children: words(text) })],
  })

/** Word allows letters, digits and the underline, a letter first, and forty of them. */
const bookmarkName = (id: string) => `s_${id.replace(/[^\p{L}\p{N}]+/gu, '_')}`.slice(0, 40)

function blockOf(block: ReportBlock, section: Section, context: DocxContext): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block)]
    case 'text':
      return paragraphs(block.text, { lists: context.lists })
    case 'numbered': {
      const instance = context.lists()
      return block.items.flatMap((item) => numberedEntry(item, instance, { lists: context.lists }))
    }
    case 'measures':
      return [caption(block.table.caption), measureTable(block.table, context)]
    case 'scores':
      return scoreBlocks(block.chart, context)
    case 'table':
      return [...captionUnder(section.heading, block.caption), plainTable(block)]
    case 'qr':
      return [qrTable(block, context)]
    case 'note':
      return [note(block)]
  }
}

/** A caption that only repeats the heading above it is not said twice. */
const captionUnder = (headingText: string, text: string): Paragraph[] =>
  text === headingText ? [] : [caption(text)]

const caption = (text: string) => new Paragraph({ style: 'Caption', children: words(text) })

const ENDING_IN_TABLES: ReadonlySet<ReportBlock['kind']> = new Set(['measures', 'scores', 'table', 'qr'])

/**
 * Two tables without a paragraph between them would become one, and a document may not end in a table. At the end of a
 * section the next heading does it: one more line could fall on a page of its own.
 */
const afterTable = ({ kind }: ReportBlock): Paragraph[] =>
  ENDING_IN_TABLES.has(kind) ? [new Paragraph({ style: 'TableText' })] : []

const note = ({ tone, runs: content }: Extract<ReportBlock, { kind: 'note' }>): Paragraph => {
  const colour = tone === 'warning' ? COLOURS.gold : COLOURS.brand
  const fill = tone === 'warning' ? COLOURS.amber : COLOURS.soft
  return new Paragraph({
    style: 'Remark',
    alignment: AlignmentType.LEFT,
    border: { left: { style: BorderStyle.SINGLE, size: 24, color: colour, space: 8 } },
    shading: { type: ShadingType.CLEAR, fill, color: 'auto' },
    indent: { left: 200 },
    children: runs(content),
  })
}
