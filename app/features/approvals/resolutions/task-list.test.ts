import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../kernel/actor.ts'
import { daysLate, fits, inOrder, isLate, isOwnTask, mayFinish, type TaskFacts } from './task-list.domain.ts'

const TODAY = '2024-11-30'
const owner: Actor = {
  kind: 'person',
  id: 'owner',
  name: 'ผู้รับผิดชอบ',
  roles: [{ role: 'unit-owner', unitId: 'ours' }],
}
const task = (over: Partial<TaskFacts> = {}): TaskFacts => ({
  dueOn: null,
  unit: { id: 'ours' },
  person: null,
  done: null,
  ...over,
})
const done = { at: new Date('2024-11-29T03:00:00Z') }

describe('a task of a resolution', () => {
  it('is late from the day after its last day on, until it is done', () => {
    expect(isLate(task({ dueOn: TODAY }), TODAY)).toBe(false)
    expect(isLate(task({ dueOn: '2024-11-29' }), TODAY)).toBe(true)
    expect(isLate(task({ dueOn: '2024-11-29', done }), TODAY)).toBe(false)
    expect(isLate(task(), TODAY)).toBe(false)
    expect(daysLate('2024-10-31', TODAY)).toBe(30)
  })

  it('is among the open, the late and the done ones as it stands', () => {
    const fitting = (one: TaskFacts) =>
      (['open', 'late', 'done'] as const).filter((filter) => fits(one, filter, TODAY))
    expect(fitting(task())).toEqual(['open'])
    expect(fitting(task({ dueOn: '2024-11-01' }))).toEqual(['open', 'late'])
    expect(fitting(task({ dueOn: '2024-11-01', done }))).toEqual(['done'])
  })

  it('is for the person it names, else for who answers for its unit', () => {
    expect(isOwnTask(task(), owner)).toBe(true)
    expect(isOwnTask(task({ unit: { id: 'theirs' } }), owner)).toBe(false)
    expect(isOwnTask(task({ person: { id: 'somebody else' } }), owner)).toBe(false)
    expect(isOwnTask(task({ unit: null, person: { id: 'owner' } }), owner)).toBe(true)
    expect(isOwnTask(task({ unit: null }), owner)).toBe(false)
  })

  it('can be finished by its unit too where it names a person, and by nobody without a part in it', () => {
    expect(mayFinish(task({ person: { id: 'somebody else' } }), owner)).toBe(true)
    expect(mayFinish(task({ unit: null, person: { id: 'owner' } }), { ...owner, roles: [] })).toBe(true)
    expect(mayFinish(task({ unit: { id: 'theirs' } }), owner)).toBe(false)
    expect(mayFinish(task({ unit: null }), owner)).toBe(false)
  })

  it('stands first where it is one’s own, then by its day, last without one; of the done ones the newest first', () => {
    const ids = (tasks: readonly (TaskFacts & { id: string })[]) => inOrder(tasks, owner).map(({ id }) => id)
    const theirs = { unit: { id: 'theirs' } }
    expect(
      ids([
        { id: 'no day', ...task(theirs) },
        { id: 'late', ...task({ ...theirs, dueOn: '2024-11-01' }) },
        { id: 'own, later', ...task({ dueOn: '2024-12-31' }) },
        { id: 'own, no day', ...task() },
      ]),
    ).toEqual(['own, later', 'own, no day', 'late', 'no day'])
    expect(
      ids([
        { id: 'earlier', ...task({ done: { at: new Date('2024-11-01') } }) },
        { id: 'later', ...task({ ...theirs, done }) },
      ]),
    ).toEqual(['later', 'earlier'])
  })
})
