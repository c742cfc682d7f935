import { zipOf } from './zip-archive.ts'

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const CONTENT = 'application/vnd.openxmlformats-officedocument'
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const WORDS = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

type Tie = Readonly<{ id: string; kind: string; target: string }>

const ties = (all: readonly Tie[]) =>
  `<Relationships xmlns="${RELATIONSHIPS}">${all
    .map(({ id, kind, target }) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`

const types = (part: string, type: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${CONTENT}.${type}.main+xml"/></Types>`

const archiveOf = (parts: Readonly<Record<string, string>>) =>
  zipOf(Object.entries(parts).map(([name, xml]) => ({ name, data: Buffer.from(xml) })))

/** A workbook of one sheet whose XML says whatever it likes; `sharedText` is its only shared string. */
export const rawWorkbook = (
  rows: string,
  { after = '', sharedText = '' }: Readonly<{ after?: string; sharedText?: string }> = {},
): Buffer =>
  archiveOf({
    '[Content_Types].xml': types('xl/workbook.xml', 'spreadsheetml.sheet'),
    '_rels/.rels': ties([{ id: 'a', kind: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="มาตรการ" sheetId="1" r:id="b"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': ties([
      { id: 'b', kind: 'worksheet', target: 'worksheets/sheet1.xml' },
      { id: 'c', kind: 'sharedStrings', target: 'sharedStrings.xml' },
    ]),
    'xl/sharedStrings.xml': `<sst xmlns="${SPREADSHEET}"><si><t>${sharedText}</t></si></sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SPREADSHEET}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
  })

export const textCell = (text: string, place?: string): string =>
  `<c${place ? ` r="${place}"` : ''} t="inlineStr"><is><t>${text}</t></is></c>`

/** A Word document whose body is the given XML; `before` stands above its root. */
export const rawWord = (body: string, before = ''): Buffer =>
  archiveOf({
    '[Content_Types].xml': types('word/document.xml', 'wordprocessingml.document'),
    '_rels/.rels': ties([{ id: 'a', kind: 'officeDocument', target: 'word/document.xml' }]),
    'word/document.xml': `${before}<w:document xmlns:w="${WORDS}"><w:body>${body}</w:body></w:document>`,
  })
