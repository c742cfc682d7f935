import { describe, expect, it } from 'vitest'
import type { Publication } from '../publications/publication.domain.ts'
import { stateOf, type Thing } from './thing.domain.ts'

const HASH = 'a'.repeat(64)
const standing: Thing['standing'] = {
  chain: { id: 'c', kind: 'report', version: 1, madeAt: new Date(0), madeBy: 'test', steps: [] },
  steps: [],
  isComplete: false,
  lastApproved: null,
  isChangedSince: false,
}
const thing = (given: Partial<Thing>): Thing => ({
  kind: 'report',
  key: '2567',
  title: 'รายงาน',
  contentHash: HASH,
  standing,
  waiting: [],
  publications: [],
  ...given,
})
const publication = (contentHash: string, isWithdrawn = false) =>
  ({
    id: contentHash,
    version: 1,
    contentHash,
    withdrawal: isWithdrawn ? {} : null,
  }) as unknown as Publication
const waiting = {
  agendaItemId: 'i',
  meetingId: 'm',
  bodyName: 'ที่ประชุม',
  meetingNumber: '1/2567',
  form: 'meeting',
  heldOn: '2024-10-21',
} as const

describe('what a thing needs next', () => {
  it.each([
    ['not-placed', thing({})],
    ['no-chain', thing({ standing: { ...standing, chain: null } })],
    ['on-agenda', thing({ waiting: [{ ...waiting, isPresent: true }] })],
    ['not-placed', thing({ waiting: [{ ...waiting, isPresent: false }] })],
    ['changed', thing({ standing: { ...standing, isChangedSince: true } })],
    ['complete', thing({ standing: { ...standing, isComplete: true } })],
    ['approved', thing({ kind: 'measures', standing: { ...standing, isComplete: true } })],
    ['published', thing({ publications: [publication(HASH)] })],
    ['not-placed', thing({ publications: [publication('b'.repeat(64))] })],
    ['withdrawn', thing({ publications: [publication(HASH, true)] })],
    ['gone', thing({ contentHash: null })],
    ['published', thing({ contentHash: null, publications: [publication(HASH)] })],
  ] as const)('%s', (state, given) => {
    expect(stateOf(given)).toBe(state)
  })
})
