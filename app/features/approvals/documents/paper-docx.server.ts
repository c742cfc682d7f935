import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { EMBEDDED_FONTS, NUMBERING } from '../../../platform/documents/docx/docx-look.server.ts'
import {
  type ListCounter,
  listCounter,
  propertyText,
  words,
} from '../../../platform/documents/docx/docx-text.server.ts'
import { steadyPackage } from '../../../platform/documents/steady-package.server.ts'
import { officialForm as form } from './official-form.th.ts'
import type { OfficialPaper, PaperItem, PaperPart, Roster, Signature } from './official-paper.domain.ts'
import { SHEET } from './official-sheet.table.ts'
import { OFFICIAL_STYLES } from './paper-docx-styles.server.ts'

/** Millimetres in twentieths of a point. */
const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440)
const PAGE = {
  size: { width: twips(SHEET.width), height: twips(SHEET.height) },
  margin: {
    top: twips(SHEET.top),
    bottom: twips(SHEET.bottom),
    left: twips(SHEET.left),
    right: twips(SHEET.right),
    footer: twips(10),
  },
}
const TEXT_WIDTH = twips(SHEET.width - SHEET.left - SHEET.right)
const INDENT = twips(SHEET.indent)

/**
 * A paper as an editable Word document, in named styles, the font embedded. The same paper gives the same bytes. What XML
 * cannot carry is left out of the text.
 */
export async function paperDocx(paper: OfficialPaper): Promise<Uint8Array> {
  const lists = listCounter()
  const document = new Document({
    title: propertyText(paper.title),
    creator: propertyText(paper.agencyName),
    lastModifiedBy: propertyText(paper.agencyName),
    revision: 1,
    fonts: EMBEDDED_FONTS,
    styles: OFFICIAL_STYLES,
    numbering: NUMBERING,
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: footOf(paper) },
        children: [
          ...headOf(paper.head),
          ...paper.rosters.flatMap(rosterOf),
          ...(paper.opening === null ? [] : [plainParagraph(paper.opening, 'Opening')]),
          ...paper.items.flatMap((item) => itemOf(item, lists)),
          ...(paper.closing === null ? [] : [plainParagraph(paper.closing, 'Opening')]),
          ...signaturesOf(paper.signatures),
        ],
      },
    ],
  })
  return steadyPackage(await Packer.toBuffer(document))
}

const plainParagraph = (text: string, style: string) => new Paragraph({ style, children: words(text) })

/** The name of the paper, then number, day and place, and a rule below them. */
const headOf = ([name = '', ...lines]: readonly string[]): Paragraph[] => [
  new Paragraph({ heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER, children: words(name) }),
  ...lines.map((line) => plainParagraph(line, 'HeadLine')),
  new Paragraph({
    style: 'HeadRule',
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: 'auto', space: 1 } },
  }),
]

const heading = (text: string) => new Paragraph({ heading: HeadingLevel.HEADING_2, children: words(text) })

const NO_EDGE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_EDGES = {
  ...{ top: NO_EDGE, bottom: NO_EDGE, left: NO_EDGE, right: NO_EDGE },
  ...{ insideHorizontal: NO_EDGE, insideVertical: NO_EDGE },
}

const tableOf = (widths: readonly number[], rows: readonly (readonly Paragraph[][])[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    borders: NO_EDGES,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, column) =>
              new TableCell({
                children: [...children],
                width: { size: widths[column] ?? 0, type: WidthType.DXA },
                margins: { left: 0, right: twips(2), top: 20, bottom: 20 },
              }),
          ),
        }),
    ),
  })

const ROSTER_COLUMNS = [twips(10), ...SHEET.roster.map(twips)] as const

const rosterOf = ({ heading: name, people }: Roster): (Paragraph | Table)[] => [
  heading(name),
  tableOf(
    ROSTER_COLUMNS,
    people.map((person, index) => [
      [plainParagraph(`${index + 1}.`, 'Roster')],
      [plainParagraph(person.name, 'Roster')],
      [plainParagraph(person.title, 'Roster')],
    ]),
  ),
]

const itemOf = ({ heading: name, parts }: PaperItem, lists: ListCounter): Paragraph[] => [
  heading(name),
  ...parts.flatMap((part) => partOf(part, lists)),
]

function partOf(part: PaperPart, lists: ListCounter): Paragraph[] {
  switch (part.kind) {
    case 'text':
      return part.paragraphs.map((text) => plainParagraph(text, 'Official'))
    case 'labelled':
      return [
        new Paragraph({
          style: 'Official',
          children: [...words(part.label, 'Strong'), ...words('   '), ...words(part.text)],
        }),
      ]
    case 'hash':
      return [
        new Paragraph({
          style: 'SmallPrint',
          children: [
            ...words(`${part.label} `),
            ...words(part.short, 'Strong'),
            new TextRun({ text: part.full, break: 1 }),
          ],
        }),
      ]
    case 'list': {
      const instance = lists()
      return [
        new Paragraph({ style: 'ListHead', children: words(part.label, 'Strong') }),
        ...part.entries.map(
          (entry) =>
            new Paragraph({
              style: 'ListParagraph',
              numbering: { reference: 'numbers', level: 0, instance },
              indent: { left: INDENT + twips(7), hanging: twips(7) },
              children: words(entry),
            }),
        ),
      ]
    }
    case 'note':
      return [plainParagraph(part.text, 'SmallPrint')]
  }
}

/** Two beside each other, and those of a copy below. A document may not end in a table. */
function signaturesOf(signatures: readonly Signature[]): (Paragraph | Table)[] {
  const [wrote, checked, ...rest] = signatures
  if (wrote === undefined || checked === undefined) return []
  const half = Math.floor(TEXT_WIDTH / 2)
  return [
    new Paragraph({ style: 'SignatureGap', keepNext: true }),
    tableOf([half, half], [[signatureOf(wrote), signatureOf(checked)]]),
    ...rest.flatMap((one) => [new Paragraph({ style: 'SignatureGap', keepNext: true }), ...signatureOf(one)]),
  ]
}

const DOTS = '.'.repeat(44)

const signatureOf = ({ label, name, fields }: Signature): Paragraph[] =>
  [
    `${form.signed} ${DOTS}`,
    name === null ? `(${DOTS}..)` : `(${name})`,
    label,
    ...fields.map((field) => `${field} ${DOTS.slice(4)}`),
  ].map(
    (text, index, all) =>
      new Paragraph({ style: 'Signature', keepNext: index < all.length - 1, children: words(text) }),
  )

const footOf = ({ foot }: OfficialPaper): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'PageFoot',
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          ...words(foot),
          new TextRun({ children: ['\t', `${form.page} `, PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
