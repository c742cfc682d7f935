import { describe, expect, test } from 'vitest'
import { aCatalogue, aPair } from '../../../tests/support/catalogue-builders.ts'
import { aScore } from '../../../tests/support/cycle-builders.ts'
import type { ScoreFact } from '../improvement/index.ts'
import { scoreChart } from './score-chart.domain.ts'
import { reportHeadings } from './text/index.ts'

const catalogue = aCatalogue({
  pairs: [aPair('e1', 'e1', 'yes'), aPair('e14', 'e8', 'yes'), aPair('e5', 'e2', 'no')],
})
const chart = (lang: 'th' | 'en', ...facts: ScoreFact[]) =>
  scoreChart({
    id: 'scores',
    scores: facts.map((fact) => ({ issue: 1, fact })),
    catalogue,
    resultsYear: 2566,
    headings: reportHeadings(lang),
  })
const rise = aScore({ before: ['77.33', 'e1'], after: ['89.10', 'e1'] })
const fall = aScore({ before: ['80', 'e14'], after: ['79.5', 'e8'] })
const same = aScore({ before: ['80', 'e14'], after: ['80.00', 'e8'] })
const different = aScore({ before: ['84.35', 'e5'], after: ['90.87', 'e2'] })
const unknown = aScore({ before: ['85', null], after: ['85.6', null] })
const single = aScore({ before: null, after: ['100', 'ind10'] })

describe('the title says what the pairs show', () => {
  test.each<[string, string, ScoreFact[]]>([
    ['No score pair with an earlier year', 'ไม่มีคู่คะแนนที่เทียบกับปีก่อน', [single]],
    ['The one comparable pair rose', 'คู่คะแนนที่เทียบกันได้ 1 คู่เพิ่มขึ้น', [rise, single]],
    ['All 2 comparable pairs rose', 'คู่คะแนนที่เทียบกันได้เพิ่มขึ้นทั้ง 2 คู่', [rise, rise]],
    [
      'Of 3 comparable pairs 1 rose, 1 fell, 1 unchanged',
      'คู่คะแนนที่เทียบกันได้ 3 คู่ เพิ่มขึ้น 1 ลดลง 1 เท่าเดิม 1',
      [rise, fall, same],
    ],
    ['Of 1 comparable pair 1 fell', 'คู่คะแนนที่เทียบกันได้ 1 คู่ ลดลง 1', [fall]],
    [
      'No score pair is confirmed to be comparable; 1 pair cannot be compared; 2 pairs not confirmed to be comparable',
      'ไม่มีคู่คะแนนที่ยืนยันว่าเทียบกันได้ อีก 1 คู่เทียบกันไม่ได้ อีก 2 คู่ยังไม่ยืนยันว่าเทียบกันได้',
      [different, unknown, unknown],
    ],
  ])('%s', (en, th, facts) => {
    expect(chart('en', ...facts).title).toBe(en)
    expect(chart('th', ...facts).title).toBe(th)
  })
})

test('a change is exact, has its sign, and is left out where there is none to state', () => {
  const { rows } = chart('en', rise, fall, same, different, unknown, single)
  expect(rows.map(({ change }) => change)).toEqual(['+11.77', '-0.50', '0.00', null, '+0.60', null])
  expect(rows.map(({ comparable }) => comparable)).toEqual(['yes', 'yes', 'yes', 'no', 'unknown', 'unknown'])
})

test('the years are those of the figures, and the year after the results where no figure names one', () => {
  expect(chart('en', rise)).toMatchObject({ beforeYear: 2566, afterYear: 2567 })
  const undated: ScoreFact = { ...single, after: { ...single.after, year: null } }
  expect(chart('en', undated)).toMatchObject({ beforeYear: 2566, afterYear: 2567 })
})

test('a score whose report names nothing is shown by its unit', () => {
  expect(chart('en', aScore({ label: '' })).rows.map(({ label }) => label)).toEqual(['points'])
})
