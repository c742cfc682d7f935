import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { isDatabaseAway } from './database-away.ts'
import { whileAnswers } from './pulse.server.ts'

const TIMES = { patienceMs: 40, everyMs: 10 }
const hanging = new Promise<never>(() => {})
const AWAY = new Error('timeout exceeded when trying to connect')

it('hands through what is done in time, and asks nothing', async () => {
  let asked = 0
  const whileAnswering = whileAnswers(async () => {
    asked += 1
  }, TIMES)
  expect(await whileAnswering(Promise.resolve('done'))).toBe('done')
  await expect(whileAnswering(Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await sleep(80)
  expect(asked).toBe(0)
})

it('waits for long work as long as the database answers', async () => {
  let asked = 0
  const whileAnswering = whileAnswers(async () => {
    asked += 1
  }, TIMES)
  expect(await whileAnswering(sleep(200).then(() => 'late'))).toBe('late')
  expect(asked).toBeGreaterThan(1)
})

it('gives up what waits for a database that no longer answers, and not what has only begun', async () => {
  let isThere = false
  const whileAnswering = whileAnswers(async () => {
    if (!isThere) throw AWAY
  }, TIMES)
  const long = whileAnswering(hanging).catch((error: unknown) => error)
  await sleep(35)
  const begun = whileAnswering(sleep(60).then(() => 'done'))
  const error = await long
  isThere = true
  expect(isDatabaseAway(error)).toBe(true)
  expect(await begun).toBe('done')
})
