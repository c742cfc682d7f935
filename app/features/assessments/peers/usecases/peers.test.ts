import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { findPeers, listPeerSources, listPeerYears } from '../peer.queries.server.ts'
import { importPeers } from './import-peers.server.ts'
import { previewPeers } from './preview-peers.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const HEAD = ['ปี', 'หน่วยงาน', 'จังหวัด', 'คะแนนรวม', 'IIT', 'EIT', 'OIT']
const csv = (...rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode([HEAD, ...rows].map((row) => row.join(',')).join('\n'))
// Totals as the weights add them up, so that it is seen that instruments are of 100.
const TOTALS = { '95.00': '88.70', '90.00': '86.70', '80.00': '82.70' } as const
const row = (name: string, oit: keyof typeof TOTALS = '95.00', year = '2567') => [
  ...[year, name, 'ตาก', TOTALS[oit], '85.00', '84.00', oit],
]

async function bringIn(ctx: Ctx, bytes: Uint8Array) {
  const previewed = await previewPeers(ctx, { bytes })
  if (!previewed.ok) return previewed
  return importPeers(ctx, { bytes, fileName: 'peers.csv', sourceNote: 'ITAS', seen: previewed.value.seen })
}

describe('published results of agencies', () => {
  it('come in with where they are from, and the same file again changes nothing', async () => {
    const ctx = await anAgency(database)
    const bytes = csv(row('กรม ก'), row('กรม ข'), row('กรม ก', '80.00', '2566'))
    expect(await bringIn(ctx, bytes)).toEqual({ ok: true, value: { added: 3, corrected: 0 } })
    expect(await bringIn(ctx, bytes)).toEqual({ ok: true, value: { added: 0, corrected: 0 } })
    expect(await listPeerYears(ctx)).toEqual([2567, 2566])
    expect(await findPeers(ctx, 2567)).toMatchObject([
      {
        agency: { name: 'กรม ก', province: 'ตาก' },
        totals: { total: '88.70', IIT: '85.00', EIT: '84.00', OIT: '95.00' },
      },
      { agency: { name: 'กรม ข' } },
    ])
    expect(await listPeerSources(ctx, 2567)).toMatchObject([{ fileName: 'peers.csv', sourceNote: 'ITAS' }])
    expect((await auditOf(database, ctx)).map(({ action }) => action)).toContain('peers.imported')
  })

  it('a later file takes the place of the same agency and year, and what was there stays, superseded', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, csv(row('กรม ก'), row('กรม ข')))
    expect(await bringIn(ctx, csv(row('กรมก', '90.00')))).toMatchObject({ value: { added: 0, corrected: 1 } })
    const peers = await findPeers(ctx, 2567)
    expect(peers.map(({ totals }) => totals.total).sort()).toEqual(['86.70', '88.70'])
    const kept = await withAgency(ctx.db, ctx.agency.id, (tx) =>
      tx.selectFrom('peer_result').select('total').execute(),
    )
    expect(kept).toHaveLength(3)
  })

  it('one agency does not see those of another', async () => {
    const [one, other] = [await anAgency(database), await anAgency(database)]
    await bringIn(one, csv(row('กรม ก')))
    expect(await listPeerYears(other)).toEqual([])
    expect(await findPeers(other, 2567)).toEqual([])
    expect(await bringIn(other, csv(row('กรม ก')))).toMatchObject({ value: { added: 1 } })
  })

  it('one wrong cell refuses the file, and a file without names of agencies is asked for them', async () => {
    const ctx = await anAgency(database)
    expect(await bringIn(ctx, csv(row('กรม ก'), [...row('กรม ข').slice(0, 3), 'สูง']))).toMatchObject({
      error: { code: 'figures.refused', cells: [{ code: 'figure.bad-value', row: 3, column: 4 }] },
    })
    const nameless = new TextEncoder().encode('ปี,คะแนนรวม\n2567,88')
    expect(await bringIn(ctx, nameless)).toMatchObject({ error: { code: 'figures.ask-agency' } })
    expect(await listPeerYears(ctx)).toEqual([])
  })

  it('what would do something else than was shown is refused', async () => {
    const ctx = await anAgency(database)
    const bytes = csv(row('กรม ก'))
    const previewed = await previewPeers(ctx, { bytes })
    if (!previewed.ok) throw new Error(previewed.error.code)
    await bringIn(ctx, csv(row('กรม ก', '80.00')))
    const late = await importPeers(ctx, {
      bytes,
      fileName: 'x',
      sourceNote: null,
      seen: previewed.value.seen,
    })
    expect(late).toMatchObject({ error: { code: 'score.changed-since' } })
  })

  it('only coordinators and administrators bring them in', async () => {
    const ctx = await anAgency(database)
    const { id } = await aPerson(ctx, { role: 'executive' })
    const bytes = csv(row('กรม ก'))
    for (const role of ['executive', 'unit-owner', 'auditor'] as const) {
      expect(await previewPeers(as(ctx, id, [role]), { bytes })).toMatchObject({
        error: { code: 'permission.refused' },
      })
      const asked = importPeers(as(ctx, id, [role]), { bytes, fileName: 'x', sourceNote: null, seen: '' })
      expect(await asked).toMatchObject({ error: { code: 'permission.refused' } })
    }
    expect(await listPeerYears(ctx)).toEqual([])
  })

  it('results of every agency of the country come in as one file', async () => {
    const ctx = await anAgency(database)
    const rows = Array.from({ length: 8300 }, (_, index) => row(`หน่วยงานสมมติ ${index}`))
    expect(await bringIn(ctx, csv(...rows))).toMatchObject({ value: { added: 8300 } })
    expect(await findPeers(ctx, 2567)).toHaveLength(8300)
  })
})
