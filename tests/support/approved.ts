import {
  addAgendaItem,
  addBody,
  addMeeting,
  findPublications,
  findStanding,
  listBodies,
  type MatterNow,
  recordResolution,
  saveChain,
} from '../../app/features/approvals/index.server.ts'
import { findDraftCycle } from '../../app/features/improvement/index.server.ts'
import { type Cycle, contentOf } from '../../app/features/improvement/index.ts'
import type { Result } from '../../app/kernel/result.ts'
import { thaiDay } from '../../app/kernel/thai-day.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import { contentHash } from '../../app/platform/hash/content-hash.ts'

let meetings = 0

/** Lets every step of the chain approve the report of the year as its work now makes it; gives its content hash. */
export async function approveForPublication(
  ctx: Ctx,
  { fiscalYear }: Readonly<{ fiscalYear: number }>,
): Promise<string> {
  const draft = await findDraftCycle(ctx, fiscalYear)
  if (!draft) throw new Error(`${fiscalYear} is not open`)
  await approveReport(ctx, draft.cycle)
  return draft.contentHash
}

/**
 * Lets every step of the chain for reports approve exactly this content, today, in a meeting of its body each. Where the
 * agency has no chain, a body that is asked alone becomes it. With `upTo` the later steps have not met yet.
 */
export async function approveReport(ctx: Ctx, cycle: Cycle, { upTo }: { upTo?: number } = {}): Promise<void> {
  const content = contentOf(cycle)
  const thing = { kind: 'report', key: String(cycle.fiscalYear), contentHash: contentHash(content) } as const
  if (!(await findStanding(ctx, thing)).chain) await aChain(ctx, ['ที่ประชุมฝ่ายบริหาร'])
  const { steps } = await findStanding(ctx, thing)
  for (const { position, bodyId, passedBy } of steps)
    if (!passedBy && position <= (upTo ?? steps.length))
      await approve(ctx, bodyId, { ...thing, content, title: cycle.cover.title || 'รายงาน' })
}

/** A chain of approval, for reports where no kind is named, step by step through these bodies. */
export async function aChain(
  ctx: Ctx,
  bodies: readonly string[],
  kind: 'report' | 'page' | 'disclosure' = 'report',
): Promise<void> {
  const steps = []
  for (const name of bodies) {
    const known = (await listBodies(ctx)).find((body) => body.name === name)
    const bodyId = known?.id ?? made(await addBody(keeperOf(ctx), { name, shortName: null })).bodyId
    const recorders = ['meeting-secretary'] as const
    steps.push({ bodyId, accepts: 'approved', circularAllowed: false, recorders } as const)
  }
  made(await saveChain(keeperOf(ctx), { kind, steps, seenVersion: null }))
}

/** Lets every step of its chain approve exactly this thing, today. */
export async function approveThing(ctx: Ctx, matter: MatterNow): Promise<void> {
  const { steps } = await findStanding(ctx, matter)
  for (const { bodyId, passedBy } of steps) if (!passedBy) await approve(ctx, bodyId, matter)
}

/** A resolution of the body that decided last about a publication, by which it may be withdrawn; gives the resolution. */
export async function resolveWithdrawal(ctx: Ctx, publicationId: string): Promise<string> {
  const [publication] = await findPublications(ctx, { id: publicationId })
  const last = publication?.steps.at(-1)?.bodyName
  const body = (await listBodies(ctx)).find(({ name }) => name === last)
  if (!body) throw new Error(`nobody decided about ${publicationId}`)
  const content = { schema: 'prongsai.withdrawal/1', publicationId }
  return approve(ctx, body.id, {
    kind: 'withdrawal',
    key: publicationId,
    title: 'ถอนการเผยแพร่',
    content,
    contentHash: contentHash(content),
  })
}

/** An approval of a content by a meeting of the body that was held today; gives the resolution. */
async function approve(ctx: Ctx, bodyId: string, matter: MatterNow): Promise<string> {
  meetings += 1
  const by = keeperOf(ctx)
  const { meetingId } = made(
    await addMeeting(by, {
      bodyId,
      form: 'meeting',
      // Later than any that a report speaks of; a withdrawal, which another process may ask for, later than approvals.
      number: `${(matter.kind === 'withdrawal' ? 500 : 100) + meetings}/2567`,
      heldOn: thaiDay(ctx.now()),
      startsAt: null,
      endsAt: null,
      place: null,
      chair: null,
      chairPosition: null,
      secretary: null,
      attendees: [],
      state: 'held',
    }),
  )
  const source = {
    kind: matter.kind,
    list: async () => [matter],
    read: async () => matter,
    cells: () => ({ before: [], after: [] }),
    paper: async () => null,
    part: () => '',
  }
  const { agendaItemId } = made(
    await addAgendaItem(by, {
      meetingId,
      number: null,
      title: null,
      details: null,
      matter: { source, key: matter.key, seenHash: matter.contentHash },
    }),
  )
  const { resolutionId } = made(
    await recordResolution(by, {
      agendaItemId,
      seenHash: matter.contentHash,
      decision: 'approved',
      wording: 'ที่ประชุมมีมติเห็นชอบ',
      confirmsContent: true,
      tasks: [],
    }),
  )
  return resolutionId
}

/** Whoever runs the command may do everything. */
const keeperOf = (ctx: Ctx): Ctx => ({ ...ctx, actor: { kind: 'command', name: ctx.actor.name } })

function made<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
