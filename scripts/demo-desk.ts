import {
  addTicket,
  addToTicket,
  answerTicket,
  assignTicket,
  closeTicket,
  findTicket,
  INBOX_START,
  listInbox,
  listOfficers,
  markJunk,
  mergeTicket,
  newFormSecret,
  noteTicket,
  openDesk,
  rateTicket,
  saveTemplate,
  startTicket,
} from '../app/features/desk/index.server.ts'
import { ensureAgency, listOpenUnits } from '../app/features/people/index.server.ts'
import type { Result } from '../app/kernel/result.ts'
import { readConfig } from '../app/platform/config/config.server.ts'
import type { Ctx } from '../app/platform/ctx.server.ts'
import { openDatabase } from '../app/platform/db/database.server.ts'
import { withoutAgency } from '../app/platform/db/tenant.server.ts'
import { openStore } from '../app/platform/files/open-store.server.ts'
import { createSeal, secretKey } from '../app/platform/secrets/seal.server.ts'
import {
  type DemoStep,
  type DemoTicket,
  demoDeskOfficer,
  demoTemplates,
  demoTickets,
} from './demo-desk-words.th.ts'

/**
 * Tickets at the complaint desk of the example agency over some months, by the use cases that everybody uses; all of them say of
 * themselves that they are examples. A desk to which something came already stays as it is.
 */
const DAY_MS = 86_400_000

const read = readConfig()
if (!read.ok) throw new Error(read.error.map((fault) => `${fault.setting}: ${fault.message.en}`).join('\n'))
const config = read.value
const database = await openDatabase(config, { log: () => {} })
const said = { info: () => {}, warn: console.error, error: console.error }
const tools = openDesk({
  pool: database.pool,
  seal: createSeal(secretKey(config)),
  dataDir: config.dataDir,
  store: openStore({ dataDir: config.dataDir, s3: config.files.s3 }),
  mostBytes: 0,
  isScanning: false,
  stored: () => {},
  followUpAddress: () => '',
  log: said,
})
try {
  const agency = await withoutAgency(database.db, (tx) => ensureAgency(tx, { code: config.agencyCode }))
  const started = Date.now()
  /** Whoever works so many days before today. */
  const before = (days: number): Ctx => ({
    db: database.db,
    actor: { kind: 'command', name: demoDeskOfficer },
    now: () => new Date(started - days * DAY_MS),
    agency,
  })
  const { counts } = done(await listInbox(before(0), INBOX_START))
  if (counts.all + counts.junk === 0) await fill(before)
} finally {
  await database.close()
}

async function fill(before: (days: number) => Ctx): Promise<void> {
  for (const typed of demoTemplates) done(await saveTemplate(before(0), { typed, of: null }))
  const unitId = (await listOpenUnits(before(0)))[0]?.unit.id ?? null
  const officerId = unitId === null ? ((await listOfficers(before(0)))[0]?.id ?? null) : null
  let last = ''
  for (const ticket of demoTickets) {
    const added = done(await addTicket(before(ticket.ago), tools, formOf(ticket, before(ticket.ago))))
    const id = await idOf(before(0), added.reference)
    for (const step of ticket.steps) {
      const at = before(step.act === 'assign' ? 0 : ticket.ago - step.after)
      await take(at, step, { ...added, id, unitId, officerId, into: last })
    }
    last = added.reference
  }
}

function formOf({ kind, body, name, telephone, place, channel }: DemoTicket, ctx: Ctx) {
  return {
    formSecret: newFormSecret(ctx.now()),
    typed: { kind, body, name: name ?? '', telephone: telephone ?? '', place: place ?? '' },
    files: [],
    channel: channel ?? 'web',
    lang: 'th',
  } as const
}

async function idOf(ctx: Ctx, reference: string): Promise<string> {
  const { rows } = done(await listInbox(ctx, { ...INBOX_START, text: reference, states: 'all' }))
  const id = rows.find((row) => row.reference === reference)?.id
  if (id === undefined) throw new Error(`no ticket ${reference}`)
  return id
}

type Taken = Readonly<{
  id: string
  reference: string
  followUp: string
  unitId: string | null
  officerId: string | null
  into: string
}>

async function take(
  ctx: Ctx,
  step: DemoStep,
  { id, reference, followUp, unitId, officerId, into }: Taken,
): Promise<void> {
  const seen = { id, seenVersion: done(await findTicket(ctx, id)).ticket.version }
  const person = { reference, secret: followUp }
  switch (step.act) {
    case 'assign':
      // An agency without units and officers has nobody to give it to.
      if (unitId !== null || officerId !== null)
        done(await assignTicket(ctx, { ...seen, unitId, officerId, note: '' }))
      return
    case 'start':
      done(await startTicket(ctx, seen))
      return
    case 'junk':
      done(await markJunk(ctx, { ...seen, reason: '' }))
      return
    case 'merge':
      done(await mergeTicket(ctx, { ...seen, into }))
      return
    case 'note':
      done(await noteTicket(ctx, { id, text: step.text }))
      return
    case 'close':
      done(await closeTicket(ctx, tools, { ...seen, reason: step.text }))
      return
    case 'add':
    case 'reopen':
      done(
        await addToTicket(ctx, tools, {
          ...person,
          text: step.text,
          files: [],
          reopens: step.act === 'reopen',
        }),
      )
      return
    case 'rate':
      done(await rateTicket(ctx, tools, { ...person, score: step.score, isSolved: true, comment: '' }))
      return
    default:
      done(await answerTicket(ctx, tools, { ...seen, text: step.text, final: step.act, files: [] }))
  }
}

function done<T>(result: Result<T, object>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
