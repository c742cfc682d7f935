import { expect, test } from 'vitest'
import { inEachAgency } from './each-agency.ts'

test('a job is done in every agency, past one in which it fails, and that it failed is known', async () => {
  const [seen, failed]: [string[], unknown[]] = [[], []]
  const away = new Error('the database is away')
  const round = inEachAgency({
    agencies: ['one', 'two', 'three'],
    work: async (agency) => {
      seen.push(agency)
      if (agency !== 'three') throw agency === 'one' ? away : new Error('another')
    },
    failed: (error) => void failed.push(error),
    isStopped: () => false,
  })
  await expect(round).rejects.toBe(away)
  expect(seen).toEqual(['one', 'two', 'three'])
  expect(failed).toEqual([away, new Error('another')])
})

test('a job that is told to stop ends the agency it is in, and begins no other', async () => {
  const seen: string[] = []
  await inEachAgency({
    agencies: ['one', 'two'],
    work: async (agency) => void seen.push(agency),
    failed: () => {},
    isStopped: () => seen.length > 0,
  })
  expect(seen).toEqual(['one'])
})
