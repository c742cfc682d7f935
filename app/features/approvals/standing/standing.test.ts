import { describe, expect, it } from 'vitest'
import type { Chain, ResolutionRecord } from './standing.domain.ts'
import { standingOf } from './standing.domain.ts'

const SHOWN = 'a'.repeat(64)
const OTHER = 'b'.repeat(64)

const chain = (...steps: readonly Partial<Chain['steps'][number]>[]): Chain => ({
  id: 'chain',
  kind: 'report',
  version: 1,
  madeAt: new Date(0),
  madeBy: 'test',
  steps: steps.map((step, index) => ({
    position: index + 1,
    bodyId: `body-${index + 1}`,
    bodyName: `ที่ประชุม ${index + 1}`,
    accepts: 'approved',
    circularAllowed: false,
    recorders: ['meeting-secretary'],
    ...step,
  })),
})

let recorded = 0
const resolution = (given: Partial<ResolutionRecord>): ResolutionRecord => {
  recorded += 1
  return {
    id: `resolution-${recorded}`,
    agendaItemId: 'item',
    meetingId: 'meeting',
    bodyId: 'body-1',
    bodyName: 'ที่ประชุม 1',
    meetingNumber: '1/2567',
    form: 'meeting',
    meetingState: 'held',
    matterId: 'matter',
    contentHash: SHOWN,
    decision: 'approved',
    wording: 'เห็นชอบ',
    decidedOn: '2024-10-21',
    recordedAt: new Date(recorded),
    recordedBy: 'เลขานุการ',
    origin: 'entered',
    isWithdrawn: false,
    ...given,
  }
}

const judged = (
  of: Chain | null,
  resolutions: readonly ResolutionRecord[],
  { contentHash = SHOWN, withdrawnAt = null as Date | null } = {},
) => standingOf(of, { contentHash, resolutions, withdrawnAt })
const passed = (of: Chain, ...resolutions: readonly ResolutionRecord[]) =>
  judged(of, resolutions).steps.map(({ passedBy }) => passedBy !== null)

const ONE = chain({})
const TWO = chain({}, {})

describe('how far a content came on its chain', () => {
  it('without a chain nothing is complete, whatever was resolved', () => {
    expect(judged(null, [resolution({})])).toMatchObject({ chain: null, steps: [], isComplete: false })
  })

  it('is complete when every body approved it, in the order of the chain', () => {
    const first = resolution({ decidedOn: '2024-10-21' })
    const second = resolution({ bodyId: 'body-2', decidedOn: '2024-11-07' })
    expect(passed(TWO)).toEqual([false, false])
    expect(passed(TWO, first)).toEqual([true, false])
    expect(passed(TWO, second)).toEqual([false, false])
    expect(judged(TWO, [second, first]).isComplete).toBe(true)
  })

  it('does not pass a step by what was decided before the step before it', () => {
    const late = resolution({ decidedOn: '2024-11-08' })
    expect(passed(TWO, late, resolution({ bodyId: 'body-2', decidedOn: '2024-11-07' }))).toEqual([
      true,
      false,
    ])
    expect(passed(TWO, late, resolution({ bodyId: 'body-2', decidedOn: '2024-11-08' }))).toEqual([true, true])
  })

  it.each(['rejected', 'returned', 'approved-with-changes'] as const)(
    'a body that says %s does not pass it, and takes back what it said before',
    (decision) => {
      expect(passed(ONE, resolution({ decision }))).toEqual([false])
      const yes = resolution({ decidedOn: '2024-10-21' })
      expect(passed(ONE, yes, resolution({ decision, decidedOn: '2024-10-22' }))).toEqual([false])
      expect(passed(ONE, yes, resolution({ decision, decidedOn: '2024-10-20' }))).toEqual([true])
      // On the same day what was entered later is the last word.
      expect(passed(ONE, yes, resolution({ decision, decidedOn: '2024-10-21' }))).toEqual([false])
      // Recorded in the same moment, the word against it stands.
      const at = { recordedAt: yes.recordedAt, decidedOn: yes.decidedOn }
      expect(passed(ONE, yes, resolution({ decision, ...at }))).toEqual([false])
      expect(judged(ONE, [resolution({ decision })]).steps[0]?.lastWord?.decision).toBe(decision)
    },
  )

  it('takes note for enough only where the chain says so', () => {
    const noted = resolution({ decision: 'acknowledged' })
    expect(passed(ONE, noted)).toEqual([false])
    expect(passed(chain({ accepts: 'acknowledged' }), noted)).toEqual([true])
    expect(passed(chain({ accepts: 'acknowledged' }), resolution({}))).toEqual([true])
  })

  it('takes a circular only where the chain allows it', () => {
    const circular = resolution({ form: 'circular' })
    expect(passed(ONE, circular)).toEqual([false])
    expect(passed(chain({ circularAllowed: true }), circular)).toEqual([true])
  })

  it('counts neither withdrawn resolutions nor those of meetings that were not held', () => {
    expect(passed(ONE, resolution({ isWithdrawn: true }))).toEqual([false])
    expect(passed(ONE, resolution({ meetingState: 'cancelled' }))).toEqual([false])
    expect(passed(ONE, resolution({ meetingState: 'planned' }))).toEqual([false])
    const taken = [
      resolution({}),
      resolution({ decision: 'rejected', decidedOn: '2024-12-01', isWithdrawn: true }),
    ]
    expect(passed(ONE, ...taken)).toEqual([true])
  })

  it('says that the thing changed since its approval, and to which content the approval belongs', () => {
    const approval = resolution({ contentHash: OTHER })
    expect(judged(ONE, [approval])).toMatchObject({
      isChangedSince: true,
      isComplete: false,
      lastApproved: { id: approval.id, contentHash: OTHER },
    })
    expect(judged(ONE, [approval, resolution({})])).toMatchObject({ isChangedSince: false, isComplete: true })
    expect(judged(ONE, [resolution({ contentHash: OTHER, decision: 'rejected' })]).isChangedSince).toBe(false)
  })

  it('what was withdrawn from the public has to be approved anew', () => {
    const before = resolution({ recordedAt: new Date(1000) })
    const after = resolution({ recordedAt: new Date(3000) })
    const withdrawnAt = new Date(2000)
    expect(judged(ONE, [before], { withdrawnAt }).isComplete).toBe(false)
    expect(judged(ONE, [before, after], { withdrawnAt }).isComplete).toBe(true)
  })
})
