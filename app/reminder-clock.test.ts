import { expect, it } from 'vitest'
import { createReminderClock } from './reminder-clock.server.ts'

/** Settles when it is told to. */
function gate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, passed }
}

it('looks at every agency again and again, and one that fails keeps no other from its letters', async () => {
  const seen: string[] = []
  const logged: unknown[] = []
  const thrice = gate()
  const clock = createReminderClock({
    agencies: () => ['one', 'two'],
    send: async (agency) => {
      seen.push(agency)
      if (seen.length === 6) thrice.open()
      if (agency === 'one') throw new Error('the database is away')
      return { written: 1, failed: [new Error('no letter')] }
    },
    log: {
      info: (...said: unknown[]) => logged.push(said),
      error: (...said: unknown[]) => logged.push(said),
    },
    everyMs: 1,
  })
  clock.start()
  await thrice.passed
  await clock.stop()
  expect(seen.slice(0, 6)).toEqual(['one', 'two', 'one', 'two', 'one', 'two'])
  expect(logged.slice(0, 3)).toEqual([
    [{ error: 'the database is away' }, 'digests-not-read'],
    [{ written: 1 }, 'digests-written'],
    [{ error: 'no letter' }, 'digest-not-written'],
  ])
})

it('waits when it is stopped for what is being written, and begins nothing more', async () => {
  const [begun, end] = [gate(), gate()]
  const seen: string[] = []
  const clock = createReminderClock({
    agencies: () => ['one', 'two'],
    send: async (agency, isStopped) => {
      seen.push(agency)
      begun.open()
      await end.passed
      expect(isStopped()).toBe(true)
      return { written: 0, failed: [] }
    },
    log: { info: () => {}, error: () => {} },
    everyMs: 1,
  })
  clock.start()
  await begun.passed
  const stopped = clock.stop()
  end.open()
  await stopped
  expect(seen).toEqual(['one'])
})
