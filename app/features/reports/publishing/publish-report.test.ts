import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { aChain, approveForPublication, approveReport } from '../../../../tests/support/approved.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aPublishedReport, exampleRoster } from '../../../../tests/support/example-at-work.ts'
import { anOpenYear, aUnit } from '../../../../tests/support/working-builders.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { findProof, findPublications, withdrawResolution } from '../../approvals/index.server.ts'
import {
  findCurrentCycle,
  findDraftCycle,
  listCycles,
  takeUpVersion,
} from '../../improvement/index.server.ts'
import { findPublishedReport } from '../published-report.queries.server.ts'
import { publishReport } from './usecases/publish-report.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const YEAR = { fiscalYear: 2567 }

/** The example agency with its published year at work. */
async function theExample(): Promise<Ctx> {
  const ctx = await anAgency(database)
  await exampleRoster(ctx)
  await aPublishedReport(ctx)
  const taken = await takeUpVersion(ctx, YEAR)
  if (!taken.ok) throw new Error(taken.error.code)
  return ctx
}

const draftOf = async (ctx: Ctx) => {
  const draft = await findDraftCycle(ctx, 2567)
  if (!draft) throw new Error('no year at work')
  return draft
}
const sql = (text: string, values: readonly unknown[]) => database.owner.query(text, [...values])

async function changeTitle(ctx: Ctx, title: string) {
  const { working } = await draftOf(ctx)
  await sql('update working_issue set title = $1 where id = $2', [title, working.issues[0]?.id])
}

const publish = async (ctx: Ctx, given: Partial<Parameters<typeof publishReport>[1]> = {}) =>
  publishReport(ctx, {
    ...YEAR,
    seenHash: (await draftOf(ctx)).contentHash,
    allowsLess: false,
    ...given,
  })
const publicVersions = async (ctx: Ctx) =>
  (await findPublications(ctx, { kind: 'report' })).map(({ version }) => version)
const nothingNew = async (ctx: Ctx) => {
  expect(await publicVersions(ctx)).toEqual([1])
  expect(await listCycles(ctx, { superseded: true })).toHaveLength(1)
}

