import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { strFromU8, unzipSync } from 'fflate'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { tableSchemaFaults } from '../../../../tests/support/data-package-shape.ts'
import { aDataset, aField } from '../../../../tests/support/dataset-builders.ts'
import { unguardedText } from '../../../platform/office-files/formula-guard.ts'
import type { DatasetRow } from '../dataset.domain.ts'
import { tableFiles } from './table-files.server.ts'
import type { TableForm } from './table-form.domain.ts'

/** Words that spoil a table that is written carelessly. */
const HOSTILE = [
  '=HYPERLINK("https://bad.example","x")',
  '+66 2 612 6000',
  '-5',
  '@SUM(A1)',
  '|calc',
  '\t=1+1',
  '＝1+1',
  "'quoted",
  'a "b", c; d',
  'first line\nsecond line',
  'first line\r\nsecond line',
  ',,,',
  'ก็ฟุ้งเฟ้อ ๒๕๖๗',
  '<b>&amp;</b>',
  '\u0001\u000b bell',
  '😀',
  ' spaces around ',
]
const rows: readonly DatasetRow[] = [
  ...HOSTILE.map((id, at) => ({ id, year: 2567, amount: at - 5.25, isNew: at % 2 === 0, day: '2024-02-29' })),
  { id: 'nothing', year: null, amount: null, isNew: null, day: null },
]
const facts = aDataset(rows, {
  fields: [
    aField('id', 'string', true),
    aField('year', 'year'),
    aField('amount', 'number'),
    aField('isNew', 'boolean'),
    aField('day', 'date'),
  ],
})

const made = await tableFiles({ facts, rows, changedAt: new Date('2024-12-01T02:00:00Z') })
const bytesOf = (form: TableForm): Uint8Array => {
  const file = made.find((one) => one.form === form)
  if (!file) throw new Error(`no ${form}`)
  return file.bytes
}
const textOf = (form: TableForm) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(form))

async function readByDatabase(form: 'csv' | 'csv-bom') {
  const file = path.join(tmpdir(), `prongsai-${process.pid}-${form}.csv`)
  await writeFile(file, bytesOf(form))
  const connection = await (await DuckDBInstance.create()).connect()
  const reader = await connection.runAndReadAll(
    `select * from read_csv('${file}', header = true, delim = ',', quote = '"', escape = '"', new_line = '\\r\\n', auto_detect = false,
      columns = {'id': 'VARCHAR', 'year': 'INTEGER', 'amount': 'DOUBLE', 'isNew': 'BOOLEAN', 'day': 'DATE'})`,
  )
  return reader.getRowObjectsJson()
}

describe('a register as CSV', () => {
  test.each(['csv', 'csv-bom'] as const)('is read back by a database as it was, as %s', async (form) => {
    const read = await readByDatabase(form)
    expect(read.map((row) => ({ ...row, id: unguardedText(String(row.id)) }))).toEqual(rows)
  })

  test('has no cell of text that a spreadsheet program would run', async () => {
    const read = await readByDatabase('csv')
    for (const { id } of read) expect(String(id)).not.toMatch(/^\s*[=+\-@|\uff1d]/u)
    expect(textOf('csv')).toContain(',-5.25,')
  })

  test('begins with the mark of UTF-8 where that was asked for, and differs in nothing else', () => {
    expect(textOf('csv-bom')).toBe(`\ufeff${textOf('csv')}`)
    expect(textOf('csv').startsWith('id,year,amount,isNew,day\r\n')).toBe(true)
  })
})

describe('a register as JSON', () => {
  test('has the words as they are', () => {
    expect(JSON.parse(textOf('json'))).toEqual(rows)
  })
})

describe('a register as a workbook', () => {
  const parts = unzipSync(bytesOf('xlsx'))
  const read = (name: string) => {
    const part = parts[name]
    if (!part) throw new Error(`no ${name}`)
    // Throws for what is no XML.
    return new JSDOM(strFromU8(part), { contentType: 'application/xml' }).window.document
  }
  const shared = [...read('xl/sharedStrings.xml').querySelectorAll('si')].map((one) =>
    [...one.querySelectorAll('t')].map((text) => text.textContent).join(''),
  )
  const cells = (sheet: number) =>
    [...read(`xl/worksheets/sheet${sheet}.xml`).querySelectorAll('row')].map((row) =>
      [...row.querySelectorAll('c')].map((cell) => {
        const value = cell.querySelector('v, is t')?.textContent ?? ''
        if (cell.getAttribute('t') === 's') return shared[Number(value)] ?? ''
        if (cell.getAttribute('t') === 'b') return value === '1'
        return cell.getAttribute('t') === null && value !== '' ? Number(value) : value
      }),
    )

  test('is XML throughout, with no formula', () => {
    for (const name of Object.keys(parts)) if (/\.(xml|rels)$/.test(name)) read(name)
    for (const sheet of [1, 2])
      expect(read(`xl/worksheets/sheet${sheet}.xml`).querySelectorAll('f')).toHaveLength(0)
  })

  test('has texts as texts and numbers as numbers', () => {
    const [head, ...body] = cells(1)
    expect(head).toEqual(['id', 'year', 'amount', 'isNew', 'day'])
    expect(body).toHaveLength(rows.length)
    expect(body[0]).toEqual([HOSTILE[0], 2567, -5.25, true, '2024-02-29'])
    expect(body[2]?.[0]).toBe('-5')
    expect(body[12]?.[0]).toBe(HOSTILE[12])
  })

  test('says on a second sheet what the columns are', () => {
    expect(cells(2)[1]).toEqual(['id', 'string', true, 'คอลัมน์ id', 'Column id'])
  })
})

describe('its schema', () => {
  test('is a Table Schema, in which a year of the Buddhist era is no year of the common one', () => {
    const schema = JSON.parse(textOf('schema'))
    expect(tableSchemaFaults(schema)).toEqual([])
    expect(schema.fields[1]).toMatchObject({ name: 'year', type: 'integer', calendar: 'buddhist' })
    expect(schema.primaryKey).toEqual(['id'])
  })
})

test('the same rows are the same bytes whenever they are written', async () => {
  const again = await tableFiles({ facts, rows, changedAt: new Date('2024-12-01T02:00:00Z') })
  expect(again.map(({ sha256 }) => sha256)).toEqual(made.map(({ sha256 }) => sha256))
})
