import { readFileSync } from 'node:fs'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { writeCsv } from 'hucre/csv'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../app/features/catalogue/index.server.ts'
import { importReport } from '../app/features/improvement/index.server.ts'
import type { Cycle } from '../app/features/improvement/index.ts'
import { judge } from '../app/features/reports/index.server.ts'
import { fieldValue } from '../app/kernel/field.ts'
import { itemRef } from '../app/kernel/item-ref.ts'
import { plainText, type RichText } from '../app/kernel/rich-text.ts'

const catalogue = loadCatalogue()
const source = readFileSync('examples/dga-2567/report-2567.txt', 'utf8')

async function imported(bytes: Uint8Array | string): Promise<Cycle> {
  const read = await importReport({
    fileName: 'report',
    bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
    catalogue,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.cycle
}
const example = await imported(source)

const COLUMNS = ['measure', 'period', 'owners', 'summary', 'outcome'] as const
type Element = (typeof COLUMNS)[number]
type Place = Readonly<{ issue: number; measure: number; element: Element }>
type Row = Readonly<{ issue: number; title: string; measure: number; cells: readonly string[] }>

const textOf = (text: RichText | null) => plainText(text ?? [])

/** The tables of the example; an outcome stands in the first row that it covers. */
const rows: readonly Row[] = example.issues.flatMap(({ number, title, measures, outcomes }) =>
  measures.map((measure) => ({
    issue: number,
    title,
    measure: measure.number,
    cells: [
      textOf(fieldValue(measure.text)),
      fieldValue(measure.period)?.written ?? '',
      fieldValue(measure.owners)?.written ?? '',
      textOf(fieldValue(measure.summary)),
      textOf(
        fieldValue(outcomes.find(({ covers }) => covers[0] === measure.number)?.text ?? { state: 'missing' }),
      ),
    ],
  })),
)
const head =
  source
    .split('\n')
    .find((line) => line.startsWith('มาตรการ/ขั้นตอน'))
    ?.split('\t') ?? []
const isShared = (row: Row) => row.cells[4] === ''

/** Every element of the example that the criteria ask for. */
const places: readonly Place[] = rows.flatMap((row) =>
  COLUMNS.filter((element, at) => element !== 'owners' && row.cells[at] !== '').map((element) => ({
    issue: row.issue,
    measure: row.measure,
    element,
  })),
)

const blanked = ({ issue, measure, element }: Place): readonly Row[] =>
  rows.map((row) =>
    row.issue === issue && row.measure === measure
      ? { ...row, cells: row.cells.with(COLUMNS.indexOf(element), '') }
      : row,
  )

function inText(place: Place): string {
  const at = rows.findIndex((row) => row.issue === place.issue && row.measure === place.measure)
  let row = -1
  return source
    .split('\n')
    .map((line) => {
      if (!line.includes('\t') || line.startsWith('มาตรการ/ขั้นตอน')) return line
      row += 1
      return row === at ? line.split('\t').with(COLUMNS.indexOf(place.element), '').join('\t') : line
    })
    .join('\n')
}

const HEAD = ['ประเด็น', 'ชื่อประเด็น', 'มาตรการที่', ...head]
const records = (table: readonly Row[]) => [
  HEAD,
  ...table.map(({ issue, title, measure, cells }) => [String(issue), title, String(measure), ...cells]),
]
const inCsv = (place: Place) => writeCsv(records(blanked(place)))

/** Cells of shared outcomes are merged, as in the published report. */
const mergesOf = rows.flatMap((row, at) => {
  const more = rows.slice(at + 1).findIndex((below) => below.issue !== row.issue || !isShared(below))
  const last = more < 0 ? rows.length - 1 : at + more
  return isShared(row) || last === at ? [] : [{ startRow: at + 1, endRow: last + 1, startCol: 7, endCol: 7 }]
})
const inXlsx = (place: Place) =>
  writeXlsx({ sheets: [{ name: 'มาตรการ', rows: records(blanked(place)), merges: mergesOf }] })

function inWord(place: Place): Promise<Uint8Array> {
  const cell = (text: string, merge?: 'restart' | 'continue') =>
    new TableCell({
      children: text.split('\n').map((line) => new Paragraph(line)),
      ...(merge && { verticalMerge: merge }),
    })
  const tables = [...Map.groupBy(blanked(place), ({ issue }) => issue).values()]
  const children = tables.flatMap((table) => [
    new Paragraph(`ประเด็นที่ ${table[0]?.issue} ${table[0]?.title}`),
    new Table({
      rows: [
        new TableRow({ children: head.map((text) => cell(text)) }),
        ...table.map(
          ({ cells }, at) =>
            new TableRow({
              children: cells.map((text, column) =>
                column < 4 || table.length === 1 ? cell(text) : cell(text, at === 0 ? 'restart' : 'continue'),
              ),
            }),
        ),
      ],
    }),
  ])
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

const verdictOf = async (bytes: Uint8Array | string) => {
  const verdict = judge(await imported(bytes), itemRef(2568, 'O28'))
  return {
    score: verdict?.score,
    failing: verdict?.elements
      .filter(({ passes }) => !passes)
      .map(({ issue, measure, element }) => ({ issue, measure, element })),
  }
}

/** Where an outcome is missing, it is so for every measure that it covered. */
const expected = (place: Place): readonly Place[] => {
  const covers =
    example.issues
      .find(({ number }) => number === place.issue)
      ?.outcomes.find((outcome) => outcome.covers[0] === place.measure)?.covers ?? []
  return place.element === 'outcome' ? covers.map((measure) => ({ ...place, measure })) : [place]
}

describe.each([
  ['text', inText],
  ['CSV', inCsv],
  ['Excel', inXlsx],
  ['Word', inWord],
] as const)('in %s', (_, write) => {
  test('each element of the example, left empty, gives 0 and is the one that is named', {
    timeout: 60_000,
  }, async () => {
    expect(places).toHaveLength(37)
    for (const place of places)
      expect(await verdictOf(await write(place))).toEqual({ score: 0, failing: expected(place) })
  })
})
