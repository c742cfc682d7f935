import type { Logger } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aWalkedReport } from '../../../../tests/support/walked-report.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { checkAllWalks } from './checking.server.ts'

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

it('looks into every agency, also past one that cannot be read, and begins none once it is told to stop', async () => {
  const first = await aWalkedReport(database)
  const second = await aWalkedReport(database)
  await second.takeFile(second.evidence.sha256)
  const said: string[] = []
  const say = (_facts: unknown, message?: string) => void said.push(message ?? '')
  const log = { info: say, error: say } as unknown as Pick<Logger, 'info' | 'error'>
  const nowhere = { ...first.ctx, agency: { ...first.ctx.agency, id: 'no agency' } }
  const round = { agencies: () => [nowhere, second.ctx], store: second.store, log }
  const isStopped = () => said.length > 0
  await expect(checkAllWalks(round, isStopped)).rejects.toThrow()
  expect(said).toEqual(['walks-not-checked'])
  expect(await openFindings(second.ctx)).toEqual([])

  await expect(checkAllWalks(round)).rejects.toThrow()
  expect(await openFindings(second.ctx)).toEqual([{ code: 'evidence.file-missing' }])
  expect(said).toContain('walks-checked')
})
