import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, at, auditOf } from '../../../../../tests/support/agency-at-work.ts'
import { approvalRows } from '../../../../../tests/support/approval-rows.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { makePublic } from '../../publications/publication.repo.server.ts'
import { findPublications } from '../../publications/publications.queries.server.ts'
import { recordResolution } from '../../resolutions/usecases/record-resolution.server.ts'
import { findStanding } from '../../standing/standing.queries.server.ts'
import { listBodies } from '../bodies.queries.server.ts'
import type { NewStep } from '../chain.domain.ts'
import { findChainsPage } from '../chains-page.queries.server.ts'
import { addBody } from './add-body.server.ts'
import { changeBody } from './change-body.server.ts'
import { endBody } from './end-body.server.ts'
import { saveChain } from './save-chain.server.ts'

let database: TestDatabase
let rows: ReturnType<typeof approvalRows>
beforeAll(async () => {
  database = await freshDatabase()
  rows = approvalRows(database)
})
afterAll(() => database.drop())

const step = (bodyId: string, over: Partial<NewStep> = {}): NewStep => ({
  bodyId,
  accepts: 'approved',
  circularAllowed: false,
  recorders: ['meeting-secretary'],
  ...over,
})

async function body(ctx: Ctx, name: string): Promise<string> {
  const added = await addBody(ctx, { name, shortName: null })
  if (!added.ok) throw new Error(added.error.code)
  return added.value.bodyId
}

const save = (ctx: Ctx, bodyIds: readonly string[], seenVersion: number | null) =>
  saveChain(ctx, { kind: 'report', steps: bodyIds.map((id) => step(id)), seenVersion })

describe('bodies', () => {
  it('are kept under a tidy name, which no other body in use has', async () => {
    const ctx = await anAgency(database)
    await body(ctx, '  ที่ประชุม   ฝ่ายบริหาร ')
    expect((await listBodies(ctx)).map(({ name }) => name)).toEqual(['ที่ประชุม ฝ่ายบริหาร'])
    expect(await addBody(ctx, { name: 'ที่ประชุม ฝ่ายบริหาร', shortName: null })).toMatchObject({
      error: { code: 'body.name-taken' },
    })
  })

  it.each([
    ['an empty name', ' \n\t', 'body.no-name'],
    ['a name of 5,000 characters', 'ก'.repeat(5000), 'body.long-name'],
  ])('%s is refused, and nothing is kept', async (_what, name, code) => {
    const ctx = await anAgency(database)
    expect(await addBody(ctx, { name, shortName: null })).toMatchObject({ ok: false, error: { code } })
    expect(await listBodies(ctx)).toEqual([])
    expect(await auditOf(database, ctx)).toEqual([])
  })

  it('a body in a chain does not end before the chain is another; then its name is free again', async () => {
    const ctx = await anAgency(database)
    const [team, board] = [await body(ctx, 'คณะทำงาน'), await body(ctx, 'ฝ่ายบริหาร')]
    await save(ctx, [team, board], null)
    expect(await endBody(ctx, { bodyId: team })).toMatchObject({ error: { code: 'body.in-chain' } })
    await save(ctx, [board], 1)
    expect(await endBody(ctx, { bodyId: team })).toMatchObject({ ok: true })
    expect(await endBody(ctx, { bodyId: team })).toMatchObject({ error: { code: 'body.unknown' } })
    expect(await save(ctx, [team, board], 2)).toMatchObject({ error: { code: 'body.unknown' } })
    expect(await addBody(ctx, { name: 'คณะทำงาน', shortName: null })).toMatchObject({ ok: true })
  })

  it('of two who rename a body the second is told; the same name again changes nothing', async () => {
    const ctx = await anAgency(database)
    const bodyId = await body(ctx, 'คณะทำงาน')
    const rename = (name: string) => changeBody(ctx, { bodyId, name, shortName: null, seenVersion: 1 })
    expect(await rename('คณะทำงาน ITA')).toEqual({ ok: true, value: { version: 2 } })
    expect(await rename('คณะทำงาน ITA')).toEqual({ ok: true, value: { version: 2 } })
    expect(await rename('คณะอื่น')).toMatchObject({ error: { code: 'body.clash' } })
    expect((await listBodies(ctx)).map(({ name }) => name)).toEqual(['คณะทำงาน ITA'])
  })

  it.each(['', 'not-an-id', '00000000-0000-4000-8000-000000000000'])(
    'nobody ends or renames what is no body (%j)',
    async (bodyId) => {
      const ctx = await anAgency(database)
      const unknown = { ok: false, error: { code: 'body.unknown' } }
      expect(await endBody(ctx, { bodyId })).toMatchObject(unknown)
      expect(await changeBody(ctx, { bodyId, name: 'ก', shortName: null, seenVersion: 1 })).toMatchObject(
        unknown,
      )
    },
  )

  it('of another agency are no bodies here', async () => {
    const [ctx, other] = [await anAgency(database), await anAgency(database)]
    const bodyId = await body(other, 'ฝ่ายบริหาร')
    expect(await endBody(ctx, { bodyId })).toMatchObject({ error: { code: 'body.unknown' } })
    expect(await save(ctx, [bodyId], null)).toMatchObject({ error: { code: 'body.unknown' } })
    expect(await listBodies(ctx)).toEqual([])
  })
})

