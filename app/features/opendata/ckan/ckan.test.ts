import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aCatalog, aDataset } from '../../../../tests/support/dataset-builders.ts'
import type { Catalog } from '../catalog/catalog.server.ts'
import { createOpenData } from '../open-data.server.ts'
import type { Publisher } from '../publisher.domain.ts'
import { answerAction } from './actions.server.ts'
import { readFilter } from './query.domain.ts'

let database: TestDatabase
let catalogWith: (change?: Partial<Publisher>) => Catalog
beforeAll(async () => {
  database = await freshDatabase()
  const ctx = await anAgency(database)
  const sources = [
    aDataset(),
    aDataset([{ id: 'x', year: 2566 }], {
      key: 'fines',
      title: { th: 'ทะเบียนค่าปรับ', en: 'Register of fines' },
      description: { th: 'ค่าปรับทุกรายการ', en: 'Every fine' },
      keywords: [{ th: 'ค่าปรับ', en: 'fines' }],
      dataType: 'statistic',
      updates: 'irregular',
      changedAt: async () => new Date('2025-06-01T00:00:00Z'),
    }),
    aDataset([], { key: 'empty', keywords: [], title: { th: 'ทะเบียนว่าง', en: 'Empty' } }),
  ]
  const datasets = await createOpenData({
    sources,
    licenseOf: async () => null,
    log: { warn: () => {} },
  }).list(ctx)
  catalogWith = (change = {}) => aCatalog(datasets, change)
})
afterAll(() => database.drop())

const ask = (action: string, query = '', change: Partial<Publisher> = {}) => {
  const answer = answerAction(action, { catalog: catalogWith(change), given: new URLSearchParams(query) })
  if (!answer) throw new Error(`no action ${action}`)
  return answer
}
// The answers are JSON of another program's form: read as such.
const resultOf = (action: string, query = '', change: Partial<Publisher> = {}) => {
  const answer = ask(action, query, change)
  if (!answer.success) throw new Error(JSON.stringify(answer.error))
  return JSON.parse(JSON.stringify(answer.result))
}
const found = (query: string): readonly string[] =>
  resultOf('package_search', query).results.map(({ name }: { name: string }) => name)
const faultOf = (action: string, query: string) => {
  const answer = ask(action, query)
  return answer.success ? 'it answers' : `${answer.status} ${(answer.error as { __type: string }).__type}`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-b[0-9a-f]{3}-[0-9a-f]{12}$/

describe('a package', () => {
  test('has the fields of the Thai Government Data Catalog by their exact names', () => {
    const one = resultOf('package_show', 'id=example-gifts')
    expect(one).toMatchObject({
      name: 'example-gifts',
      title: 'ทะเบียนของขวัญ',
      data_type: 'ข้อมูลระเบียน',
      maintainer: 'หน่วยงานตัวอย่าง',
      maintainer_email: 'saraban@agency.example',
      notes: 'ของขวัญทุกชิ้นที่ "รับ" ไว้',
      tag_string: 'ของขวัญ,No Gift นโยบาย',
      objective: ['อื่นๆ'],
      objective_other: 'ให้ตรวจสอบได้',
      update_frequency_unit: 'เดือน',
      update_frequency_interval: '1',
      geo_coverage: 'ไม่มี',
      data_source: 'หน่วยงานตัวอย่าง',
      data_format: ['CSV', 'JSON', 'XLS'],
      data_category: 'ข้อมูลสาธารณะ',
      license_id: 'Creative Commons Attributions',
      allow_harvest: 'True',
      last_updated_date: '2024-12-01',
      metadata_modified: '2024-12-01T02:00:00.000000',
    })
    expect(one.id).toMatch(UUID)
    expect(one.tags.map(({ name }: { name: string }) => name)).toEqual(['ของขวัญ', 'No Gift นโยบาย'])
    expect(one).not.toHaveProperty('first_year_of_data')
  })

  test('of statistics says of which years, and that it has no steady round', () => {
    expect(resultOf('package_show', 'id=fines')).toMatchObject({
      data_type: 'ข้อมูลสถิติ',
      first_year_of_data: '2566',
      last_year_of_data: '2566',
      update_frequency_unit: 'อื่นๆ',
      update_frequency_unit_other: expect.stringMatching(/./),
    })
  })

  test('says of what nobody gave that it is not said', () => {
    const one = resultOf('package_show', 'id=gifts', { license: null, email: null })
    expect(one).toMatchObject({
      license_id: 'License not specified',
      maintainer_email: 'ยังไม่ระบุ',
      isopen: false,
    })
    expect(resultOf('package_show', 'id=empty')).not.toHaveProperty('metadata_modified')
  })

  test('has every file with its address, size and hash, under names that stay', () => {
    const { resources } = resultOf('package_show', 'id=gifts')
    expect(resources.map(({ url }: { url: string }) => url)).toEqual([
      'https://ita.agency.example/data/gifts/gifts.csv',
      'https://ita.agency.example/data/gifts/gifts-bom.csv',
      'https://ita.agency.example/data/gifts/gifts.xlsx',
      'https://ita.agency.example/data/gifts/gifts.json',
      'https://ita.agency.example/data/gifts/schema.json',
    ])
    for (const { id, size, hash, format } of resources) {
      expect(id).toMatch(UUID)
      expect(size).toBeGreaterThan(0)
      expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/)
      expect(format).toMatch(/^(CSV|XLSX|JSON)$/)
    }
    expect(resultOf('resource_show', `id=${resources[0].id}`)).toEqual(resources[0])
    expect(new Set(resources.map(({ id }: { id: string }) => id)).size).toBe(5)
  })

  test('is known by its id, its name and its key', () => {
    const one = resultOf('package_show', 'id=example-gifts')
    expect(resultOf('package_show', `id=${one.id}`)).toEqual(one)
    expect(resultOf('package_show', 'id=gifts')).toEqual(one)
  })
})

