import { AlignmentType, type IStylesOptions } from 'docx'
import {
  based,
  CHARACTER_STYLES,
  LANGUAGE,
  letters,
  spacing,
} from '../../../platform/documents/docx/docx-look.server.ts'
import { SHEET } from './official-sheet.table.ts'

const INK = '14161C'
const MUTED = '4C5566'
const INDENT = Math.round((SHEET.indent / 25.4) * 1440)

/** The look of official papers in the word processor. */
export const OFFICIAL_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { ...letters(SHEET.size, { color: INK }), language: LANGUAGE },
      paragraph: spacing(0, 4),
    },
    heading1: {
      run: letters(14, { bold: true, color: INK }),
      paragraph: { ...spacing(0, 2), keepNext: true },
    },
    heading2: {
      run: letters(SHEET.size, { bold: true, color: INK }),
      paragraph: { ...spacing(12, 3), keepNext: true },
    },
    listParagraph: { paragraph: spacing(0, 3) },
  },
  paragraphStyles: [
    {
      ...based('HeadLine', 'Head Line'),
      paragraph: { ...spacing(0, 1), alignment: AlignmentType.CENTER },
    },
    {
      ...based('HeadRule', 'Head Rule'),
      run: letters(4),
      paragraph: { ...spacing(0, 6, 1), indent: { left: 3300, right: 3300 } },
    },
    { ...based('Roster', 'Roster'), paragraph: spacing(0, 1) },
    { ...based('Opening', 'Opening'), paragraph: spacing(10, 4) },
    // The first line is set in, as official papers have it.
    { ...based('Official', 'Official'), paragraph: { ...spacing(0, 4), indent: { firstLine: INDENT } } },
    {
      ...based('ListHead', 'List Head'),
      paragraph: { ...spacing(2, 2), keepNext: true, indent: { left: INDENT } },
    },
    {
      ...based('SmallPrint', 'Small Print'),
      run: letters(9.5, { color: MUTED }),
      paragraph: { ...spacing(0, 4), indent: { left: INDENT } },
    },
    { ...based('SignatureGap', 'Signature Gap'), paragraph: spacing(16, 0, 1) },
    {
      ...based('Signature', 'Signature'),
      paragraph: { ...spacing(0, 2), alignment: AlignmentType.CENTER },
    },
    { ...based('PageFoot', 'Page Foot'), run: letters(9, { color: MUTED }), paragraph: spacing(0, 0, 1) },
  ],
  characterStyles: CHARACTER_STYLES,
}
