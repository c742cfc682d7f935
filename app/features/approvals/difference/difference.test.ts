import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MatterCell } from '../matter.domain.ts'
import { countsOf, differenceOf } from './difference.domain.ts'

const cell = (id: string, text: string, print = text): MatterCell => ({
  id,
  label: { th: id, en: id },
  text,
  print,
})
const changes = (before: readonly MatterCell[], after: readonly MatterCell[]) =>
  differenceOf({ before, after }).map(({ id, change }) => `${id} ${change}`)

describe('the difference of two contents', () => {
  it('says of each cell whether it was changed, added or removed, in the order of the later content', () => {
    const before = [cell('a', '1'), cell('gone', 'x'), cell('b', '2'), cell('c', '3')]
    const after = [cell('a', '1'), cell('b', '2!'), cell('new', 'y'), cell('c', '3')]
    expect(changes(before, after)).toEqual(['a same', 'gone removed', 'b changed', 'new added', 'c same'])
  })

  it('tells of a cell that reads the same and holds something else', () => {
    expect(changes([cell('a', '1', 'plain')], [cell('a', '1', 'strong')])).toEqual(['a unseen'])
  })

  it('leaves out what is empty on both sides, and not what became empty', () => {
    expect(changes([cell('a', ''), cell('b', '1')], [cell('a', ''), cell('b', '')])).toEqual(['b changed'])
  })

  it('has every cell of either side once, whatever was moved', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })
    fc.assert(
      fc.property(ids, ids, (old, now) => {
        const before = old.map((id) => cell(id, id))
        const after = now.map((id) => cell(id, id))
        const found = differenceOf({ before, after })
        expect(found.map(({ id }) => id).toSorted()).toEqual([...new Set([...old, ...now])].toSorted())
        expect(countsOf(found).added).toBe(now.filter((id) => !old.includes(id)).length)
        expect(countsOf(found).removed).toBe(old.filter((id) => !now.includes(id)).length)
      }),
    )
  })
})