describe('chains', () => {
  it('only an administrator changes them', async () => {
    const ctx = await anAgency(database)
    const board = await body(ctx, 'ฝ่ายบริหาร')
    const secretary = as(ctx, (await aPerson(ctx)).id, ['meeting-secretary', 'ita-coordinator'])
    const refused = { ok: false, error: { code: 'permission.refused' } }
    expect(await save(secretary, [board], null)).toMatchObject(refused)
    expect(await addBody(secretary, { name: 'ก', shortName: null })).toMatchObject(refused)
    expect(await endBody(secretary, { bodyId: board })).toMatchObject(refused)
  })

  it.each<[string, (id: string) => readonly NewStep[], string]>([
    ['without a step', () => [], 'chain.no-step'],
    ['with a body twice', (id) => [step(id), step(id, { accepts: 'acknowledged' })], 'chain.body-twice'],
    ['whose resolutions nobody records', (id) => [step(id, { recorders: [] })], 'chain.no-recorder'],
    ['with what is no body', () => [step('no-body')], 'body.unknown'],
  ])('a chain %s is refused, and the one in force stays', async (_what, stepsOf, code) => {
    const ctx = await anAgency(database)
    const board = await body(ctx, 'ฝ่ายบริหาร')
    await save(ctx, [board], null)
    const saved = await saveChain(ctx, { kind: 'report', steps: stepsOf(board), seenVersion: 1 })
    expect(saved).toMatchObject({ ok: false, error: { code } })
    const { chains } = await findChainsPage(ctx)
    expect(chains.find(({ kind }) => kind === 'report')?.versions).toHaveLength(1)
  })

  it('of two administrators who save at once one is told that the other was first', async () => {
    const ctx = await anAgency(database)
    const [team, board] = [await body(ctx, 'คณะทำงาน'), await body(ctx, 'ฝ่ายบริหาร')]
    const answers = await Promise.all([save(ctx, [team], null), save(ctx, [board], null)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'chain.changed-since' } })
    expect((await auditOf(database, ctx)).filter(({ action }) => action === 'chain.changed')).toHaveLength(1)
  })

  it('the same chain saved again is the same chain, also by who saw an older one', async () => {
    const ctx = await anAgency(database)
    const board = await body(ctx, 'ฝ่ายบริหาร')
    const first = await save(ctx, [board], null)
    expect(await save(ctx, [board], null)).toEqual(first)
    expect((await auditOf(database, ctx)).filter(({ action }) => action === 'chain.changed')).toHaveLength(1)
  })

  it('every version stays to be read, with who made it, and each kind has its own', async () => {
    const ctx = await anAgency(database)
    const [team, board] = [await body(ctx, 'คณะทำงาน'), await body(ctx, 'ฝ่ายบริหาร')]
    await save(ctx, [board], null)
    await save(ctx, [team, board], 1)
    const { chains } = await findChainsPage(ctx)
    expect(chains.map(({ kind, versions }) => [kind, versions.map(({ bodies }) => bodies)])).toEqual([
      ['measures', []],
      ['report', [['คณะทำงาน', 'ฝ่ายบริหาร'], ['ฝ่ายบริหาร']]],
      ['document', []],
      ['page', []],
      ['disclosure', []],
    ])
    expect(chains[1]?.versions[0]?.madeBy).toBe('test')
  })
})

describe('a chain that is changed in the middle of the year', () => {
  it('judges what is under way anew, and what is public stays', async () => {
    const morning = await anAgency(database, '2024-11-05T03:00:00Z')
    const [team, board] = [await body(morning, 'คณะทำงาน'), await body(morning, 'ฝ่ายบริหาร')]
    await save(morning, [board], null)
    const ctx = at(morning, '2024-11-08T03:00:00Z')
    const published = await rows.matter(ctx, { text: 'ฉบับแรก' }, { key: '2566' })
    const underWay = await rows.matter(ctx, { text: 'ฉบับแรก' }, { key: '2567' })
    for (const [index, matter] of [published, underWay].entries()) {
      const number = `${index + 1}/2567`
      const meetingId = await rows.meeting(ctx, { bodyId: board, number, heldOn: '2024-11-08' })
      const agendaItemId = await rows.item(ctx, { meetingId, matterId: matter.id })
      const recorded = await recordResolution(ctx, {
        agendaItemId,
        seenHash: matter.contentHash,
        decision: 'approved',
        wording: 'มีมติเห็นชอบ',
        confirmsContent: false,
        tasks: [],
      })
      expect(recorded.ok).toBe(true)
    }
    const isComplete = async (key: string) =>
      (await findStanding(ctx, { kind: 'report', key, contentHash: underWay.contentHash })).isComplete
    const isPublic = async () =>
      (await findPublications(ctx, { kind: 'report', key: '2566' })).map(({ version, steps, withdrawal }) => [
        version,
        steps.map(({ bodyName }) => bodyName),
        withdrawal,
      ])
    const made = await withAgency(ctx.db, ctx.agency.id, (tx) =>
      makePublic(tx, ctx, {
        agencyId: ctx.agency.id,
        kind: 'report',
        key: '2566',
        contentHash: published.contentHash,
        proof: null,
      }),
    )
    expect(made.ok).toBe(true)
    expect(await isComplete('2567')).toBe(true)

    expect(await save(ctx, [team, board], 1)).toMatchObject({ ok: true })
    // The team never saw it, and the board approved before it could have.
    expect(await isComplete('2567')).toBe(false)
    expect(await isPublic()).toEqual([[1, ['ฝ่ายบริหาร'], null]])

    expect(await save(ctx, [board], 2)).toMatchObject({ ok: true })
    expect(await isComplete('2567')).toBe(true)
    expect(await isPublic()).toEqual([[1, ['ฝ่ายบริหาร'], null]])
  })
})
