import type { IStylesOptions } from 'docx'
import {
  based,
  CHARACTER_STYLES,
  COLOURS,
  LANGUAGE,
  letters,
  spacing,
} from '../../../platform/documents/docx/docx-look.server.ts'

/** Sarabun stands taller than TH Sarabun: 11.5 pt of it reads like the 16 pt that official papers ask for. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { ...letters(11.5, { color: COLOURS.ink }), language: LANGUAGE },
      paragraph: spacing(0, 6),
    },
    title: { run: letters(24, { bold: true, color: COLOURS.brand }), paragraph: spacing(0, 12, 1.15) },
    heading1: {
      run: letters(17, { bold: true, color: COLOURS.brand }),
      paragraph: { ...spacing(16, 6), keepNext: true, outlineLevel: 0 },
    },
    heading2: {
      run: letters(13.5, { bold: true }),
      paragraph: { ...spacing(12, 4), keepNext: true, outlineLevel: 1 },
    },
    heading3: {
      run: letters(12, { bold: true }),
      paragraph: { ...spacing(10, 4), keepNext: true, outlineLevel: 2 },
    },
    listParagraph: { paragraph: { ...spacing(0, 3) } },
    caption: {
      run: letters(10.5, { bold: true, color: COLOURS.ink }),
      paragraph: { ...spacing(8, 4), keepNext: true },
    },
  },
  paragraphStyles: [
    { ...based('CoverLine', 'Cover Line'), run: letters(15), paragraph: { ...spacing(0, 6) } },
    { ...based('CoverNote', 'Cover Note'), run: letters(11.5), paragraph: { ...spacing(0, 6) } },
    {
      ...based('ContentsHeading', 'Contents Heading'),
      run: letters(17, { bold: true, color: COLOURS.brand }),
    },
    ...[1, 2].map((level) => ({
      id: `TOC${level}`,
      name: `toc ${level}`,
      basedOn: 'Normal',
      run: letters(level === 1 ? 11.5 : 11),
      paragraph: { ...spacing(level === 1 ? 5 : 0, 1), indent: { left: (level - 1) * 320 } },
    })),
    { ...based('TableText', 'Table Text'), run: letters(9.5), paragraph: spacing(0, 2, 1.05) },
    {
      ...based('TableHead', 'Table Head'),
      run: letters(9.5, { bold: true }),
      paragraph: spacing(0, 2, 1.05),
    },
    {
      ...based('PageHead', 'Page Head'),
      run: letters(9, { color: COLOURS.muted }),
      paragraph: spacing(0, 0, 1),
    },
    { ...based('Remark', 'Remark'), run: letters(10.5), paragraph: spacing(4, 6) },
  ],
  characterStyles: CHARACTER_STYLES,
}
