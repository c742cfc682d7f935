import { describe, expect, it } from 'vitest'
import { mayRecordNow, todoOf } from './agenda-todo.domain.ts'

const TODAY = '2024-11-07'
const held = {
  item: { meeting: { state: 'held', heldOn: TODAY } },
  resolution: null,
  recordRefusal: null,
} as const
const of = (state: 'planned' | 'held' | 'cancelled', heldOn = TODAY) => ({
  ...held,
  item: { meeting: { state, heldOn } },
})

describe('what there is to do with an agenda item', () => {
  it('is to record its resolution once the meeting was held, by who may', () => {
    expect(todoOf(held, TODAY)).toBe('record')
    expect(todoOf({ ...held, recordRefusal: { code: 'resolution.not-recorder' } }, TODAY)).toBe('notYours')
    expect([...(['record', 'notYours', 'planned'] as const)].filter(mayRecordNow)).toEqual(['record'])
  })

  it('is to wait for the meeting before, and nothing where it was cancelled or has resolved', () => {
    expect(todoOf(of('planned'), TODAY)).toBe('planned')
    expect(todoOf(of('planned', '2024-11-08'), TODAY)).toBe('future')
    expect(todoOf(of('cancelled'), TODAY)).toBe('cancelled')
    expect(todoOf({ ...held, resolution: {} }, TODAY)).toBe('resolved')
  })
})
