import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { pdfjsLines, withoutSpaces } from '../../../../tests/support/pdf-text.ts'
import { openSite, sends, type WatchedSite } from '../../../../tests/support/watched-site.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { createDiskStore } from '../../../platform/files/disk-store.server.ts'
import { openWatchTools } from '../looking/open-watch-tools.server.ts'
import { makeDueRounds } from '../rounds/make-due-rounds.server.ts'
import { findingText } from '../text/index.ts'
import type { WatchTarget } from '../watch.domain.ts'
import { findCapture, listCaptures } from './captures.queries.server.ts'
import { listChecks, listOpenFindings } from './checks.queries.server.ts'
import { lookAt } from './look-at.server.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'watch-keeping-'))
const store = createDiskStore(path.join(folder, 'files'))
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const tools = openWatchTools({
  store,
  log,
  folder: path.join(folder, 'passing'),
  now: () => new Date(),
  everyMs: 0,
})
const WHOLE = '<html lang="th"><title>สถิติ</title><main>ความก้าวหน้า ปี 2568\u0001</main>'
let database: TestDatabase
let site: WatchedSite
let html = WHOLE

beforeAll(async () => {
  database = await freshDatabase()
  site = await openSite({ '/oit': (response) => sends(html)(response) })
})
afterAll(async () => {
  tools.close()
  await site.close()
  await database.drop()
  rmSync(folder, { recursive: true })
})

async function aWatch(): Promise<Ctx> {
  const agency = await anAgency(database)
  return as(agency, (await aPerson(agency, { role: 'ita-coordinator' })).id, ['ita-coordinator'])
}
const target = (): WatchTarget => ({
  address: `${site.origin}/oit`,
  title: { th: 'สถิติเรื่องร้องเรียน', en: 'Statistics' },
  unitId: null,
  part: 'oit/2568/O18',
  marks: [
    { element: 'progress', label: { th: 'ความก้าวหน้า', en: 'Progress' }, anyOf: ['ความก้าวหน้า'], columns: [] },
  ],
  namesYear: 2568,
  sha256: null,
  hasMenu: false,
})
const lookNow = (ctx: Ctx, keep: 'person' | null = null) =>
  lookAt(ctx, tools, { target: target(), origin: site.origin, askedBy: 'person', keep })
const openCodes = (ctx: Ctx) =>
  withAgency(ctx.db, ctx.agency.id, async (tx) =>
    (await listOpenFindings(tx, { agencyId: ctx.agency.id })).map(
      ({ code, subject }) => `${code} ${subject}`,
    ),
  )

test('what an element that is taken away raises is told once, and ends when it is back', async () => {
  const ctx = await aWatch()
  html = WHOLE
  expect((await lookNow(ctx)).result.passes).toBe(true)
  html = WHOLE.replace('ความก้าวหน้า', '')
  const { result } = await lookNow(ctx)
  expect(result.passes).toBe(false)
  expect(result.facts.drift).toEqual(['content', 'size', 'elements'])
  await lookNow(ctx)
  expect(await openCodes(ctx)).toEqual(['element.missing progress'])
  html = WHOLE
  await lookNow(ctx)
  expect(await openCodes(ctx)).toEqual([])
  const raised = (await auditOf(database, ctx)).filter(({ action }) => action === 'watch-finding.raised')
  expect(raised).toHaveLength(1)
  const { rows } = await database.owner.query('select kind from notice where agency_id = $1', [ctx.agency.id])
  expect(rows).toEqual([{ kind: 'watch.alarm' }])
  const checks = await listChecks(ctx, { address: target().address, most: 10 })
  expect(checks.map(({ passes }) => passes)).toEqual([true, false, false, true])
})

test('a capture is the bytes that came and a record that says when, where and under which hash', async () => {
  const ctx = await aWatch()
  html = WHOLE
  const { captureId } = await lookNow(ctx, 'person')
  const capture = await findCapture(ctx, { id: captureId ?? '' })
  if (!capture) throw new Error('no capture')
  expect(await listCaptures(ctx, { address: target().address })).toEqual([capture])
  const came = await buffer((await store.open({ agencyId: ctx.agency.id, sha256: capture.sha256 }))!)
  expect(came.toString()).toBe(WHOLE)
  const record = await buffer((await store.open({ agencyId: ctx.agency.id, sha256: capture.recordSha256 }))!)
  expect(createHash('sha256').update(record).digest('hex')).toBe(capture.recordSha256)
  const said = withoutSpaces((await pdfjsLines(record)).join(''))
  for (const words of ['สถิติเรื่องร้องเรียน', target().address, capture.sha256, 'ความก้าวหน้า'])
    expect(said).toContain(withoutSpaces(words))
  expect(readdirSync(path.join(folder, 'passing'))).toEqual([])
  expect(await findCapture(await aWatch(), { id: capture.id })).toBeNull()
})

test('of several programs one makes the round of a night', async () => {
  const night = new Date('2025-06-05T19:30:00Z')
  const ctx = { ...(await aWatch()), now: () => night }
  html = WHOLE
  const before = site.asked.length
  const parts = {
    agencies: () => [ctx],
    targets: async () => [target()],
    originOf: () => site.origin,
    isScoring: async () => false,
    tools,
  }
  await Promise.all([makeDueRounds(parts), makeDueRounds(parts)])
  await makeDueRounds(parts)
  expect(site.asked.length - before).toBe(1)
  const { rows } = await database.owner.query(
    'select hour, checked, ended_at is not null as ended from watch_round where agency_id = $1',
    [ctx.agency.id],
  )
  expect(rows).toEqual([{ hour: 2, checked: 1, ended: true }])
})

test('of a site of the agency’s own that cannot be reached one page is asked, and what to do is said once', async () => {
  const ctx = { ...(await aWatch()), now: () => new Date('2025-06-05T19:30:00Z') }
  const closed = await openSite({})
  await closed.close()
  const pages = ['/', '/oit', '/contact'].map((page) => ({ ...target(), address: closed.origin + page }))
  await makeDueRounds({
    agencies: () => [ctx],
    targets: async () => [...pages, target()],
    originOf: () => closed.origin,
    isScoring: async () => false,
    tools,
  })
  const open = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    listOpenFindings(tx, { agencyId: ctx.agency.id }),
  )
  // Another site than the agency's own is not kept from being looked at.
  expect(open.map(({ address, code }) => `${address} ${code}`).toSorted()).toEqual(
    [`${closed.origin}/ connection.refused`, `${target().address} address.not-allowed`].toSorted(),
  )
  const refused = open.find(({ code }) => code === 'connection.refused')
  expect(refused && findingText('en', refused).remedy).toContain('ORIGIN')
})
