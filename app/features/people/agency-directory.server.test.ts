import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { withoutAgency } from '../../platform/db/tenant.server.ts'
import { ensureAgency } from './agency.repo.server.ts'
import { type AgencyDirectory, openAgencyDirectory } from './agency-directory.server.ts'

let database: TestDatabase
let directory: AgencyDirectory
beforeEach(async () => {
  database = await freshDatabase()
  directory = await openAgencyDirectory(database.db, 'own', 'https://ita.example.go.th:8443')
})
afterEach(() => database.drop())

const found = async (code: string, hostName: string | null = null) => {
  const id = await withoutAgency(database.db, async (tx) => {
    const agency = await ensureAgency(tx, { code })
    await tx.updateTable('agency').set({ host_name: hostName }).where('id', '=', agency.id).execute()
    return agency.id
  })
  await directory.refresh()
  return id
}

test('where there is no agency nobody answers', () => {
  expect(directory.isEmpty()).toBe(true)
  expect(directory.find('localhost')).toBeNull()
  expect(directory.find(undefined)).toBeNull()
})

test('the default agency answers under every name, until it has one of its own', async () => {
  const id = await found('own')
  for (const host of [undefined, '', 'localhost:3000', 'ita.other.example', '[::1]:3000'])
    expect(directory.find(host)?.id).toBe(id)
  await found('own', 'ita.own.example')
  expect(directory.find('ita.own.example')?.id).toBe(id)
  expect(directory.find('localhost:3000')).toBeNull()
  expect(directory.isEmpty()).toBe(false)
})

test('another agency answers under its own name alone, however it is written', async () => {
  const [own, other] = [await found('own'), await found('other', 'ita.other.example')]
  for (const host of [
    'ita.other.example',
    'ITA.Other.Example:8080',
    'ita.other.example.',
    'ita.other.example.:443',
  ])
    expect(directory.find(host), host).toEqual({ id: other, code: 'other', hostName: 'ita.other.example' })
  for (const host of [
    'x.ita.other.example',
    'ita.other.example.evil.example',
    'ita.other.example@x',
    'other',
  ])
    expect(directory.find(host)?.id, host).toBe(own)
})

test('no agency takes the public address of the installation from the default one', async () => {
  const [own, other] = [await found('own'), await found('other', 'ita.example.go.th')]
  expect(directory.find('ITA.example.go.th:8443')?.id).toBe(own)
  await found('own', 'ita.own.example')
  expect(directory.find('ita.example.go.th')?.id).toBe(other)
})

test('an agency without a host name that is not the default one answers nowhere', async () => {
  await found('other')
  expect(directory.find('localhost')).toBeNull()
  expect(directory.isEmpty()).toBe(false)
})

test('a name that moved to another agency leads there after the list was read anew', async () => {
  await found('one', 'ita.agency.example')
  await found('one')
  const two = await found('two', 'ita.agency.example')
  expect(directory.find('ita.agency.example')?.id).toBe(two)
})
