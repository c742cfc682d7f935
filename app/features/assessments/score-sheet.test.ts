import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../catalogue/index.server.ts'
import { planScores } from './score.domain.ts'
import { readScoreRows } from './score-sheet.domain.ts'

const catalogue = loadCatalogue()
const sheet = (...rows: (string | { formula: true })[][]) => [
  {
    name: null,
    firstRow: 1,
    rows: rows.map((row) =>
      row.map((cell) =>
        typeof cell === 'string' ? { text: cell, isFormula: false } : { text: '', isFormula: true },
      ),
    ),
  },
]
const HEAD = ['ปี', 'ข้อ', 'คะแนน']
const read = (...rows: (string | { formula: true })[][]) => readScoreRows(sheet(HEAD, ...rows), catalogue)

describe('a sheet of scores', () => {
  it('is read by item and by indicator, in Thai digits too, each with its row', () => {
    const { scores, faults } = read(
      ['2566', 'e1', '77.33'],
      ['๒๕๖๗', 'E1', '๘๙.๑'],
      ['67', 'ตัวชี้วัดที่ 6', '92.79'],
      ['', '', ''],
      ['2024', 'ind6', '89.10000000000001'].with(1, 'o30'),
    )
    expect(faults).toEqual([])
    expect(scores.map(({ ref, value, row }) => [ref, value, row])).toEqual([
      ['2566:e1', '77.33', 2],
      ['2567:e1', '89.10', 3],
      ['2567:ind6', '92.79', 4],
      ['2567:O30', '89.10', 6],
    ])
  })

  it('heads in English, in any order, with counts beside the scores', () => {
    const { scores } = readScoreRows(
      sheet(['Score', 'Answered', 'Item', 'Year', 'Required'], ['85', '1,204', 'i1', '2567', '300']),
      catalogue,
    )
    expect(scores).toMatchObject([{ ref: '2567:i1', value: '85.00', nAnswered: 1204, nRequired: 300 }])
  })

  it.each([
    [['x', 'e1', '1'], 'score.bad-year', 1],
    [['2567', 'e99', '1'], 'score.unknown-item', 2],
    [['2567', '', '1'], 'score.unknown-item', 2],
    [['2567', 'e1', ''], 'score.no-value', 3],
    [['2567', 'e1', 'สูง'], 'score.bad-value', 3],
    [['2567', 'e1', '100.01'], 'score.out-of-range', 3],
    [['2567', 'e1', '-1'], 'score.out-of-range', 3],
    [['2567', 'e1', '77.336'], 'score.too-precise', 3],
    [['2567', 'e1', { formula: true as const }], 'score.formula', 3],
  ])('%j is refused as %s in column %i', (row, code, column) => {
    expect(read(row)).toMatchObject({ scores: [], faults: [{ code, row: 2, column }] })
  })

  it('one item twice is refused with the row of the first', () => {
    expect(read(['2567', 'e1', '1'], ['2567', 'E1', '1']).faults).toMatchObject([
      { code: 'score.twice', row: 3, value: '2567:e1', other: '2' },
    ])
  })

  it('without heads, without a needed column and without rows it says so', () => {
    expect(readScoreRows(sheet(['a', 'b']), catalogue).faults).toMatchObject([{ code: 'score.no-head' }])
    expect(readScoreRows(sheet(['ปี', 'คะแนน']), catalogue).faults).toMatchObject([
      { code: 'score.no-column', value: 'item' },
    ])
    expect(readScoreRows([], catalogue).faults).toMatchObject([{ code: 'score.no-rows' }])
    expect(readScoreRows(sheet(HEAD), catalogue).faults).toMatchObject([{ code: 'score.no-rows' }])
  })
})

it('a plan adds what is new, corrects what differs, and leaves the rest', () => {
  const [a, b, c] = read(['2566', 'e1', '1'], ['2566', 'e2', '2'], ['2566', 'e3', '3']).scores
  if (!a || !b || !c) throw new Error('three scores')
  const plan = planScores([a, b, c], [a, { ...b, value: '9.00' }])
  expect(plan.unchanged).toBe(1)
  expect(plan.scores).toMatchObject([
    { ref: '2566:e2', kind: 'corrected', was: '9.00', value: '2.00' },
    { ref: '2566:e3', kind: 'added', was: null },
  ])
})
