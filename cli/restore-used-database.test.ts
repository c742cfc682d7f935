import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeAudit } from '../app/platform/audit/audit.server.ts'
import { withAgency, withoutAgency } from '../app/platform/db/tenant.server.ts'
import { emptyDatabase } from '../tests/support/database.ts'
import { emptyDirectory, removeDirectory } from '../tests/support/database-processes.ts'
import { urlOf } from '../tests/support/database-server.ts'
import { inDatabase } from '../tests/support/two-agencies.ts'

const folder = emptyDirectory()
const at = (name: string) => path.join(folder, name)
afterAll(() => removeDirectory(folder))

const settingsOf = (directory: string, url: string) => ({
  AGENCY_CODE: 'dga',
  DATA_DIR: directory,
  DATABASE_URL: url,
  BACKUP_DIR: '',
  BACKUP_RECIPIENT: '',
})
function prongsai(words: readonly string[], settings: Record<string, string>) {
  const run = spawnSync(process.execPath, ['cli/main.ts', ...words, '--lang', 'en'], {
    env: { ...process.env, ...settings },
    encoding: 'utf8',
  })
  return { status: run.status, said: run.stderr }
}

test('a database in which people work is never taken for a restore that was broken off', async () => {
  const used = await emptyDatabase()
  const url = urlOf(used.address)
  const atWork = settingsOf(at('work'), url)
  expect(prongsai(['import', 'examples/dga-2567/report-2567.txt'], atWork)).toMatchObject({ status: 0 })
  const file = at('taken.prongsai')
  expect(prongsai(['backup', '--out', file], atWork)).toMatchObject({ status: 0 })
  const refused = { status: 2, said: expect.stringContaining('already holds something') }
  // Who is refused tries again, with the same settings.
  const elsewhere = settingsOf(at('elsewhere'), url)
  expect(prongsai(['restore', file], elsewhere)).toMatchObject(refused)
  expect(prongsai(['restore', file], elsewhere)).toMatchObject(refused)
  expect(existsSync(at('elsewhere'))).toBe(false)

  await inDatabase(atWork, async (db) => {
    const agency = await withoutAgency(db, (tx) =>
      tx.selectFrom('agency').select(['id']).where('code', '=', 'dga').executeTakeFirstOrThrow(),
    )
    await withAgency(db, agency.id, (tx) =>
      writeAudit(tx, {
        agencyId: agency.id,
        actor: { kind: 'system', name: 'test' },
        action: 'person.added',
        object: { kind: 'person', id: agency.id },
        detail: {},
      }),
    )
  })
  // Begun into another database, and the settings name this one by now.
  const header = execFileSync('tar', ['-xOf', file, 'prongsai-backup.json'], { encoding: 'utf8' })
  mkdirSync(at('begun'))
  writeFileSync(path.join(at('begun'), 'restore.unfinished'), `${JSON.parse(header).id}\n`)
  expect(prongsai(['restore', file], settingsOf(at('begun'), url))).toMatchObject(refused)
  await used.drop()
}, 400_000)
