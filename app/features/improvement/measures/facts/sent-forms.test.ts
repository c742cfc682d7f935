import { describe, expect, it } from 'vitest'
import type { RowResult } from './measure.errors.ts'
import { sentMeasure } from './sent-measure.server.ts'
import { sentRows } from './sent-rows.server.ts'
import { clashId, refusedTable, tableErrors } from './table-form.domain.ts'

const formOf = (fields: readonly (readonly [string, string])[]): FormData => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

describe('a table that was sent', () => {
  it('is rows by their identifier, each with its cells and the version that was seen', () => {
    const rows = sentRows(
      formOf([
        ['seen:a', '3'],
        ['text:a', 'หนึ่ง'],
        ['from:a', 'ม.ค. 67'],
        ['seen:new', '0'],
        ['text:new', ''],
        ['act', 'save'],
        ['text:stray', 'ไม่มีแถว'],
      ]),
    )
    expect(rows).toEqual([
      { key: 'a', measureId: 'a', seenVersion: 3, typed: { text: 'หนึ่ง', from: 'ม.ค. 67' } },
      { key: 'new', measureId: null, seenVersion: 0, typed: { text: '' } },
    ])
  })

  it('leaves out the cells of which the version of the other was chosen', () => {
    const [row] = sentRows(
      formOf([
        ['seen:a', '4'],
        ['text:a', 'ของฉัน'],
        ['from:a', 'ม.ค. 67'],
        ['to:a', 'ก.พ. 67'],
        ['choice.text:a', 'mine'],
        ['choice.period:a', 'theirs'],
      ]),
    )
    expect(row?.typed).toEqual({ text: 'ของฉัน' })
  })

  it('that was refused says at each cell what is wrong, and where to choose', () => {
    const rows: RowResult[] = [
      {
        key: 'a',
        kind: 'clash',
        clash: {
          code: 'edit.clash',
          objectId: 'a',
          version: 4,
          clashes: [{ field: 'unitIds', seen: [], theirs: [], mine: [] }],
          untouched: ['text', 'period'],
          last: null,
        },
      },
      { key: 'b', kind: 'faults', faults: [{ field: 'to', code: 'period.backwards', detail: '' }] },
      { key: 'c', kind: 'refused', code: 'measure.unknown' },
    ]
    const refused = refusedTable('en', { 'text:a': 'x' }, rows)
    expect(refused.clashes).toEqual({
      a: { version: 4, cells: ['owners'], untouched: ['text', 'period'], by: null },
    })
    const told = tableErrors(
      'en',
      refused,
      ['a', 'b', 'c'].map((key) => ({ key, name: `row ${key}` })),
    )
    expect(Object.keys(told)).toEqual([clashId('owners', 'a'), 'to:b', 'text:c'])
    expect(told['to:b']).toBe('row b: The end comes before the start. Please check both')
  })
})

describe('the form of a measure that was sent', () => {
  it('says of boxes that are not ticked that they are not', () => {
    expect(sentMeasure(formOf([['text', 'ก']]))).toMatchObject({
      text: 'ก',
      unitIds: [],
      personIds: [],
      budgetNone: false,
      dueDay: '',
    })
    const sent = sentMeasure(
      formOf([
        ['unitId', 'u1'],
        ['unitId', 'u2'],
        ['budgetNone', 'on'],
      ]),
    )
    expect(sent).toMatchObject({ unitIds: ['u1', 'u2'], budgetNone: true })
  })

  it('leaves out facts of which the version of the other was chosen', () => {
    const sent = sentMeasure(
      formOf([
        ['text', 'ก'],
        ['from', 'ม.ค. 67'],
        ['budget', '5'],
        ['choice.period', 'theirs'],
        ['choice.budget', 'theirs'],
        ['choice.unitIds', 'theirs'],
        ['choice.text', 'mine'],
      ]),
    )
    for (const field of ['from', 'to', 'budget', 'budgetNone', 'unitIds'])
      expect(sent).not.toHaveProperty(field)
    expect(sent.text).toBe('ก')
  })
})
