import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Answers, leadsTo, openSite, sends } from '../../../../tests/support/watched-site.ts'
import { openLooking } from '../looking/open-watch-tools.server.ts'
import type { WatchTarget } from '../watch.domain.ts'
import { createPacing, type PacingClock } from './pacing.ts'

/** A clock that stands still while anybody has something to do, and goes on to the next who waits. */
function aClock(): PacingClock & Readonly<{ goOn: () => Promise<void> }> {
  let now = 5_000
  let waiting: readonly Readonly<{ until: number; wake: () => void }>[] = []
  return {
    now: () => now,
    wait: (ms) =>
      new Promise<void>((wake) => {
        waiting = [...waiting, { until: now + ms, wake }]
      }),
    goOn: async () => {
      for (;;) {
        await new Promise(setImmediate)
        const [next] = waiting.toSorted((a, b) => a.until - b.until)
        if (!next) return
        waiting = waiting.filter((one) => one !== next)
        now = next.until
        next.wake()
      }
    },
  }
}

describe('the line of a host', () => {
  /** Milliseconds after the start at which each had its turn, in the order of the hosts. */
  async function turnsOf(hosts: readonly string[], everyMs?: number): Promise<readonly number[]> {
    const clock = aClock()
    const start = clock.now()
    const pacing = createPacing({ clock, ...(everyMs !== undefined && { everyMs }) })
    const turns = hosts.map((host) => pacing(host).then(() => clock.now() - start))
    await clock.goOn()
    return Promise.all(turns)
  }

  test('who comes at once goes one after the other, a second apart, in the order in which they came', async () => {
    expect(await turnsOf(['a.th', 'a.th', 'a.th', 'a.th'])).toEqual([0, 1_000, 2_000, 3_000])
  })

  test('hosts do not wait for one another; another port is another host', async () => {
    expect(await turnsOf(['a.th', 'b.th', 'a.th', 'a.th:8443', 'b.th'])).toEqual([0, 0, 1_000, 0, 1_000])
  })

  test('where it is to be without a pause nobody waits', async () => {
    expect(await turnsOf(['a.th', 'a.th', 'a.th'], 0)).toEqual([0, 0, 0])
  })

  test('who comes after a second or later goes at once; who comes sooner waits for the rest of it alone', async () => {
    const clock = aClock()
    const pacing = createPacing({ clock })
    const start = clock.now()
    const turns: number[] = []
    const come = async (after: number) => {
      await clock.wait(after)
      await pacing('a.th')
      turns.push(clock.now() - start)
    }
    const all = [0, 400, 2_000, 2_999, 9_000].map(come)
    await clock.goOn()
    await Promise.all(all)
    expect(turns).toEqual([0, 1_000, 2_000, 3_000, 9_000])
  })

  test('a thousand other hosts in between make nobody forget a line that is not over', async () => {
    const clock = aClock()
    const pacing = createPacing({ clock })
    const start = clock.now()
    const first = [pacing('a.th'), pacing('a.th')]
    const others = Array.from({ length: 1_500 }, (_, index) => pacing(`${index}.th`))
    const last = pacing('a.th').then(() => clock.now() - start)
    await clock.goOn()
    await Promise.all([...first, ...others])
    expect(await last).toBe(2_000)
  })
})

describe('what a site sees of it', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pacing-test-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  /** What a site was asked for in one look at a page of it, and after how many milliseconds. */
  async function askedInOneLook(everyMs?: number): Promise<readonly (readonly [string, number])[]> {
    let now = 0
    // A look does one thing after the other: whoever waits goes on, and it is so much later.
    const clock: PacingClock = {
      now: () => now,
      wait: async (ms) => {
        now += ms
      },
    }
    const asked: (readonly [string, number])[] = []
    const noted =
      (answer: Answers[string]): Answers[string] =>
      (response, request) => {
        asked.push([request.url ?? '', now])
        answer(response, request)
      }
    const page =
      '<html lang="th"><title>ก</title><main><a href="/one">1</a> <a href="/two">2</a></main></html>'
    const site = await openSite({
      '/moved': noted(leadsTo('/page')),
      '/page': noted(sends(page)),
      '/one': noted(leadsTo('/two')),
      '/two': noted(sends('2')),
    })
    const pace = everyMs === undefined ? {} : { everyMs }
    const looking = openLooking({ folder, now: () => new Date(now), clock, ...pace })
    const target: WatchTarget = {
      address: `${site.origin}/moved`,
      title: { th: 'หน้า', en: 'Page' },
      unitId: null,
      part: 'site',
      marks: [],
      namesYear: null,
      sha256: null,
      hasMenu: false,
    }
    try {
      const looked = await looking.look(target, { ownOrigins: [site.origin], hosts: new Set() })
      await looked.forget()
      expect(looked.result.status).toBe(200)
      return asked
    } finally {
      looking.close()
      await site.close()
    }
  }

  test('an address, where it leads, and the links of the page are asked for one by one, a second apart', async () => {
    expect(await askedInOneLook()).toEqual([
      ['/moved', 0],
      ['/page', 1_000],
      ['/one', 2_000],
      ['/two', 3_000],
      ['/two', 4_000],
    ])
  })

  test('it is as slow as it is told to be', async () => {
    expect((await askedInOneLook(2_500)).map(([, after]) => after)).toEqual([0, 2_500, 5_000, 7_500, 10_000])
  })
})
