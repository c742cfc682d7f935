import type { ServerBuild } from 'react-router'
import { expect, test } from 'vitest'
import { answeringAway } from './away-answers.server.ts'

const buildOf = (loader: () => unknown) =>
  ({
    routes: { page: { id: 'page', module: { loader, action: loader, default: () => null } } },
  }) as unknown as ServerBuild

const asked = async (build: ServerBuild, what: 'loader' | 'action') => {
  const handler = build.routes.page?.module[what] as unknown as (given: object) => Promise<unknown>
  return handler({ request: {} }).catch((error) => error)
}

test('a screen that loses the database answers 503, and what was lost is told', async () => {
  const lost = Object.assign(new Error('terminating connection'), { code: '57P01' })
  const told: unknown[] = []
  const build = answeringAway(
    buildOf(() => {
      throw lost
    }),
    (error) => void told.push(error),
  )
  for (const what of ['loader', 'action'] as const)
    expect(await asked(build, what)).toMatchObject({ init: { status: 503 } })
  expect(told).toEqual([lost, lost])
})

test('a disk without room is told in the same way', async () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC', syscall: 'write' })
  const build = answeringAway(
    buildOf(() => Promise.reject(full)),
    () => {},
  )
  expect(await asked(build, 'action')).toMatchObject({ init: { status: 503 } })
})

test('every other fault, and every answer, stays what it is', async () => {
  const broken = new TypeError('x is undefined')
  const tell = () => expect.unreachable()
  const failing = answeringAway(
    buildOf(() => Promise.reject(broken)),
    tell,
  )
  expect(await asked(failing, 'action')).toBe(broken)
  const answering = answeringAway(
    buildOf(() => ({ words: 'here' })),
    tell,
  )
  expect(await asked(answering, 'loader')).toEqual({ words: 'here' })
})
