import Big from 'big.js'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { frameworkOf, type Instrument } from '../../catalogue/index.ts'
import { levelOf } from '../levels/level.domain.ts'
import { aggregate } from './aggregate.domain.ts'
import { exactText, printed, workingNumber } from './working-number.domain.ts'

// Invented units in the shape in which results of 2563 were published: indicators of 100 in one file; instruments brought to
// 30, 30 and 40, total and level in another; figures as text, and one row without its EIT.
const DETAIL = [
  unit(901, ['90.17', '78.44', '88.93', '79.05', '76.61', '91.28', '84.72', '86.33', '73.19', '41.50']),
  unit(902, ['96.61', '94.20', '97.77', '95.03', '96.18', '98.02', '95.51', '94.87', '96.49', '100.00']),
  unit(903, ['83.33', '66.67', '77.77', '75.01', '59.99', '80.01', '65.32', '65.88', '57.58', '5.00']),
  unit(904, ['88.88', '84.99', '86.66', '85.01', '83.34', '87.57', '86.13', '85.55', '84.11', '85.00']),
]
const TOTALS = [
  { rate: 'C', year: '2563', all: '73.96', agency: 901, iit: '24.79', eit: '26.23', oit: '22.94' },
  { rate: 'AA', year: '2563', all: '96.93', agency: 902, iit: '28.79', eit: '28.84', oit: '39.30' },
  { rate: 'D', year: '2563', all: '55.40', agency: 903, iit: '21.77', oit: '12.52' },
  { rate: 'A', year: '2563', all: '85.48', agency: 904, iit: '25.73', eit: '25.93', oit: '33.82' },
]

function unit(agency: number, scores: readonly string[]) {
  return { agency, data: scores.map((score, at) => ({ score, order: String(at + 1) })) }
}

/** The program's way: from the indicators of one unit. */
function computed(agency: number) {
  const framework = frameworkOf(loadCatalogue(), 2563)
  if (!framework) throw new Error('no framework 2563')
  const top = framework.indicators.filter(({ parent }) => parent === null)
  const rows = DETAIL.find((one) => one.agency === agency)?.data ?? []
  const given = new Map(
    rows.flatMap(({ score, order }) => {
      const indicator = top[Number(order) - 1]
      return indicator ? [[indicator.ref, workingNumber(score)] as const] : []
    }),
  )
  const aggregated = aggregate(framework, new Map(), given)
  if (typeof aggregated === 'string' || aggregated.total === null) throw new Error('nothing was computed')
  const { instruments, total } = aggregated
  const exact = (instrument: Instrument) => exactText(instruments.get(instrument)?.value ?? 0)
  const weighted = (instrument: Instrument) => printed(instruments.get(instrument)?.weighted ?? 0)
  const level = levelOf(framework, {
    total: exactText(total),
    instruments: { IIT: exact('IIT'), EIT: exact('EIT'), OIT: exact('OIT') },
  })
  return {
    iit: weighted('IIT'),
    eit: weighted('EIT'),
    oit: weighted('OIT'),
    all: printed(total),
    rate: level?.key,
  }
}

describe('results as they were printed', () => {
  test.each(TOTALS)(
    'instruments, total and level of unit $agency come out to the second place',
    ({ year, agency, ...row }) => {
      expect(computed(agency)).toMatchObject(row)
    },
  )

  test('they do so because nothing is rounded between the steps', () => {
    const rounded = (agency: number) => {
      const { iit, eit, oit } = computed(agency)
      return new Big(iit).plus(eit).plus(oit).toFixed(2)
    }
    expect(rounded(903)).toBe('55.41')
    expect(computed(903).all).toBe('55.40')
  })
})
