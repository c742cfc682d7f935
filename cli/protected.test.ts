import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openThread } from '../app/features/protected/cases/open-case.server.ts'
import { openProtectedChannel } from '../app/features/protected/channel.server.ts'
import { withProtected } from '../app/features/protected/database/protected-db.server.ts'
import { withAgency } from '../app/platform/db/tenant.server.ts'
import { freshDatabase, type TestDatabase } from '../tests/support/database.ts'
import { aCase, aHolder } from '../tests/support/sealed-room.ts'

let database: TestDatabase
let dataDir: string
beforeAll(async () => {
  database = await freshDatabase()
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'prongsai-restored-'))
})
afterAll(async () => {
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

function command(...words: string[]) {
  const env = { ...process.env, DATABASE_URL: database.url, DATA_DIR: dataDir, AGENCY_CODE: 'dga' }
  const run = spawnSync(process.execPath, ['cli/main.ts', 'protected', ...words], { env, encoding: 'utf8' })
  return { status: run.status, said: run.stderr.trim(), printed: run.stdout.trim() }
}

it('goes on with cases as a backup has them, once, and says what to do when it is not told', async () => {
  expect(command()).toMatchObject({ status: 2, said: expect.stringContaining('prongsai protected restored') })
  expect(command('restored', 'now')).toMatchObject({ status: 2, said: expect.stringContaining('now') })
  expect(command('restored')).toMatchObject({ status: 2, said: expect.stringContaining('dga') })
  const agency = { id: randomUUID(), code: 'dga' }
  await withAgency(database.db, agency.id, (tx) => tx.insertInto('agency').values(agency).execute())
  const now = () => new Date()
  const channel = openProtectedChannel(
    { dataDir, protectedChannel: { databaseUrl: null, pepper: null, mostMb: 10, staffNetworks: [] } },
    { db: database.db, now },
  )
  const ctx = { db: database.db, actor: { kind: 'system', name: 'test' }, now, agency, channel } as const
  const holder = await aHolder(ctx, 'recipient')
  const { reportId, keys } = await aCase(ctx, { holders: [holder] })
  expect(JSON.parse(command('restored', '--json').printed)).toEqual({ cut: 0 })
  // As if the case had gone further than the rows of the backup.
  await channel.shred.keepEnds(reportId, [`2 ${randomBytes(32).toString('hex')}`])
  expect(JSON.parse(command('restored', '--json').printed)).toEqual({ cut: 1 })
  expect(command('restored')).toMatchObject({ status: 0, printed: expect.stringContaining('ครบถ้วน') })
  const opened = await withProtected(database.db, agency.id, (tx) =>
    openThread(tx, channel, { agencyId: agency.id, opener: { as: 'reporter', keys } }),
  )
  if (!opened.ok) throw new Error('the case does not open')
  expect(opened.value.chain).toEqual({ whole: true })
  expect(opened.value.items.map(({ kind }) => kind)).toEqual(['report', 'restored'])
})
