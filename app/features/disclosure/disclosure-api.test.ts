import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency, ORIGIN } from '../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { aPublishedReport } from '../../../tests/support/example-at-work.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { openapiOf } from '../opendata/index.server.ts'
import { disclosureApi } from './disclosure-api.server.ts'
import { itemForMachines, yearForMachines } from './machine-forms.server.ts'
import { findPublicItem, listPublicYear } from './public-item.queries.server.ts'

let database: TestDatabase
let ctx: Ctx
beforeAll(async () => {
  database = await freshDatabase()
  ctx = await anAgency(database)
  await aPublishedReport(ctx)
})
afterAll(() => database.drop())

const { components } = openapiOf([disclosureApi], ORIGIN)
const validator = new Ajv2020({ strict: true, allErrors: true })
validator.addKeyword('components')
validator.addSchema({ $id: `${ORIGIN}/openapi.json`, components })
const faultsOf = (name: string, answer: unknown) => {
  const validate = validator.getSchema(`${ORIGIN}/openapi.json#/components/schemas/${name}`)
  if (!validate) throw new Error(`no schema ${name}`)
  return validate(JSON.parse(JSON.stringify(answer))) ? [] : (validate.errors ?? [])
}

describe('the description of disclosed items', () => {
  test.each([2566, 2568, 2569])('describes the year %i', async (year) => {
    const found = await listPublicYear(ctx, { year })
    if (!found) throw new Error('no year')
    expect(faultsOf('OitYear', yearForMachines(found, ORIGIN))).toEqual([])
  })

  test.each(['O28', 'O1', 'O3'])(
    'describes the item 2568:%s, answered by a report or by nothing',
    async (code) => {
      const found = await findPublicItem(ctx, { year: 2568, code })
      if (!found) throw new Error('no item')
      const answer = itemForMachines(found, ORIGIN)
      expect(faultsOf('OitItem', answer)).toEqual([])
      expect(faultsOf('OitItem', { ...answer, publishedByName: 'somebody' })).not.toEqual([])
    },
  )
})
