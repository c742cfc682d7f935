import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { isDatabaseAway } from './database-away.ts'
import { feelPulse, NoPulse, refuseGivenUp, whileAnswers } from './pulse.server.ts'

const TIMES = { patienceMs: 40, everyMs: 10 }
const hanging = () => new Promise<never>(() => {})
const silence = async () => {
  throw new Error('timeout exceeded when trying to connect')
}

it('hands through what is done in time, and asks nothing', async () => {
  let asked = 0
  const whileAnswering = whileAnswers(async () => {
    asked += 1
  }, TIMES)
  expect(await whileAnswering(async () => 'done')).toBe('done')
  await expect(whileAnswering(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await sleep(80)
  expect(asked).toBe(0)
})

it('waits for long work as long as the database answers, were it with a refusal', async () => {
  const answers = [
    async () => {},
    async () => {
      throw Object.assign(new Error('sorry, too many clients already'), { code: '53300', severity: 'FATAL' })
    },
    async () => {
      throw new Error('Cannot use a pool after calling end on the pool')
    },
  ]
  for (const answer of answers) {
    let asked = 0
    const ask = async () => {
      asked += 1
      await answer()
    }
    expect(await whileAnswers(ask, TIMES)(() => sleep(200).then(() => 'late'))).toBe('late')
    expect(asked).toBeGreaterThan(1)
  }
})

it('gives up what waits for a database that no longer answers, and not what has only begun', async () => {
  let isThere = false
  const whileAnswering = whileAnswers(() => (isThere ? Promise.resolve() : silence()), TIMES)
  const long = whileAnswering(hanging).catch((error: unknown) => error)
  await sleep(35)
  const begun = whileAnswering(() => sleep(60).then(() => 'done'))
  const error = await long
  isThere = true
  expect(error).toBeInstanceOf(NoPulse)
  expect(isDatabaseAway(error)).toBe(true)
  expect(await begun).toBe('done')
})

it('keeps nothing of what was given up, however late it comes', async () => {
  const whileAnswering = whileAnswers(silence, TIMES)
  const late = Promise.withResolvers<unknown>()
  const work = async () => {
    refuseGivenUp()
    await sleep(200)
    refuseGivenUp()
  }
  const given = whileAnswering(() => work().catch(late.resolve))
  await expect(given).rejects.toBeInstanceOf(NoPulse)
  expect(await late.promise).toBeInstanceOf(NoPulse)
  expect(() => refuseGivenUp()).not.toThrow()
})

it('leaves alone what was only set going by work that was given up', async () => {
  const whileAnswering = whileAnswers(silence, TIMES)
  const later = Promise.withResolvers<void>()
  const given = whileAnswering(async () => {
    void sleep(300).then(refuseGivenUp).then(later.resolve, later.reject)
    await sleep(150)
  })
  await expect(given).rejects.toBeInstanceOf(NoPulse)
  await later.promise
})

it('gives up together all who have waited long enough by the time that no answer came', async () => {
  const whileAnswering = whileAnswers(() => sleep(100).then(silence), TIMES)
  const began = performance.now()
  const given = Array.from({ length: 10 }, async (_, number) => {
    await sleep(number * 8)
    await whileAnswering(hanging).catch(() => {})
    return performance.now() - began
  })
  const ends = await Promise.all(given)
  // The last came while the first was being asked about.
  expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(60)
})

it('knows of a server that takes connections and says nothing', async () => {
  const server = net.createServer(() => {})
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as net.AddressInfo
  const pulse = feelPulse({ host: '127.0.0.1', port, user: 'x', database: 'x', password: 'x' })
  await expect(pulse.whileAnswering(hanging)).rejects.toBeInstanceOf(NoPulse)
  await pulse.close()
  server.close()
})
