import {
  BorderStyle,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { xmlSafe } from '../../../kernel/chart/xml-text.ts'
import { COLOURS, letters } from '../../../platform/documents/docx/docx-look.server.ts'
import { words } from '../../../platform/documents/docx/docx-text.server.ts'
import { qrSvg } from '../../../platform/pictures/qr-code.ts'
import { svgToPng } from '../../../platform/pictures/svg-to-png.server.ts'
import type { QrBlock } from '../report.domain.ts'
import { TEXT_WIDTH } from './docx-tables.server.ts'

/** The side of the code in pixels at 96 to the inch (4 cm), and of its picture: whole pixels for each part of any code. */
const SIDE = 151
const SHARP_SIDE = 1060
/** Width of the column of the code, in twentieths of a point. */
const CODE_WIDTH = 2700

const LOOKS = { code: letters(17, { bold: true, color: COLOURS.brand }), hash: letters(9.5) }
const NO_EDGE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_EDGES = { top: NO_EDGE, bottom: NO_EDGE, left: NO_EDGE, right: NO_EDGE }

/** The code at the left, and beside it what is typed or read in its place. */
export function qrTable(
  { address, alt, beside }: QrBlock,
  { pictureId }: { pictureId: () => string },
): Table {
  const picture = new ImageRun({
    type: 'png',
    data: svgToPng(qrSvg(address), SHARP_SIDE).png,
    transformation: { width: SIDE, height: SIDE },
    altText: { id: pictureId(), name: 'qr', title: xmlSafe(alt), description: xmlSafe(`${alt} ${address}`) },
  })
  const lines = beside.flatMap(({ label, text, look }) => [
    new Paragraph({ style: 'PageHead', keepNext: true, children: words(label) }),
    new Paragraph({
      spacing: { before: 0, after: 120 },
      children: look === 'plain' ? words(text) : [new TextRun({ ...LOOKS[look], text: xmlSafe(text) })],
    }),
  ])
  const widths = [CODE_WIDTH, TEXT_WIDTH - CODE_WIDTH]
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...NO_EDGES, insideHorizontal: NO_EDGE, insideVertical: NO_EDGE },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [[new Paragraph({ children: [picture] })], lines].map(
          (children, column) =>
            new TableCell({
              children,
              width: { size: widths[column] ?? 0, type: WidthType.DXA },
              borders: NO_EDGES,
            }),
        ),
      }),
    ],
  })
}
