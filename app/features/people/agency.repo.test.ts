import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { withoutAgency } from '../../platform/db/tenant.server.ts'
import { isAgencyCode } from './agency.domain.ts'
import { ensureAgency, findAgencyByCode } from './agency.repo.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const ensure = (given: Parameters<typeof ensureAgency>[1]) =>
  withoutAgency(database.db, (tx) => ensureAgency(tx, given))

describe('an agency', () => {
  it('is founded once, and found by its code', async () => {
    const founded = await ensure({ code: 'dga', nameTh: 'สำนักงานพัฒนารัฐบาลดิจิทัล', shortName: 'สพร.' })
    expect(founded).toMatchObject({ code: 'dga', nameTh: 'สำนักงานพัฒนารัฐบาลดิจิทัล', nameEn: null })
    expect(await ensure({ code: 'dga' })).toEqual(founded)
    expect(await withoutAgency(database.db, (tx) => findAgencyByCode(tx, 'dga'))).toEqual(founded)
    expect(await withoutAgency(database.db, (tx) => findAgencyByCode(tx, 'nobody'))).toBeNull()
  })

  it('takes a name it has not, and keeps the one it has', async () => {
    await ensure({ code: 'named-later' })
    await ensure({ code: 'named-later', nameTh: 'กรมหนึ่ง' })
    const agency = await ensure({
      code: 'named-later',
      nameTh: 'กรมสอง',
      nameEn: 'Department One',
      shortName: ' ',
    })
    expect(agency).toMatchObject({ nameTh: 'กรมหนึ่ง', nameEn: 'Department One', shortName: null })
  })

  it('is founded once when several processes found it at once', async () => {
    const agencies = await Promise.all(Array.from({ length: 5 }, () => ensure({ code: 'at-once' })))
    expect(new Set(agencies.map((agency) => agency.id)).size).toBe(1)
  })

  it('has a code of small Latin letters, digits and hyphens', () => {
    expect(['dga', 'a1', 'moph-01'].every(isAgencyCode)).toBe(true)
    expect(['', 'a', 'DGA', 'สพร', '-a', 'a b', 'a'.repeat(41), 'dga\n'].some(isAgencyCode)).toBe(false)
  })
})
