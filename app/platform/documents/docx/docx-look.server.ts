import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  AlignmentType,
  CharacterSet,
  type INumberingOptions,
  type IPropertiesOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx'

const { resolve } = createRequire(import.meta.url)
const fontFile = (path: string) => readFileSync(resolve(`@expo-google-fonts/sarabun/${path}`))

/** Embedded, so that the document looks the same where Sarabun is not installed. */
export const EMBEDDED_FONTS: NonNullable<IPropertiesOptions['fonts']> = [
  {
    name: 'Sarabun',
    data: fontFile('400Regular/Sarabun_400Regular.ttf'),
    bold: fontFile('700Bold/Sarabun_700Bold.ttf'),
    characterSet: CharacterSet.THAI,
  },
]

export const COLOURS = {
  ink: '14213D',
  muted: '56687C',
  brand: '0B3D78',
  soft: 'EAF1F8',
  line: 'B4C1CF',
  gold: 'B8862B',
  late: 'A8201A',
  amber: 'FFF6E0',
} as const

/** All four ranges: Word picks the font by the script of each letter, and Thai is `cs`. */
const FONT = { ascii: 'Sarabun', hAnsi: 'Sarabun', eastAsia: 'Sarabun', cs: 'Sarabun' }
/** Thai is a complex script; the first entry is for Latin letters, which Thai rules of line breaking would cut anywhere. */
export const LANGUAGE = { value: 'en-US', eastAsia: 'th-TH', bidirectional: 'th-TH' }

/** Word sets Thai by the complex-script twin of a property and ignores the plain one. Sizes are in points. */
export const letters = (points: number, look: Readonly<{ bold?: boolean; color?: string }> = {}) => ({
  font: FONT,
  size: points * 2,
  sizeComplexScript: points * 2,
  ...(look.bold ? { bold: true, boldComplexScript: true } : {}),
  ...(look.color ? { color: look.color } : {}),
})

/** Spacing in points. `line` is in multiples of the font's own line, which Sarabun makes 1.3 of its size. */
export const spacing = (before: number, after: number, line = 1.06) => ({
  spacing: {
    before: before * 20,
    after: after * 20,
    line: Math.round(line * 240),
    lineRule: LineRuleType.AUTO,
  },
})

/** A paragraph style of a document's own. */
export const based = (id: string, name: string) => ({ id, name, basedOn: 'Normal', quickFormat: true })

/** The styles that runs of rich text name. */
export const CHARACTER_STYLES: NonNullable<IStylesOptions['characterStyles']> = [
  { id: 'Strong', name: 'Strong', quickFormat: true, run: { bold: true, boldComplexScript: true } },
  { id: 'Citation', name: 'Citation', quickFormat: true, run: { color: COLOURS.brand } },
  { id: 'NotFilled', name: 'Not Filled', quickFormat: true, run: { color: COLOURS.muted } },
]

type ListFormat = (typeof LevelFormat)[keyof typeof LevelFormat]

/** Two levels of one list, each set in by `indent` twentieths of a point. */
const levels = (format: ListFormat, texts: readonly [string, string], indent: number) =>
  texts.map((text, level) => ({
    level,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: indent * (level + 1), hanging: indent } } },
  }))

const BULLETS = ['•', '–'] as const
const NUMBERS = ['%1.', '%1.%2'] as const

/** Lists of the text and, set in less, those of narrow table cells. */
export const NUMBERING: INumberingOptions = {
  config: [
    { reference: 'bullets', levels: levels(LevelFormat.BULLET, BULLETS, 340) },
    { reference: 'numbers', levels: levels(LevelFormat.DECIMAL, NUMBERS, 380) },
    { reference: 'cell-bullets', levels: levels(LevelFormat.BULLET, BULLETS, 170) },
    { reference: 'cell-numbers', levels: levels(LevelFormat.DECIMAL, NUMBERS, 260) },
  ],
}
