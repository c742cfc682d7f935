import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { stripSvg } from '../charts/strip.domain.ts'
import { chartWords } from '../charts/text/index.ts'
import { importScores } from '../usecases/import-scores.server.ts'
import { previewScores } from '../usecases/preview-scores.server.ts'
import { listPeerSources } from './peer.queries.server.ts'
import { readAsk } from './peer-list.domain.ts'
import { peersFile } from './peers-file.server.ts'
import { type PeersView, viewPeers } from './peers-view.server.ts'
import { importPeers } from './usecases/import-peers.server.ts'
import { previewPeers } from './usecases/preview-peers.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const bytesOf = (rows: readonly string[]) => new TextEncoder().encode(rows.join('\n'))
const HEAD = 'ปี,หน่วยงาน,จังหวัด,คะแนนรวม,IIT,EIT,OIT'

async function bringIn(ctx: Ctx, rows: readonly string[], fileName = 'peers.csv'): Promise<void> {
  const bytes = bytesOf([HEAD, ...rows])
  const previewed = await previewPeers(ctx, { bytes })
  if (!previewed.ok) throw new Error(JSON.stringify(previewed.error))
  const { seen } = previewed.value
  const imported = await importPeers(ctx, { bytes, fileName, sourceNote: 'ประกาศผล', seen })
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
}

async function ownResults(ctx: Ctx, rows: readonly string[]): Promise<void> {
  const bytes = bytesOf(rows)
  const previewed = await previewScores(ctx, { bytes })
  if (!previewed.ok) throw new Error(JSON.stringify(previewed.error))
  const { seen } = previewed.value
  const imported = await importScores(ctx, { bytes, fileName: 'own.csv', sourceNote: null, seen })
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
}

const ask = readAsk(new URLSearchParams())
async function viewOf(ctx: Ctx): Promise<PeersView> {
  const view = await viewPeers(ctx, ask, 'th')
  return view ?? expect.fail('nothing was brought in')
}

describe('this agency among others', () => {
  it('its own results, computed with every place, are equal to what is published with two', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, ['2567,กรม ก,ตาก,85.00,85.00,85.00,85.00', '2567,กรม ข,ตาก,80.00,80.00,80.00,80.00'])
    const indicators = Array.from({ length: 10 }, (_, at) => `2567,ind${at + 1},${at ? '85.00' : '84.99'}`)
    await ownResults(ctx, ['ปี,ข้อ,คะแนน', ...indicators])
    const { own, standings } = await viewOf(ctx)
    expect(own.from).toBe('results')
    const total = standings?.find(({ measure }) => measure === 'total')
    expect(total).toMatchObject({ own: '85.00', rank: { rank: 1, n: 3, equal: 2 } })
  })

  it('a level that no file has is judged from the scores, and it is said where nobody checked the rules', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, ['2566,กรม ก,ตาก,85.00,85.00,85.00,85.00'])
    expect((await viewOf(ctx)).judged).toEqual({ count: 1, isUnverified: true })
    await bringIn(ctx, ['2567,กรม ก,ตาก,85.00,85.00,85.00,85.00'])
    expect((await viewOf(ctx)).judged).toEqual({ count: 1, isUnverified: false })
  })

  it('all agencies of the country are a picture and a page of bounded size', async () => {
    const ctx = await anAgency(database)
    const two = (n: number) => `${70 + (n % 30)}.${String(n % 97).padStart(2, '0')}`
    const rows = Array.from(
      { length: 8300 },
      (_, n) => `2567,หน่วยงานสมมติ ${n},ตาก,${two(n)},${two(n)},${two(n)},${two(n)}`,
    )
    await bringIn(ctx, rows)
    const view = await viewOf(ctx)
    const svg = stripSvg(view.strip, view.head, { theme: 'auto', width: 'wide', words: chartWords('th') })
    expect(svg.length).toBeLessThan(200_000)
    expect(view.levels.reduce((sum, { count }) => sum + count, 0)).toBe(8300)
  })
})

describe('what the page of other agencies gives away', () => {
  it('says of which year it is and where its figures come from, and names stay texts', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, ['2567,กรม & <b>,ตาก,85.00,85.00,85.00,85.00'], '<script>&.csv')
    const view = await viewOf(ctx)
    const sources = await listPeerSources(ctx, view.year)
    const fileOf = async (name: string) => {
      const file = await peersFile(view, { name, ask, lang: 'th', sources })
      return file === null ? null : new TextDecoder().decode(file.bytes)
    }
    const svg = (await fileOf('strip.svg')) ?? ''
    expect(svg).toContain('พ.ศ. 2567')
    expect(svg).toContain('ที่มาของข้อมูล')
    expect(svg).toContain('&#60;script&#62;&#38;.csv')
    expect(svg).not.toContain('<script>')
    const csv = (await fileOf('peers.csv')) ?? ''
    expect(csv).toContain('กรม & <b>')
    expect(csv.trimEnd().split('\r\n').at(-1)).toContain('<script>&.csv (ประกาศผล)')
    expect(await fileOf('strip.pdf')).toBeNull()
  })
})
