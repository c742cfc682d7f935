import {
  addAgendaItem,
  addMeeting,
  listApprovals,
  listBodies,
  recordResolution,
} from '../app/features/approvals/index.server.ts'
import { ensureAgency } from '../app/features/people/index.server.ts'
import { reportMatters } from '../app/features/reports/index.server.ts'
import type { Result } from '../app/kernel/result.ts'
import type { IsoDay } from '../app/kernel/thai-date.ts'
import { daysAfter, thaiDay } from '../app/kernel/thai-day.ts'
import { readConfig } from '../app/platform/config/config.server.ts'
import type { Ctx } from '../app/platform/ctx.server.ts'
import { openDatabase } from '../app/platform/db/database.server.ts'
import { withoutAgency } from '../app/platform/db/tenant.server.ts'
import { demoWords } from './demo-words.th.ts'

/**
 * Meetings for the demo, by the use cases that everybody uses: the measures of the year at work were approved, with a task,
 * and its report waits on the agenda of a meeting to come. The bodies and their chain came with the example report. Where
 * something of the year was approved already nothing is added.
 */
const AT_WORK = 2568
const BUDDHIST_ERA = 543

const config = readConfig()
if (!config.ok)
  throw new Error(config.error.map((fault) => `${fault.setting}: ${fault.message.en}`).join('\n'))
const { agencyCode } = config.value
const database = await openDatabase(config.value, { log: () => {} })
try {
  const agency = await withoutAgency(database.db, (tx) => ensureAgency(tx, { code: agencyCode }))
  const ctx: Ctx = {
    db: database.db,
    actor: { kind: 'command', name: 'npm run demo' },
    now: () => new Date(),
    agency,
  }
  if ((await listApprovals(ctx, { fiscalYear: AT_WORK })).length === 0) await meet(ctx)
} finally {
  await database.close()
}

async function meet(ctx: Ctx): Promise<void> {
  const today = thaiDay(ctx.now())
  const bodies = await listBodies(ctx)
  const executives = bodies.find(({ name }) => name.startsWith(demoWords.executives))
  const others = bodies.find(({ id, endedAt }) => id !== executives?.id && endedAt === null)
  const { measures, report } = reportMatters()
  if (!executives || !others || !measures || !report) return

  const held = await meeting(ctx, { bodyId: executives.id, heldOn: daysAfter(today, -14), state: 'held' })
  const key = String(AT_WORK)
  const placed = done(
    await addAgendaItem(ctx, {
      meetingId: held,
      number: '4.1',
      title: null,
      details: null,
      matter: { source: measures, key, seenHash: null },
    }),
  )
  done(
    await recordResolution(ctx, {
      agendaItemId: placed.agendaItemId,
      seenHash: placed.contentHash,
      decision: 'approved',
      wording: demoWords.resolution,
      confirmsContent: true,
      tasks: [{ text: demoWords.task, dueOn: daysAfter(today, 30), unitId: null, personId: null }],
    }),
  )
  const planned = await meeting(ctx, { bodyId: others.id, heldOn: daysAfter(today, 14), state: 'planned' })
  done(
    await addAgendaItem(ctx, {
      meetingId: planned,
      number: '3.1',
      title: null,
      details: null,
      matter: { source: report, key, seenHash: null },
    }),
  )
}

type Given = Readonly<{ bodyId: string; heldOn: IsoDay; state: 'held' | 'planned' }>

/** Numbers far from those of the example, whatever the day on which the demo is made. */
async function meeting(ctx: Ctx, { bodyId, heldOn, state }: Given): Promise<string> {
  const calendarYear = Number(heldOn.slice(0, 4)) + BUDDHIST_ERA
  const { meetingId } = done(
    await addMeeting(ctx, {
      bodyId,
      form: 'meeting',
      number: `${state === 'held' ? 11 : 12}/${calendarYear}`,
      heldOn,
      startsAt: '09:30',
      endsAt: state === 'held' ? '11:45' : null,
      state,
      ...demoWords.meeting,
    }),
  )
  return meetingId
}

function done<T>(result: Result<T, Readonly<{ code: string }>>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
