import { expect, it } from 'vitest'
import { decidingMeetings } from './deciding-meetings.domain.ts'
import type { StepStanding } from './standing.domain.ts'

const step = (bodyId: string, isPassed: boolean) =>
  ({ bodyId, passedBy: isPassed ? {} : null }) as unknown as StepStanding
const meetings = ['first', 'second', 'other'].map((bodyId) => ({ bodyId }))

it('a thing goes before the bodies that still have to pass it, and a withdrawal before any', () => {
  const standing = { steps: [step('first', true), step('second', false)] }
  expect(decidingMeetings(meetings, { kind: 'report', standing })).toEqual([{ bodyId: 'second' }])
  expect(decidingMeetings(meetings, { kind: 'report', standing: { steps: [] } })).toEqual([])
  expect(decidingMeetings(meetings, { kind: 'withdrawal', standing: { steps: [] } })).toEqual(meetings)
})
