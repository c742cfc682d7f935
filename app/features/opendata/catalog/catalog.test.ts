import { Parser, type Quad } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { dataPackageFaults } from '../../../../tests/support/data-package-shape.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aCatalog, aDataset } from '../../../../tests/support/dataset-builders.ts'
import { dcatFaults } from '../../../../tests/support/dcat-ap-shapes.ts'
import { readJsonLd, statement } from '../../../../tests/support/json-ld-quads.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { DatasetSource } from '../dataset-source.server.ts'
import { createOpenData, type OpenDataset } from '../open-data.server.ts'
import { dataPackageOf } from './data-package.server.ts'
import { dcatOf } from './dcat.server.ts'
import { writeJsonLd, writeTurtle } from './write-rdf.server.ts'

let database: TestDatabase
let ctx: Ctx
beforeAll(async () => {
  database = await freshDatabase()
  ctx = await anAgency(database)
})
afterAll(() => database.drop())

const read = (...sources: readonly DatasetSource[]): Promise<readonly OpenDataset[]> =>
  createOpenData({ sources, licenseOf: async () => null, log: { warn: () => {} } }).list(ctx)

const HOSTILE = aDataset(
  [
    { id: '"; <script>\n\\u0041 & ก็', year: 2566, amount: -1 },
    { id: 'b', year: 2568 },
  ],
  {
    key: 'hostile',
    title: { th: 'ชื่อ "แปลก" \\ <b>\n@en', en: "it's <odd>" },
  },
)

const statements = (quads: readonly Quad[]) =>
  quads
    .map(({ subject, predicate, object }) => {
      if (object.termType !== 'Literal') return statement(subject.value, predicate.value, `<${object.value}>`)
      const written = JSON.stringify(object.value)
      return statement(
        subject.value,
        predicate.value,
        object.language === '' ? `${written}^^<${object.datatype.value}>` : `${written}@${object.language}`,
      )
    })
    .toSorted()

describe('the catalogue by DCAT-AP 3', () => {
  test('is as the shapes have it, with a licence and a contact, and without', async () => {
    const datasets = await read(aDataset(), HOSTILE, aDataset([], { key: 'empty' }))
    for (const known of [{}, { license: null, email: null, telephone: null }])
      expect(await dcatFaults(await writeTurtle(dcatOf(aCatalog(datasets, known))))).toEqual([])
  })

  test('would be refused without a publisher, a title or the address of a file', async () => {
    const turtle = await writeTurtle(dcatOf(aCatalog(await read(aDataset()))))
    const without = (path: string) => dcatFaults(turtle.replaceAll(path, 'dct:coverage'))
    expect((await without('dct:publisher')).length).toBeGreaterThanOrEqual(2)
    expect((await without('dct:title')).length).toBeGreaterThanOrEqual(3)
    expect((await without('dcat:accessURL')).length).toBe(4)
  })

  test('says the same in Turtle and in JSON-LD, hostile words and all', async () => {
    const quads = dcatOf(aCatalog(await read(aDataset(), HOSTILE)))
    const turtle = statements(new Parser().parse(await writeTurtle(quads)))
    expect(readJsonLd(JSON.stringify(writeJsonLd(quads)))).toEqual(turtle)
    expect(new Set(turtle).size).toBe(new Set(statements(quads)).size)
    expect(turtle.length).toBeGreaterThan(100)
  })

  test('gives every file with its size and its hash, and the years of its rows', async () => {
    const datasets = await read(HOSTILE)
    const told = statements(dcatOf(aCatalog(datasets))).join('\n')
    for (const { form, bytes, sha256 } of datasets[0]?.files ?? []) {
      if (form === 'schema') continue
      expect(told).toContain(`byteSize> "${bytes.length}"`)
      expect(told).toContain(`checksumValue> "${sha256}"`)
    }
    expect(told).toContain('startDate> "2023"^^<http://www.w3.org/2001/XMLSchema#gYear>')
    expect(told).toContain('endDate> "2025"^^<http://www.w3.org/2001/XMLSchema#gYear>')
  })

  test('says nothing of a licence or a contact that nobody gave', async () => {
    const told = statements(dcatOf(aCatalog(await read(aDataset()), { license: null, email: null }))).join(
      '\n',
    )
    expect(told).not.toMatch(/license|vcard|contactPoint/)
  })
})

describe('the Data Package', () => {
  test('is as its specification has it, with a licence and without', async () => {
    const datasets = await read(aDataset(), HOSTILE, aDataset([], { key: 'empty' }))
    for (const known of [{}, { license: null, email: null }]) {
      const made = dataPackageOf(aCatalog(datasets, known))
      expect(dataPackageFaults(JSON.parse(JSON.stringify(made)))).toEqual([])
      expect(made.resources.map(({ path }) => path)).toEqual([
        'gifts/gifts.csv',
        'hostile/hostile.csv',
        'empty/empty.csv',
      ])
    }
  })

  test('would be refused without the path of a resource', async () => {
    const made = JSON.parse(JSON.stringify(dataPackageOf(aCatalog(await read(aDataset())))))
    delete made.resources[0].path
    expect(dataPackageFaults(made)).toHaveLength(1)
  })
})
