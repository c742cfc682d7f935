import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, auditOf, ORIGIN } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { listHosts } from '../hosts/hosts.queries.server.ts'
import { addWatchedHost } from '../usecases/add-watched-host.server.ts'
import { removeWatchedHost } from '../usecases/remove-watched-host.server.ts'
import type { WatchTarget, WatchWeight } from '../watch.domain.ts'
import { watchCsv, watchJson } from './watch-file.ts'
import { narrowed, readWatchFilter } from './watch-overview.domain.ts'
import { countOwnFailing, readWatch } from './watch-overview.queries.server.ts'
import { readWatchedAddress } from './watched-address.queries.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const UNIT = randomUUID()
const aTarget = (code: string, unitId: string | null = null): WatchTarget => ({
  address: `${ORIGIN}/oit/2568/${code}`,
  title: { th: `ข้อ ${code}`, en: `Item ${code}` },
  unitId,
  part: `disclosure/2568/${code}`,
  marks: [],
  namesYear: null,
  sha256: null,
  hasMenu: true,
})
const TARGETS = [aTarget('O1'), aTarget('O2', UNIT), aTarget('O3'), aTarget('O4'), aTarget('O2')]

const checked = (ctx: Ctx, code: string, startedAt = '2024-10-01T01:00:00Z') =>
  withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx
      .insertInto('watch_check')
      .values({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        address: aTarget(code).address,
        asked_by: 'night',
        started_at: startedAt,
        duration_ms: 10,
        status: 200,
        facts: JSON.stringify({}),
        findings: JSON.stringify([]),
        passes: true,
      })
      .execute(),
  )
const found = (ctx: Ctx, code: string, weight: WatchWeight, resolvedAt: string | null = null) =>
  withAgency(ctx.db, ctx.agency.id, (tx) =>
    tx
      .insertInto('watch_finding')
      .values({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        address: aTarget(code).address,
        code: weight === 'fails' ? 'link.dead' : 'title.missing',
        subject: '',
        weight,
        detail: JSON.stringify({ link: '=cmd' }),
        raised_at: '2024-10-01T01:00:00Z',
        last_seen_at: '2024-10-01T01:00:00Z',
        resolved_at: resolvedAt,
      })
      .execute(),
  )

/** O1 passes, O2 fails, O3 warns, of O4 nobody knows. */
async function aWatchedAgency(): Promise<Ctx> {
  const ctx = await anAgency(database)
  for (const code of ['O1', 'O2', 'O3']) await checked(ctx, code)
  await found(ctx, 'O2', 'fails')
  await found(ctx, 'O3', 'warns')
  await found(ctx, 'O1', 'fails', '2024-10-01T02:00:00Z')
  return ctx
}

describe('the list of addresses', () => {
  it('has what fails first, each address once, and forgets what was mended', async () => {
    const { rows, round } = await readWatch(await aWatchedAgency(), TARGETS)
    expect(rows.map(({ target, state }) => [target.title.en, state])).toEqual([
      ['Item O2', 'fails'],
      ['Item O3', 'warns'],
      ['Item O4', 'unseen'],
      ['Item O1', 'passes'],
    ])
    expect(round).toBeNull()
  })

  it('is narrowed by state and to the own units, and counted for the chips', async () => {
    const { rows } = await readWatch(await aWatchedAgency(), TARGETS)
    const own = narrowed(rows, readWatchFilter(new URLSearchParams('own=1&state=nonsense')), [UNIT])
    expect([own.rows.length, own.all, own.counts.fails]).toEqual([1, 1, 1])
    const passing = narrowed(rows, readWatchFilter(new URLSearchParams('state=passes')), [])
    expect([passing.rows.length, passing.all]).toEqual([1, 4])
  })

  it('is of one agency alone', async () => {
    await aWatchedAgency()
    const { rows } = await readWatch(await anAgency(database), TARGETS)
    expect(rows.every(({ state }) => state === 'unseen')).toBe(true)
  })

  it('is given as CSV with a line for each finding, no formula in it, and as JSON', async () => {
    const ctx = await aWatchedAgency()
    const { rows } = await readWatch(ctx, TARGETS)
    const csv = watchCsv('th', rows)
    expect(csv.startsWith('\uFEFFที่อยู่,')).toBe(true)
    expect(csv.trimEnd().split('\r\n')).toHaveLength(5)
    expect(csv).toContain('link.dead')
    expect(csv).not.toMatch(/(^|,)=/m)
    const json = JSON.parse(watchJson('en', { rows, log: [], at: ctx.now() }))
    expect(json.addresses[0]).toMatchObject({ state: 'fails', findings: [{ code: 'link.dead' }] })
  })
})

