import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeEdits, sameValue } from './merge-edits.ts'

describe('two people at one thing', () => {
  const seen = { title: 'a', text: 'b', note: 'c' }

  it('what only I changed is saved, and what only the other changed stays', () => {
    const merged = mergeEdits({ seen, now: { ...seen, text: 'theirs' }, mine: { ...seen, title: 'mine' } })
    expect(merged).toEqual({
      values: { title: 'mine', text: 'theirs', note: 'c' },
      changed: ['title'],
      clashes: [],
      untouched: ['text', 'note'],
    })
  })

  it('what both changed differently has to be chosen between', () => {
    const merged = mergeEdits({ seen, now: { ...seen, text: 'theirs' }, mine: { text: 'mine' } })
    expect(merged.clashes).toEqual([{ field: 'text', seen: 'b', theirs: 'theirs', mine: 'mine' }])
  })

  it('what both changed alike is no clash and no change', () => {
    const merged = mergeEdits({ seen, now: { ...seen, text: 'same' }, mine: { text: 'same' } })
    expect(merged).toMatchObject({ clashes: [], changed: [] })
  })

  it('nobody loses anything: every field is mine, theirs, or a clash that names both', () => {
    const facts = fc.record({ a: fc.json(), b: fc.json(), c: fc.json() })
    fc.assert(
      fc.property(facts, facts, facts, (first, second, third) => {
        const { values, clashes } = mergeEdits({ seen: first, now: second, mine: third })
        for (const field of ['a', 'b', 'c'] as const) {
          const clash = clashes.find((one) => one.field === field)
          if (clash) expect([clash.theirs, clash.mine]).toEqual([second[field], third[field]])
          else if (third[field] !== first[field]) expect(values[field]).toBe(third[field])
          else expect(values[field]).toBe(second[field])
        }
      }),
    )
  })

  it('the order of keys and a key without a value make no difference', () => {
    expect(sameValue({ a: 1, b: [2, { c: 3 }] }, { b: [2, { c: 3 }], a: 1, d: undefined })).toBe(true)
    expect(sameValue([], {})).toBe(false)
    expect(sameValue([1, 2], [2, 1])).toBe(false)
    expect(sameValue(null, {})).toBe(false)
  })
})