describe('publishing the work of a year', () => {
  it('whose content is public already changes nothing', async () => {
    const ctx = await theExample()
    expect(await publish(ctx)).toMatchObject({ ok: true, value: { status: 'unchanged', version: 1 } })
    await nothingNew(ctx)
  })

  it('makes exactly what was seen and approved public, with its resolutions in the audit log and what it rests on', async () => {
    const ctx = await theExample()
    const { id } = await aPerson(ctx)
    await changeTitle(ctx, 'หัวข้อใหม่')
    const contentHash = await approveForPublication(ctx, YEAR)
    const published = await publish(as(ctx, id, ['ita-coordinator']))
    expect(published).toMatchObject({ ok: true, value: { status: 'published', version: 2, contentHash } })
    const found = await findCurrentCycle(ctx, 2567)
    expect(found).toMatchObject({ contentHash, cycle: { source: null } })
    expect(found?.cycle.issues[0]?.title).toBe('หัวข้อใหม่')
    const [publication] = await findPublications(ctx, { kind: 'report' })
    expect(published.ok && published.value.publicationId).toBe(publication?.id)
    expect((await auditOf(database, ctx)).at(-1)).toMatchObject({
      action: 'cycle.published',
      object_id: found?.cycleId,
      detail: {
        fiscalYear: 2567,
        version: 2,
        contentHash,
        score: 100,
        workVersion: 1,
        publicationId: publication?.id,
        resolutions: publication?.steps.map((step) => step.id).join(', '),
      },
    })
    expect(publication?.steps).not.toEqual([])
    expect(await findProof(ctx, publication?.id ?? '')).not.toBeNull()
  })

  it('is refused without a chain of approval, whatever the score', async () => {
    const ctx = await anAgency(database)
    await anOpenYear(ctx, { fiscalYear: 2567 })
    expect(await publish(ctx, { allowsLess: true })).toMatchObject({
      ok: false,
      error: { code: 'publication.not-approved', standing: { chain: null } },
    })
    expect([await publicVersions(ctx), await listCycles(ctx)]).toEqual([[], []])
  })

  it('is refused while a step of the chain is lacking, and says which; then nothing is saved', async () => {
    const ctx = await anAgency(database)
    await anOpenYear(ctx, { fiscalYear: 2567 })
    await aChain(ctx, ['คณะทำงาน', 'ที่ประชุมฝ่ายบริหาร'])
    await approveReport(ctx, (await draftOf(ctx)).cycle, { upTo: 1 })
    const refused = await publish(ctx, { allowsLess: true })
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'publication.not-approved',
        standing: {
          steps: [
            { bodyName: 'คณะทำงาน', passedBy: { decision: 'approved' } },
            { bodyName: 'ที่ประชุมฝ่ายบริหาร', passedBy: null },
          ],
        },
      },
    })
    expect([await publicVersions(ctx), await listCycles(ctx)]).toEqual([[], []])
    await approveForPublication(ctx, YEAR)
    expect(await publish(ctx, { allowsLess: true })).toMatchObject({ ok: true, value: { version: 1 } })
  })

  it('is refused for a content that was changed after its approval, and what is public stays what it was', async () => {
    const ctx = await theExample()
    await changeTitle(ctx, 'ที่ประชุมเห็น')
    await approveForPublication(ctx, YEAR)
    await changeTitle(ctx, 'แก้หลังประชุม')
    expect(await publish(ctx)).toMatchObject({
      ok: false,
      error: { code: 'publication.not-approved', standing: { isChangedSince: true } },
    })
    await nothingNew(ctx)
    const seen = await findPublishedReport(ctx, { ...YEAR, lang: 'th' })
    expect(seen?.cycle.issues[0]?.title).not.toContain('ประชุม')
  })

  it('is refused for what has changed since it was seen', async () => {
    const ctx = await theExample()
    const { contentHash: seenHash } = await draftOf(ctx)
    await changeTitle(ctx, 'เปลี่ยนระหว่างนั้น')
    await approveForPublication(ctx, YEAR)
    expect(await publish(ctx, { seenHash })).toEqual({ ok: false, error: { code: 'publish.changed-since' } })
    await nothingNew(ctx)
  })

  it('lets nothing below 100 out without being told to', async () => {
    const ctx = await theExample()
    const { working } = await draftOf(ctx)
    await sql('update working_measure set summary = $1 where cycle_id = $2', [
      '{"state":"missing"}',
      working.id,
    ])
    await approveForPublication(ctx, YEAR)
    expect(await publish(ctx)).toMatchObject({ error: { code: 'publish.below-hundred' } })
    await nothingNew(ctx)
    expect(await publish(ctx, { allowsLess: true })).toMatchObject({ ok: true, value: { version: 2 } })
    expect((await auditOf(database, ctx)).at(-1)?.detail).toMatchObject({ score: 0 })
  })

  it('of an item without a rule is not taken for one that scores 100', async () => {
    const ctx = await anAgency(database)
    await anOpenYear(ctx, { fiscalYear: 2567, facts: { answers: '2568:O1' as never } })
    await approveForPublication(ctx, YEAR)
    expect(await publish(ctx)).toMatchObject({ error: { code: 'publish.below-hundred' } })
    expect(await publish(ctx, { allowsLess: true })).toMatchObject({ ok: true, value: { version: 1 } })
  })

  it('several times at once makes one version, and the others find it there', async () => {
    const ctx = await theExample()
    await changeTitle(ctx, 'พร้อมกัน')
    await approveForPublication(ctx, YEAR)
    const published = await Promise.all([1, 2, 3].map(() => publish(ctx)))
    expect(
      published.map((result) => (result.ok ? result.value.status : result.error.code)).toSorted(),
    ).toEqual(['published', 'unchanged', 'unchanged'])
    expect(await publicVersions(ctx)).toEqual([2, 1])
    expect(await listCycles(ctx, { superseded: true })).toHaveLength(2)
  })

  it('at the moment in which its resolution is withdrawn: either it was public before, or it is refused', async () => {
    for (let round = 0; round < 6; round += 1) {
      const ctx = await anAgency(database)
      await anOpenYear(ctx, { fiscalYear: 2567 })
      const contentHash = await approveForPublication(ctx, YEAR)
      const { rows } = await sql('select id from resolution where agency_id = $1', [ctx.agency.id])
      const acts = [
        () => publish(ctx, { allowsLess: true }),
        () => withdrawResolution(ctx, { resolutionId: rows[0]?.id, reason: 'บันทึกผิด' }),
      ]
      const [first, second] = round % 2 === 0 ? acts : acts.toReversed()
      const results = await Promise.all([first?.(), second?.()])
      expect(results).toContainEqual({ ok: true, value: null })
      const versions = await publicVersions(ctx)
      const [publication] = await findPublications(ctx, { hash: contentHash })
      // What is public was so before the resolution went: it says that it rests on one that was withdrawn.
      expect(publication?.steps.map(({ isWithdrawn }) => isWithdrawn) ?? []).toEqual(versions.map(() => true))
      const again = await publish(ctx, { allowsLess: true })
      expect(again.ok).toBe(versions.length === 1)
    }
  })

  it('a unit owner and an approver may not, which the audit log keeps', async () => {
    const ctx = await theExample()
    const unitId = await aUnit(ctx, 'NEW')
    const { id } = await aPerson(ctx)
    for (const role of [{ role: 'unit-owner', unitId }, 'approver'] as const)
      expect(await publish(as(ctx, id, [role]))).toMatchObject({
        error: { code: 'permission.refused', act: 'cycle.publish' },
      })
    expect((await auditOf(database, ctx)).at(-1)?.action).toBe('permission.refused')
  })

  it('a row that somebody writes around the program is refused by the database', async () => {
    const ctx = await theExample()
    await changeTitle(ctx, 'ไม่มีใครเห็นชอบ')
    const { contentHash } = await draftOf(ctx)
    const { rows } = await sql('select matter_id, chain_id from publication where agency_id = $1', [
      ctx.agency.id,
    ])
    await expect(
      withAgency(database.db, ctx.agency.id, (tx) =>
        tx
          .insertInto('publication')
          .values({
            agency_id: ctx.agency.id,
            id: randomUUID(),
            kind: 'report',
            key: '2567',
            version: 2,
            content_hash: contentHash,
            ...rows[0],
            published_at: ctx.now(),
            published_by_name: 'somebody',
          })
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '23001' })
    await nothingNew(ctx)
  })
})