describe('one address', () => {
  it('is known while it is watched or was ever looked at', async () => {
    const ctx = await aWatchedAgency()
    const { address } = aTarget('O2')
    expect(await readWatchedAddress(ctx, { address, targets: TARGETS })).toMatchObject({
      target: { part: 'disclosure/2568/O2' },
      findings: [{ code: 'link.dead' }],
      captures: [],
    })
    expect(await readWatchedAddress(ctx, { address, targets: [] })).toMatchObject({ target: null })
    expect(await readWatchedAddress(ctx, { address: 'https://x.example/', targets: TARGETS })).toBeNull()
  })
})

describe('what would be given 0', () => {
  const count = (ctx: Ctx) => countOwnFailing(ctx, async () => TARGETS)

  it('is counted for a coordinator, and for who answers for the unit', async () => {
    const ctx = await aWatchedAgency()
    const { id } = await aPerson(ctx)
    expect(await count(as(ctx, id, ['ita-coordinator']))).toBe(1)
    expect(await count(as(ctx, id, [{ role: 'unit-owner', unitId: UNIT }]))).toBe(1)
    expect(await count(as(ctx, id, [{ role: 'unit-owner', unitId: randomUUID() }]))).toBe(0)
  })

  it('asks for no addresses where nothing fails', async () => {
    const ctx = await anAgency(database)
    const { id } = await aPerson(ctx)
    const never = () => Promise.reject(new Error('addresses were listed'))
    expect(await countOwnFailing(as(ctx, id, ['ita-coordinator']), never)).toBe(0)
  })
})

describe('other sites that may be asked', () => {
  const anAdministrator = async () => {
    const ctx = await anAgency(database)
    const { id } = await aPerson(ctx)
    return as(ctx, id, ['administrator'])
  }

  it('are added once, as they are written in addresses, and removed; both stand in the audit log', async () => {
    const ctx = await anAdministrator()
    const typed = 'https://Stat.Agency.go.th/page'
    expect(await addWatchedHost(ctx, { typed, note: 'สถิติ' })).toEqual({
      ok: true,
      value: 'stat.agency.go.th',
    })
    expect(await addWatchedHost(ctx, { typed: 'stat.agency.go.th', note: null })).toMatchObject({
      error: { code: 'host.known' },
    })
    expect(await listHosts(ctx)).toMatchObject([{ host: 'stat.agency.go.th', note: 'สถิติ' }])
    expect(await removeWatchedHost(ctx, { host: 'stat.agency.go.th' })).toEqual({ ok: true, value: true })
    expect(await removeWatchedHost(ctx, { host: 'stat.agency.go.th' })).toEqual({ ok: true, value: false })
    expect((await auditOf(database, ctx)).map(({ action }) => action)).toEqual([
      'watched-host.added',
      'watched-host.removed',
    ])
  })

  it('are refused where they are no names of sites, or their remark is a novel', async () => {
    const ctx = await anAdministrator()
    expect(await addWatchedHost(ctx, { typed: '10.0.0.1', note: null })).toMatchObject({
      error: { code: 'host.unreadable' },
    })
    expect(await addWatchedHost(ctx, { typed: 'a.go.th', note: 'ก'.repeat(501) })).toMatchObject({
      error: { code: 'host.note-too-long' },
    })
    expect(await listHosts(ctx)).toEqual([])
  })

  it('are changed by administrators alone', async () => {
    const ctx = await anAdministrator()
    const coordinator = as(ctx, randomUUID(), ['ita-coordinator'])
    expect(await addWatchedHost(coordinator, { typed: 'a.go.th', note: null })).toMatchObject({
      error: { act: 'watched-host.change' },
    })
    expect(await removeWatchedHost(coordinator, { host: 'a.go.th' })).toMatchObject({
      error: { act: 'watched-host.change' },
    })
  })
})
