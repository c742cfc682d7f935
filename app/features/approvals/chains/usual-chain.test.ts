import { expect, it } from 'vitest'
import { usualSteps } from './usual-chain.domain.ts'

const body = (name: string, endedAt: Date | null = null) =>
  ({ id: name, name, shortName: null, version: 1, endedAt }) as const
const named = (...given: Parameters<typeof usualSteps>) =>
  usualSteps(...given).map(({ bodyName }) => bodyName)

it('a report usually passes the working group, then the executives; measures the executives alone', () => {
  const bodies = [body('ที่ประชุมฝ่ายบริหาร'), body('คณะทำงาน ITA'), body('สภามหาวิทยาลัย')]
  expect(named('report', bodies)).toEqual(['คณะทำงาน ITA', 'ที่ประชุมฝ่ายบริหาร'])
  expect(named('measures', bodies)).toEqual(['ที่ประชุมฝ่ายบริหาร'])
})

it('has no body twice, none that ended, and none that the agency lacks', () => {
  expect(named('report', [body('คณะทำงานฝ่ายบริหาร')])).toEqual(['คณะทำงานฝ่ายบริหาร'])
  expect(named('report', [body('คณะทำงาน', new Date(0)), body('ฝ่ายบริหาร')])).toEqual(['ฝ่ายบริหาร'])
  expect(named('document', [])).toEqual([])
})
