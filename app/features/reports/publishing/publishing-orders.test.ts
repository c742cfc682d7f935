import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { anIssueAtWork, anOpenYear } from '../../../../tests/support/working-builders.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import {
  addAgendaItem,
  addBody,
  addMeeting,
  recordResolution,
  saveChain,
  withdrawResolution,
} from '../../approvals/index.server.ts'
import type { Decision } from '../../approvals/index.ts'
import { findDraftCycle } from '../../improvement/index.server.ts'
import { reportMatters } from '../matters/report-matters.server.ts'
import { publishReport } from './usecases/publish-report.server.ts'

/**
 * Nothing is published without the chain, in whatever order people edit, place, resolve, take back, change the chain and
 * publish. What should be is told by rules of this test's own, written from the words of the law and not from the program.
 */
const YEAR = 2568
const TITLES = ['หัวข้อแรก', 'หัวข้อที่สอง', 'หัวข้อที่สาม'] as const
const DAYS = ['2024-10-21', '2024-11-07', '2024-11-20'] as const
const DECISIONS: readonly Decision[] = [
  'approved',
  'approved',
  'approved',
  'approved-with-changes',
  'acknowledged',
  'rejected',
  'returned',
]
/** Chains as indices of bodies. */
const CHAINS = [[0], [0, 1], [1, 0], [1]] as const
const LATER = '2025-01-10T03:00:00Z'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

type Item = { id: string; hash: string; body: number; day: string; isResolved: boolean }
type Told = {
  item: Item
  body: number
  hash: string
  decision: Decision
  day: string
  id: string
  isWithdrawn: boolean
}

class Office {
  ctx: Ctx
  issueId: string
  bodies: readonly string[]
  chain: readonly number[] | null = null
  chainVersion: number | null = null
  meetings = 0
  items: Item[] = []
  said: Told[] = []
  hashes: string[] = []
  published: { hash: string; chain: readonly number[] }[] = []
  refusals = 0

  constructor(given: { ctx: Ctx; issueId: string; bodies: readonly string[] }) {
    this.ctx = given.ctx
    this.issueId = given.issueId
    this.bodies = given.bodies
  }

  /** Whether the bodies of the chain approved this content one after the other, each having said nothing against it since. */
  isApproved(hash: string, chain = this.chain): boolean {
    if (chain === null) return false
    const valid = this.said.filter((one) => !one.isWithdrawn && one.hash === hash)
    const isLater = (a: Told, b: Told) =>
      a.day > b.day || (a.day === b.day && this.said.indexOf(a) > this.said.indexOf(b))
    const yes = (body: number) =>
      valid.filter(
        (one) =>
          one.body === body &&
          one.decision === 'approved' &&
          !valid.some(
            (no) =>
              no.body === body &&
              ['approved-with-changes', 'rejected', 'returned'].includes(no.decision) &&
              isLater(no, one),
          ),
      )
    // Any choice of approvals whose days do not go back.
    const inOrder = (steps: readonly number[], since: string): boolean => {
      const [body, ...rest] = steps
      return body === undefined || yes(body).some(({ day }) => day >= since && inOrder(rest, day))
    }
    return inOrder(chain, '')
  }
}

const done = <T>(result: Result<T, Readonly<{ code: string }>>): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

async function anOffice(): Promise<Office> {
  // No two acts at one moment, as nobody records two resolutions in one millisecond.
  let seconds = 0
  const now = () => new Date(Date.parse(LATER) + 1000 * seconds++)
  const ctx = { ...(await anAgency(database)), now }
  const cycleId = await anOpenYear(ctx, { fiscalYear: YEAR })
  const issueId = await anIssueAtWork(ctx, { cycleId, title: TITLES[0] })
  const bodies = []
  for (const name of ['คณะทำงาน', 'ที่ประชุมฝ่ายบริหาร'])
    bodies.push(done(await addBody(ctx, { name, shortName: null })).bodyId)
  return new Office({ ctx, issueId, bodies })
}

const contentHash = async ({ ctx }: Office): Promise<string> =>
  (await findDraftCycle(ctx, YEAR))?.contentHash ?? ''

type Step = (office: Office) => Promise<void>
/** A step that says what it is where a failing order is printed. */
const told = (name: string, step: Step): Step => Object.assign(step, { [fc.toStringMethod]: () => name })

const edit =
  (title: string): Step =>
  async ({ issueId }) => {
    await database.owner.query('update working_issue set title = $1 where id = $2', [title, issueId])
  }

const changeChain =
  (chain: readonly number[]): Step =>
  async (office) => {
    const saved = await saveChain(office.ctx, {
      kind: 'report',
      seenVersion: office.chainVersion,
      steps: chain.map((body) => ({
        bodyId: office.bodies[body] ?? '',
        accepts: 'approved',
        circularAllowed: false,
        recorders: ['meeting-secretary'],
      })),
    })
    office.chain = chain
    office.chainVersion = done(saved).version
  }

