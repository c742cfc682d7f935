import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { anAgency, ORIGIN } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aCatalog, aDataset } from '../../../../tests/support/dataset-builders.ts'
import type { Catalog } from '../catalog/catalog.server.ts'
import { answerAction } from '../ckan/actions.server.ts'
import { createOpenData } from '../open-data.server.ts'
import { actionsApart, dataApi } from './data-api.server.ts'
import { openapiOf } from './openapi.server.ts'

let database: TestDatabase
let catalog: Catalog
beforeAll(async () => {
  database = await freshDatabase()
  const datasets = await createOpenData({
    sources: [aDataset()],
    licenseOf: async () => null,
    log: { warn: () => {} },
  }).list(await anAgency(database))
  catalog = aCatalog(datasets)
})
afterAll(() => database.drop())

const document = openapiOf([dataApi], ORIGIN)
const validator = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  allErrors: true,
  formats: { uuid: /^[0-9a-f-]{36}$/ },
})
validator.addKeyword('components')
validator.addSchema({ $id: `${ORIGIN}/openapi.json`, components: document.components })
const faultsOf = (name: string, answer: unknown) => {
  const validate = validator.getSchema(`${ORIGIN}/openapi.json#/components/schemas/${name}`)
  if (!validate) throw new Error(`no schema ${name}`)
  return validate(JSON.parse(JSON.stringify(answer))) ? [] : (validate.errors ?? [])
}
const answerOf = (name: string, query: string) =>
  answerAction(name, { catalog, given: new URLSearchParams(query) })

describe('the description of the open data', () => {
  test('names every action that is answered, and no other', () => {
    expect(actionsApart()).toEqual([])
  })

  test('has for every part of a path a parameter, for every operation a name of its own, and refers to what is there', () => {
    const operations = Object.entries(document.paths).map(([address, item]) => ({
      address,
      // A path item of ours has one operation, that reads.
      get: (item as { get: { operationId: string; parameters?: { name: string; in: string }[] } }).get,
    }))
    for (const { address, get } of operations) {
      const parts = [...address.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name)
      const named = (get.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name)
      expect(named, address).toEqual(parts)
    }
    expect(new Set(operations.map(({ get }) => get.operationId)).size).toBe(operations.length)
    const referred = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]
    expect(referred.length).toBeGreaterThan(5)
    for (const [, name] of referred) expect(Object.keys(document.components.schemas)).toContain(name)
  })

  test('describes what is answered', () => {
    const shown = answerOf('package_show', 'id=gifts')
    if (!shown?.success) throw new Error('no package')
    expect(faultsOf('CkanPackage', shown.result)).toEqual([])
    expect(faultsOf('CkanPackage', { ...(shown.result as object), license_id: 7 })).not.toEqual([])
    const refused = answerOf('package_show', 'id=nothing')
    if (!refused || refused.success) throw new Error('it answers')
    expect(faultsOf('CkanFailure', { help: 'x', success: false, error: refused.error })).toEqual([])
    const [dataset] = catalog.datasets
    const read = (form: string) =>
      JSON.parse(new TextDecoder().decode(dataset?.files.find((file) => file.form === form)?.bytes))
    expect(faultsOf('TableSchema', read('schema'))).toEqual([])
    for (const row of read('json')) expect(faultsOf('DatasetRow', row)).toEqual([])
  })

  test('is refused where two rooms describe one address or one name', () => {
    expect(() => openapiOf([dataApi, { paths: { '/data/catalog.ttl': {} }, schemas: {} }], ORIGIN)).toThrow(
      'twice',
    )
    expect(() => openapiOf([{ paths: {}, schemas: { Problem: z.string() } }], ORIGIN)).toThrow('twice')
  })
})
