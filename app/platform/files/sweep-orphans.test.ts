import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency } from '../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { KEPT_FILE_COLUMNS } from '../../kept-files.ts'
import { createDiskStore } from './disk-store.server.ts'
import type { FileStore } from './file-store.ts'
import { sweepOrphans } from './sweep-orphans.server.ts'

let database: TestDatabase
const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-sweep-'))
const store = createDiskStore(path.join(folder, 'files'))
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

/** A file that lies in the store for so many hours, and that no row names. */
async function lying(agencyId: string, text: string, hours: number) {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const source = path.join(folder, sha256)
  writeFileSync(source, text)
  const file = { agencyId, sha256, path: source, size: Buffer.byteLength(text), mediaType: 'text/plain' }
  await store.put(file)
  const at = new Date(Date.now() - hours * 3_600_000)
  utimesSync(path.join(folder, 'files', agencyId, sha256.slice(0, 2), sha256), at, at)
  return file
}
const noteRow = (agencyId: string, sha256: string) =>
  database.owner.query(
    `insert into stored_file (agency_id, sha256, size, media_type, stored_at, scan) values ($1, $2, 1, 'text/plain', now(), 'not-scanned')`,
    [agencyId, sha256],
  )
const sweep = (agencyId: string, through: FileStore = store) =>
  sweepOrphans({
    db: database.db,
    store: through,
    agencyId,
    columns: KEPT_FILE_COLUMNS,
    now: new Date(),
    isDryRun: false,
    isStopped: () => false,
  })
const isThere = async (file: { agencyId: string; sha256: string }) => {
  const bytes = await store.open(file)
  bytes?.destroy()
  return bytes !== null
}

test('a file of six days that no row names stays', async () => {
  const { id: agencyId } = (await anAgency(database)).agency
  const young = await lying(agencyId, 'หกวัน', 144)
  expect(await sweep(agencyId)).toMatchObject({ looked: 1, removed: 0 })
  expect(await isThere(young)).toBe(true)
})

test('of hundreds of old files those go that no row of their agency names', async () => {
  const [one, other] = [(await anAgency(database)).agency.id, (await anAgency(database)).agency.id]
  const files = []
  for (let index = 0; index < 250; index += 1) files.push(await lying(one, `file ${index}`, 200))
  const [first, last] = [files[0], files[249]]
  for (const { sha256 } of [first, last].filter((file) => file !== undefined)) await noteRow(one, sha256)
  const shared = await lying(other, 'file 0', 200)
  expect(await sweep(one)).toMatchObject({ looked: 250, removed: 248 })
  expect([first && (await isThere(first)), last && (await isThere(last))]).toEqual([true, true])
  // The same content of another agency is another file, and its row is not this one's.
  expect(await sweep(other)).toMatchObject({ removed: 1 })
  expect(await isThere(shared)).toBe(false)
})

test('a file that gets its row, or is kept again, while the sweep is at it stays', async () => {
  const { id: agencyId } = (await anAgency(database)).agency
  const [named, again] = [await lying(agencyId, 'ได้รายการ', 200), await lying(agencyId, 'ส่งซ้ำ', 200)]
  const meanwhile: FileStore = {
    ...store,
    // Both were listed as old already: now somebody sends the one again, and the row of the other is written.
    list: async function* (agency) {
      yield* store.list(agency)
      await noteRow(agencyId, named.sha256)
      await store.put(again)
    },
  }
  expect(await sweep(agencyId, meanwhile)).toMatchObject({ looked: 2, removed: 0 })
  expect([await isThere(named), await isThere(again)]).toEqual([true, true])
})