const place =
  (body: number, day: string): Step =>
  async (office) => {
    office.meetings += 1
    const { meetingId } = done(
      await addMeeting(office.ctx, {
        bodyId: office.bodies[body] ?? '',
        form: 'meeting',
        number: `${office.meetings}/2567`,
        heldOn: day,
        startsAt: null,
        endsAt: null,
        place: null,
        chair: null,
        chairPosition: null,
        secretary: null,
        state: 'held',
        attendees: [],
      }),
    )
    const source = reportMatters().report
    if (!source) throw new Error('no source of reports')
    const placed = done(
      await addAgendaItem(office.ctx, {
        meetingId,
        number: null,
        title: null,
        details: null,
        matter: { source, key: String(YEAR), seenHash: null },
      }),
    )
    expect(placed.contentHash).toBe(await contentHash(office))
    office.items.push({
      id: placed.agendaItemId,
      hash: placed.contentHash ?? '',
      body,
      day,
      isResolved: false,
    })
  }

const resolve =
  (which: number, decision: Decision): Step =>
  async (office) => {
    const item = office.items[which % Math.max(office.items.length, 1)]
    if (!item) return
    const recorded = await recordResolution(office.ctx, {
      agendaItemId: item.id,
      seenHash: item.hash,
      decision,
      wording: 'มติ',
      confirmsContent: true,
      tasks: [],
    })
    // One resolution an item: the second secretary is told.
    expect(recorded.ok).toBe(!item.isResolved)
    if (!recorded.ok) return
    item.isResolved = true
    const { resolutionId: id } = recorded.value
    office.said.push({
      item,
      body: item.body,
      hash: item.hash,
      decision,
      day: item.day,
      id,
      isWithdrawn: false,
    })
  }

const takeBack =
  (which: number): Step =>
  async (office) => {
    const one = office.said[which % Math.max(office.said.length, 1)]
    if (!one) return
    const withdrawn = await withdrawResolution(office.ctx, { resolutionId: one.id, reason: 'บันทึกผิด' })
    expect(withdrawn.ok).toBe(!one.isWithdrawn)
    one.isWithdrawn = true
    // The item may be resolved anew.
    if (withdrawn.ok) one.item.isResolved = false
  }

/** With the content that stands now, or with one that was seen before. */
const publish =
  (isStale: boolean): Step =>
  async (office) => {
    const now = await contentHash(office)
    const seenHash = isStale ? (office.hashes[0] ?? now) : now
    const before = office.published.some(({ hash }) => hash === now)
    const result = await publishReport(office.ctx, { fiscalYear: YEAR, seenHash, allowsLess: true })
    const expected = seenHash === now && (before || office.isApproved(now))
    expect(result.ok, result.ok ? 'published' : result.error.code).toBe(expected)
    if (!result.ok) office.refusals += 1
    if (result.ok && !before && office.chain) office.published.push({ hash: now, chain: office.chain })
  }

const body = fc.nat(1)
/** What mostly happens: a meeting sees what stands now, and approves it. */
const approve =
  (body: number, day: string): Step =>
  async (office) => {
    await place(body, day)(office)
    await resolve(office.items.length - 1, 'approved')(office)
  }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(body, fc.constantFrom(...DAYS))
      .map(([of, day]) => told(`approve ${of} ${day}`, approve(of, day))),
  },
  { weight: 2, arbitrary: fc.constantFrom(...TITLES).map((title) => told(`edit ${title}`, edit(title))) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...CHAINS).map((chain) => told(`chain ${chain.join()}`, changeChain(chain))),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(body, fc.constantFrom(...DAYS))
      .map(([of, day]) => told(`place ${of} ${day}`, place(of, day))),
  },
  {
    weight: 7,
    arbitrary: fc
      .tuple(fc.nat(20), fc.constantFrom(...DECISIONS))
      .map(([which, decision]) => told(`resolve ${which} ${decision}`, resolve(which, decision))),
  },
  { weight: 1, arbitrary: fc.nat(20).map((which) => told(`take back ${which}`, takeBack(which))) },
  { weight: 4, arbitrary: fc.constant(told('publish', publish(false))) },
  { weight: 1, arbitrary: fc.constant(told('publish what was seen', publish(true))) },
)

it('in whatever order people edit, resolve, take back, change the chain and publish, only what the whole chain approved is public', async () => {
  let publications = 0
  let refused = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...CHAINS),
      fc.array(step, { minLength: 8, maxLength: 24 }),
      async (chain, steps) => {
        const office = await anOffice()
        await changeChain(chain)(office)
        for (const one of [...steps, publish(false)]) {
          const hash = await contentHash(office)
          if (!office.hashes.includes(hash)) office.hashes.push(hash)
          await one(office)
        }
        const { rows } = await database.owner.query(
          'select version, content_hash from publication where agency_id = $1 order by version',
          [office.ctx.agency.id],
        )
        expect(rows).toEqual(
          office.published.map(({ hash }, index) => ({ version: index + 1, content_hash: hash })),
        )
        publications += rows.length
        refused += office.refusals
      },
    ),
    { numRuns: 40, seed: 2567 },
  )
  // Both have to happen, else nothing was tried.
  expect(publications).toBeGreaterThan(10)
  expect(refused).toBeGreaterThan(10)
}, 300_000)
