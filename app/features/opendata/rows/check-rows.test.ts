import { describe, expect, test } from 'vitest'
import type { DatasetField } from '../dataset.domain.ts'
import { checkRows } from './check-rows.domain.ts'

const field = (name: string, type: DatasetField['type'], isRequired = false): DatasetField => ({
  name,
  type,
  isRequired,
  title: { th: name, en: name },
})
const facts = {
  fields: [
    field('id', 'string', true),
    field('day', 'date'),
    field('year', 'year'),
    field('count', 'integer'),
  ],
  primaryKey: ['id'],
}
const codes = (...rows: Parameters<typeof checkRows>[1]) =>
  checkRows(facts, rows).faults.map(({ row, field: name, code }) => `${row} ${name} ${code}`)

describe('a row is handed out when it is what the schema says', () => {
  test('with its fields in the order of the schema, and nothing where nothing is said', () => {
    const { rows, faults } = checkRows(facts, [{ count: 3, id: 'a', day: '2024-02-29' }])
    expect(faults).toEqual([])
    expect(JSON.stringify(rows)).toBe('[{"id":"a","day":"2024-02-29","year":null,"count":3}]')
  })

  test.each([
    [{ id: null }, '1 id value-missing'],
    [{ id: '' }, '1 id value-missing'],
    [{ id: 'a', day: '2023-02-29' }, '1 day value-of-other-type'],
    [{ id: 'a', day: '31/12/2567' }, '1 day value-of-other-type'],
    [{ id: 'a', year: 2024 }, '1 year value-of-other-type'],
    [{ id: 'a', year: '2567' }, '1 year value-of-other-type'],
    [{ id: 'a', count: 1.5 }, '1 count value-of-other-type'],
    [{ id: 'a', secret: 'x' }, '1 secret unknown-field'],
  ])('%j does not fit', (row, fault) => {
    expect(codes(row)).toEqual([fault])
    expect(checkRows(facts, [row]).rows).toEqual([])
  })

  test('a key stands once, and the first row of it is kept', () => {
    expect(codes({ id: 'a', count: 1 }, { id: 'b' }, { id: 'a', count: 2 })).toEqual(['3 null known-already'])
    expect(
      checkRows(facts, [
        { id: 'a', count: 1 },
        { id: 'a', count: 2 },
      ]).rows.map(({ count }) => count),
    ).toEqual([1])
  })

  test('moments are those of UTC', () => {
    const one = { fields: [field('at', 'datetime')], primaryKey: [] }
    expect(checkRows(one, [{ at: '2024-12-01T02:00:00.000Z' }]).faults).toEqual([])
    expect(checkRows(one, [{ at: '2024-12-01T02:00:00+07:00' }]).faults).toHaveLength(1)
    expect(checkRows(one, [{ at: '2024-13-01T02:00:00Z' }]).faults).toHaveLength(1)
  })
})