describe('lists', () => {
  test('are those that harvesters read', () => {
    expect(resultOf('package_list')).toEqual(['example-empty', 'example-fines', 'example-gifts'])
    expect(resultOf('package_list', 'limit=1&offset=1')).toEqual(['example-fines'])
    expect(resultOf('organization_list')).toEqual(['example'])
    expect(resultOf('organization_list', 'all_fields=true')[0]).toMatchObject({
      name: 'example',
      title: 'หน่วยงานตัวอย่าง',
      package_count: 3,
    })
    expect(resultOf('organization_show', 'id=example').is_organization).toBe(true)
    expect(resultOf('group_list')).toEqual([])
    expect(resultOf('tag_list')).toContain('ค่าปรับ')
    expect(resultOf('license_list').length).toBeGreaterThan(0)
    expect(resultOf('status_show')).toMatchObject({ site_url: 'https://ita.agency.example' })
    expect(resultOf('help_show', 'name=package_search')).toMatch(/fq/)
  })
})

describe('a search', () => {
  test('takes words, in Thai without spaces or the right marks too', () => {
    expect(found('')).toHaveLength(3)
    expect(found('q=*:*')).toHaveLength(3)
    expect(found('q=ทะเบียนของขวัญ')).toEqual(['example-gifts'])
    expect(found('q=fines')).toEqual(['example-fines'])
    expect(found('q=nothing of it')).toEqual([])
  })

  test('is given in pieces, with the number of all', () => {
    expect(resultOf('package_search', 'rows=1&start=1&sort=name asc')).toMatchObject({
      count: 3,
      results: [{ name: 'example-fines' }],
    })
    expect(resultOf('package_search', 'rows=0')).toMatchObject({ count: 3, results: [] })
    expect(found('sort=metadata_modified desc')[0]).toBe('example-fines')
    expect(found('sort=id asc&rows=100')).toHaveLength(3)
  })

  test.each([
    ['organization:example', 3],
    ['-organization:example', 0],
    ['tags:"ค่าปรับ"', 1],
    ['+tags:"ค่าปรับ" +data_type:"ข้อมูลสถิติ"', 1],
    ['tags:ค่าปรับ OR name:example-gifts', 2],
    ['name:(example-gifts OR example-empty)', 2],
    ['tags:ค่าปรับ AND name:example-gifts', 0],
    ['res_format:CSV', 3],
    ['tags:*', 2],
    ['metadata_modified:[2025-01-01T00:00:00Z TO *]', 1],
    ['metadata_modified:[* TO 2025-01-01T00:00:00Z]', 1],
    ['metadata_modified:[never TO *]', 0],
  ])('filters by %s', (fq, count) => {
    expect(found(`fq=${encodeURIComponent(fq)}`)).toHaveLength(count)
  })

  test.each([
    ['package_show', '', '409 Validation Error'],
    ['package_show', 'id=nothing', '404 Not Found Error'],
    ['resource_show', 'id=nothing', '404 Not Found Error'],
    ['organization_show', 'id=nothing', '404 Not Found Error'],
    ['group_show', 'id=nothing', '404 Not Found Error'],
    ['package_search', 'rows=-1', '409 Validation Error'],
    ['package_search', 'start=many', '409 Validation Error'],
    ['package_search', 'sort=secret asc', '409 Search Error'],
    ['package_search', 'fq=secret:x', '409 Search Error'],
    ['package_search', 'fq=((((', '409 Search Error'],
    ['package_search', `fq=${'x:y '.repeat(1000)}`, '409 Search Error'],
  ])('%s?%s is refused as CKAN would: %s', (action, query, fault) => {
    expect(faultOf(action, query)).toBe(fault)
  })

  test('no filter query makes it throw', () => {
    for (const text of ['', 'AND', 'OR a:b', 'a:b OR', 'a:[b TO', 'a:"b', ':', '-', 'a:()', 'a b', '\u0000'])
      expect(typeof readFilter(text).ok).toBe('boolean')
  })
})

test.each([
  'package_create',
  'package_delete',
  'datastore_search_sql',
  'constructor',
  '__proto__',
  'toString',
])('there is no action %s', (action) => {
  expect(answerAction(action, { catalog: catalogWith(), given: new URLSearchParams() })).toBeNull()
})
