import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, at } from '../../../../../tests/support/agency-at-work.ts'
import { approvalRows } from '../../../../../tests/support/approval-rows.ts'
import { freshDatabase, type TestDatabase } from '../../../../../tests/support/database.ts'
import type { Ctx } from '../../../../platform/ctx.server.ts'
import { withAgency } from '../../../../platform/db/tenant.server.ts'
import { saveChain } from '../../chains/usecases/save-chain.server.ts'
import { DECISIONS, type Decision } from '../../matter.domain.ts'
import { addMeeting } from '../../meetings/usecases/add-meeting.server.ts'
import { readStanding } from '../../standing/standing.queries.server.ts'
import { recordResolution } from './record-resolution.server.ts'

let database: TestDatabase
let rows: ReturnType<typeof approvalRows>
beforeAll(async () => {
  database = await freshDatabase()
  rows = approvalRows(database)
})
afterAll(() => database.drop())

/** A report that one body decides about, frozen on 5 November; the agency stands on 8 November. */
async function aReport(circularAllowed: boolean) {
  const before = await anAgency(database, '2024-11-05T03:00:00Z')
  const bodyId = await rows.body(before)
  const matter = await rows.matter(before)
  const ctx = at(before, '2024-11-08T03:00:00Z')
  await setChain(ctx, { bodyId, circularAllowed, seenVersion: null })
  return { ctx, bodyId, matter }
}

async function setChain(
  ctx: Ctx,
  {
    bodyId,
    circularAllowed,
    seenVersion,
  }: Readonly<{ bodyId: string; circularAllowed: boolean; seenVersion: number | null }>,
): Promise<void> {
  const saved = await saveChain(ctx, {
    kind: 'report',
    steps: [{ bodyId, accepts: 'approved', circularAllowed, recorders: ['meeting-secretary'] }],
    seenVersion,
  })
  if (!saved.ok) throw new Error(saved.error.code)
}

type Report = Awaited<ReturnType<typeof aReport>>

async function decide(
  { ctx, bodyId, matter }: Report,
  given: Readonly<{ form: 'meeting' | 'circular'; number: string; decision: Decision; heldOn?: string }>,
): Promise<void> {
  const meeting = await addMeeting(ctx, {
    bodyId,
    form: given.form,
    number: given.number,
    heldOn: given.heldOn ?? '2024-11-07',
    startsAt: null,
    endsAt: null,
    place: null,
    chair: null,
    chairPosition: null,
    secretary: null,
    attendees: [],
    state: 'held',
  })
  if (!meeting.ok) throw new Error(meeting.error.code)
  const agendaItemId = await rows.item(ctx, { meetingId: meeting.value.meetingId, matterId: matter.id })
  const recorded = await recordResolution(ctx, {
    agendaItemId,
    seenHash: matter.contentHash,
    decision: given.decision,
    wording: 'มีมติตามที่เสนอ',
    confirmsContent: false,
    tasks: [],
  })
  if (!recorded.ok) throw new Error(recorded.error.code)
}

const isComplete = async ({ ctx, matter }: Report): Promise<boolean> =>
  (
    await withAgency(ctx.db, ctx.agency.id, (tx) =>
      readStanding(tx, ctx.agency.id, { kind: 'report', key: '2567', contentHash: matter.contentHash }),
    )
  ).isComplete

describe('a written circular', () => {
  it('approves a report in the place of a meeting where the chain allows it', async () => {
    const report = await aReport(true)
    await decide(report, { form: 'circular', number: 'นร 1/2567', decision: 'approved' })
    expect(await isComplete(report)).toBe(true)
  })

  it('is kept and passes no step where the chain asks for a meeting, until the chain is another', async () => {
    const report = await aReport(false)
    await decide(report, { form: 'circular', number: 'นร 1/2567', decision: 'approved' })
    expect(await isComplete(report)).toBe(false)
    await setChain(report.ctx, { bodyId: report.bodyId, circularAllowed: true, seenVersion: 1 })
    expect(await isComplete(report)).toBe(true)
  })
})

describe('of the decisions of a meeting', () => {
  it('approval alone passes a step that asks for it; changes and a return to the agenda pass nothing', async () => {
    const passing: Decision[] = []
    for (const decision of DECISIONS) {
      const report = await aReport(true)
      await decide(report, { form: 'meeting', number: '9/2567', decision })
      if (await isComplete(report)) passing.push(decision)
    }
    expect(passing).toEqual(['approved'])
  })

  it('a return to the agenda by a later meeting takes the approval back', async () => {
    const report = await aReport(true)
    await decide(report, { form: 'meeting', number: '8/2567', decision: 'approved' })
    await decide(report, { form: 'meeting', number: '9/2567', decision: 'returned', heldOn: '2024-11-08' })
    expect(await isComplete(report)).toBe(false)
  })
})
