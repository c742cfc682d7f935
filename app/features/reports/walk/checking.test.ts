import type { Logger } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aWalkedReport } from '../../../../tests/support/walked-report.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { openWalkChecking } from './checking.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const openFindings = async (ctx: Ctx) =>
  (
    await database.owner.query('select code from walk_finding where agency_id = $1 and resolved_at is null', [
      ctx.agency.id,
    ])
  ).rows

it('looks into every agency at once, also past one that cannot be read, and stops when that is done', async () => {
  const first = await aWalkedReport(database)
  const second = await aWalkedReport(database)
  await second.takeFile(second.evidence.sha256)
  const said: string[] = []
  const say = (_facts: unknown, message?: string) => void said.push(message ?? '')
  const log = { info: say, error: say } as unknown as Pick<Logger, 'info' | 'error'>
  const nowhere = { ...first.ctx, agency: { ...first.ctx.agency, id: 'no agency' } }
  const checking = openWalkChecking({ agencies: () => [nowhere, second.ctx], store: second.store, log })
  checking.start()
  await checking.stop()
  expect(said).toEqual(['walks-not-checked'])
  expect(await openFindings(second.ctx)).toEqual([])

  const again = openWalkChecking({ agencies: () => [nowhere, second.ctx], store: second.store, log })
  again.start()
  await expect.poll(() => openFindings(second.ctx)).toEqual([{ code: 'evidence.file-missing' }])
  await again.stop()
  expect(said).toContain('walks-checked')
})
