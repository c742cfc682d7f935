import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { withoutAgency } from '../../platform/db/tenant.server.ts'
import { type Agency, isAgencyCode, mayBeOf, namesAfterRenaming, namesWithPaper } from './agency.domain.ts'
import { ensureAgency, findAgencyByCode, nameAgency } from './agency.repo.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const ensure = (code: string) => withoutAgency(database.db, (tx) => ensureAgency(tx, { code }))
const find = (code: string) => withoutAgency(database.db, (tx) => findAgencyByCode(tx, code))

describe('an agency', () => {
  it('is founded once without a name, and found by its code', async () => {
    const founded = await ensure('dga')
    expect(founded).toMatchObject({ code: 'dga', nameTh: null, nameEn: null, shortName: null })
    expect(await ensure('dga')).toEqual(founded)
    expect(await find('dga')).toEqual(founded)
    expect(await find('nobody')).toBeNull()
  })

  it('is named from within itself, and by nobody else', async () => {
    const names = { nameTh: 'กรมหนึ่ง', nameEn: null, shortName: 'กน.' }
    const other = await ensure('other')
    const named = await withoutAgency(database.db, async (tx) => {
      const agency = await ensureAgency(tx, { code: 'named' })
      await nameAgency(tx, agency.id, names)
      await nameAgency(tx, other.id, names)
      return agency
    })
    expect(await find('named')).toEqual({ ...named, ...names })
    expect(await find('other')).toEqual(other)
  })

  it('is founded once when several processes found it at once', async () => {
    const agencies = await Promise.all(Array.from({ length: 5 }, () => ensure('at-once')))
    expect(new Set(agencies.map((agency) => agency.id)).size).toBe(1)
  })

  it('has a code of small Latin letters, digits and hyphens', () => {
    expect(['dga', 'a1', 'moph-01'].every(isAgencyCode)).toBe(true)
    expect(['', 'a', 'DGA', 'สพร', '-a', 'a b', 'a'.repeat(41), 'dga\n'].some(isAgencyCode)).toBe(false)
  })
})

describe('the names of an agency and the papers of it', () => {
  const nameless: Agency = { id: '1', code: 'dga', nameTh: null, nameEn: null, shortName: null }
  const named: Agency = { ...nameless, nameTh: 'กรมหนึ่ง (มหาชน)', nameEn: 'Department One', shortName: 'กน.' }
  const paper = (name: string, shortName: string | null = null) => ({ name, shortName })

  it('a paper is its own that goes by one of its names, however spaced, or by none', () => {
    for (const name of [
      'กรมหนึ่ง (มหาชน)',
      'กรมหนึ่ง(มหาชน) ',
      'กรม\u200bหนึ่ง\n(มหาชน)',
      'กน.',
      'Department One',
      '',
    ])
      expect(mayBeOf(named, paper(name)), name).toBe(true)
    expect(mayBeOf(named, paper('กรมสอง'))).toBe(false)
    expect(mayBeOf(nameless, paper('กรมสอง'))).toBe(true)
  })

  it('a paper gives the names that are not known, and changes none that is', () => {
    expect(namesWithPaper(nameless, paper(' กรมสอง ', ' '))).toEqual({
      nameTh: 'กรมสอง',
      nameEn: null,
      shortName: null,
    })
    expect(namesWithPaper({ ...named, shortName: null }, paper('กรมหนึ่ง(มหาชน)', 'กนม.'))).toEqual({
      nameTh: 'กรมหนึ่ง (มหาชน)',
      nameEn: 'Department One',
      shortName: 'กนม.',
    })
  })

  it('a new name takes the other names away with the old one; the same name in other spacing keeps them', () => {
    expect(namesAfterRenaming(named, 'กรมใหม่', paper('กรมใหม่', 'กม.'))).toEqual({
      nameTh: 'กรมใหม่',
      nameEn: null,
      shortName: 'กม.',
    })
    expect(namesAfterRenaming(named, 'กรมใหม่', paper('กรมเดิม', 'กด.')).shortName).toBeNull()
    expect(namesAfterRenaming(named, 'กรมหนึ่ง(มหาชน)', paper(''))).toEqual({
      nameTh: 'กรมหนึ่ง(มหาชน)',
      nameEn: 'Department One',
      shortName: 'กน.',
    })
  })
})
