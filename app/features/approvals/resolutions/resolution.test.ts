import { describe, expect, it } from 'vitest'
import {
  type ItemToResolve,
  judgeResolution,
  LONGEST_WORDING,
  type NewResolution,
} from './resolution.domain.ts'

const HASH = 'a'.repeat(64)
const NOW = new Date('2024-11-20T03:00:00Z')

const item = (over: Partial<ItemToResolve> = {}): ItemToResolve => ({
  id: 'item',
  title: 'รายงาน',
  meeting: { id: 'meeting', bodyId: 'body', form: 'meeting', state: 'held', heldOn: '2024-11-07' },
  matter: { id: 'matter', kind: 'report', contentHash: HASH, madeAt: new Date('2024-11-05T03:00:00Z') },
  hasResolution: false,
  ...over,
})
const given = (over: Partial<NewResolution> = {}): NewResolution => ({
  decision: 'approved',
  wording: 'ที่ประชุมมีมติเห็นชอบ',
  seenHash: HASH,
  confirmsContent: false,
  tasks: [],
  ...over,
})
const heldOn = (heldOn: string): Partial<ItemToResolve> => ({ meeting: { ...item().meeting, heldOn } })
const state = (state: 'planned' | 'cancelled'): Partial<ItemToResolve> => ({
  meeting: { ...item().meeting, state },
})
const task = { text: 'แก้คำผิด', dueOn: null, unitId: null, personId: null }

describe('a resolution', () => {
  it('is kept without the characters that nobody can see', () => {
    expect(judgeResolution(item(), given({ wording: ' เห็น\u200bชอบ\u0000\r\nทั้งหมด ' }), NOW)).toEqual({
      ok: true,
      value: { wording: 'เห็นชอบ\nทั้งหมด', tasks: [] },
    })
  })

  it.each([
    ['the meeting is not held yet', item(state('planned')), given(), 'resolution.not-held'],
    ['the meeting is cancelled', item(state('cancelled')), given(), 'meeting.cancelled'],
    ['the day of the meeting has not come', item(heldOn('2024-11-21')), given(), 'meeting.in-future'],
    ['there is one already', item({ hasResolution: true }), given(), 'resolution.already-there'],
    ['another content was seen', item(), given({ seenHash: 'b'.repeat(64) }), 'resolution.content-changed'],
    ['the content was not seen', item(), given({ seenHash: null }), 'resolution.content-changed'],
    ['a content is named where there is none', item({ matter: null }), given(), 'resolution.no-content'],
    ['there is no wording', item(), given({ wording: ' \u200b\n' }), 'resolution.no-wording'],
    ['it is too long', item(), given({ wording: 'ก'.repeat(LONGEST_WORDING + 1) }), 'resolution.long-text'],
  ])('is refused where %s', (_why, of, one, code) => {
    expect(judgeResolution(of, one, NOW)).toMatchObject({ ok: false, error: { code } })
  })

  it('of an item that puts nothing forward names no content', () => {
    expect(judgeResolution(item({ matter: null }), given({ seenHash: null }), NOW)).toMatchObject({
      ok: true,
    })
  })

  it('about a content that was frozen after the day of the meeting needs a word that this is what the meeting saw', () => {
    // 18:00 UTC is the next day in Thailand.
    const late = item({
      matter: { id: 'm', kind: 'report', contentHash: HASH, madeAt: new Date('2024-11-07T18:00:00Z') },
    })
    expect(judgeResolution(late, given(), NOW)).toMatchObject({ error: { code: 'resolution.unconfirmed' } })
    expect(judgeResolution(late, given({ confirmsContent: true }), NOW)).toMatchObject({ ok: true })
    const sameDay = item({
      matter: { id: 'm', kind: 'report', contentHash: HASH, madeAt: new Date('2024-11-07T16:00:00Z') },
    })
    expect(judgeResolution(sameDay, given(), NOW)).toMatchObject({ ok: true })
  })

  it('says which of its tasks is wrong', () => {
    const wrong = (over: object) => given({ tasks: [task, { ...task, ...over }] })
    const refused = (over: object) => judgeResolution(item(), wrong(over), NOW)
    expect(refused({ text: ' ' })).toEqual({ ok: false, error: { code: 'resolution-task.no-text', row: 1 } })
    expect(refused({ text: 'ก'.repeat(1_001) })).toMatchObject({
      error: { code: 'resolution-task.long-text', row: 1 },
    })
    expect(refused({ dueOn: '2024-11-06' })).toMatchObject({
      error: { code: 'resolution-task.early-day', row: 1 },
    })
    expect(judgeResolution(item(), given({ tasks: Array(51).fill(task) }), NOW)).toMatchObject({
      error: { code: 'resolution-task.too-many', row: null },
    })
    expect(refused({ dueOn: '2024-11-07' })).toMatchObject({ ok: true })
  })
})
