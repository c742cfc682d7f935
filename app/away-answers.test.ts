import type { ServerBuild } from 'react-router'
import { expect, test } from 'vitest'
import { answeringAway } from './away-answers.server.ts'
import { NoPulse } from './platform/db/pulse.server.ts'

const whileAnswering = <Result>(work: () => Promise<Result>) => work()

const buildOf = (loader: () => unknown) =>
  ({
    routes: { page: { id: 'page', module: { loader, action: loader, default: () => null } } },
  }) as unknown as ServerBuild

const asked = async (
  build: ServerBuild,
  what: 'loader' | 'action',
  { context = {}, url = 'http://x/office' } = {},
) => {
  const handler = build.routes.page?.module[what] as unknown as (given: object) => Promise<unknown>
  return handler({ request: { url }, context }).catch((error) => error)
}

test('a screen that loses the database answers 503, and what was lost is told', async () => {
  const lost = Object.assign(new Error('terminating connection'), { code: '57P01' })
  const told: unknown[] = []
  const build = answeringAway(
    buildOf(() => {
      throw lost
    }),
    { tell: (error) => void told.push(error), whileAnswering },
  )
  for (const what of ['loader', 'action'] as const)
    expect(await asked(build, what)).toMatchObject({ init: { status: 503 } })
  expect(told).toEqual([lost, lost])
})

test('a disk without room is told in the same way', async () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC', syscall: 'write' })
  const build = answeringAway(
    buildOf(() => Promise.reject(full)),
    { tell: () => {}, whileAnswering },
  )
  expect(await asked(build, 'action')).toMatchObject({ init: { status: 503 } })
})

test('every other fault, and every answer, stays what it is', async () => {
  const broken = new TypeError('x is undefined')
  const tell = () => expect.unreachable()
  const failing = answeringAway(
    buildOf(() => Promise.reject(broken)),
    { tell, whileAnswering },
  )
  expect(await asked(failing, 'action')).toBe(broken)
  const answering = answeringAway(
    buildOf(() => ({ words: 'here' })),
    { tell, whileAnswering },
  )
  expect(await asked(answering, 'loader')).toEqual({ words: 'here' })
})

/** As when the database falls silent while the work is under way. */
const givingUp = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  void work()
  throw new NoPulse()
}

test('a screen that waits for a database that hangs answers 503 before its query is given up', async () => {
  const told: unknown[] = []
  let asks = 0
  const build = answeringAway(
    buildOf(() => {
      asks += 1
      return new Promise(() => {})
    }),
    { tell: (error) => void told.push(error), whileAnswering: givingUp },
  )
  const context = {}
  expect(await asked(build, 'action', { context })).toMatchObject({ init: { status: 503 } })
  expect(told).toEqual([expect.any(NoPulse)])
  // What stands around its answer is not asked for any more.
  expect(await asked(build, 'loader', { context })).toMatchObject({ init: { status: 503 } })
  expect(asks).toBe(1)
})

test('who reports is never given up: the screen itself says what became of what they typed', async () => {
  const build = answeringAway(
    buildOf(() => Promise.resolve('typed')),
    { tell: () => {}, whileAnswering: givingUp },
  )
  expect(await asked(build, 'action', { url: 'http://x/whistleblow/report' })).toBe('typed')
})
