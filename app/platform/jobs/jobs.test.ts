import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { openLogin } from '../db/database.server.ts'
import type { Db } from '../db/schema.ts'
import { createJobs } from './create-jobs.server.ts'
import { faultCode } from './job-fault.ts'
import { listJobRuns } from './job-run.repo.server.ts'
import { copiesRunning, enterCopy } from './program-copy.server.ts'
import { type RunningJob, runJob } from './run-job.server.ts'

const PROGRAM = path.join(import.meta.dirname, '../../../tests/support/job-program.ts')
const A_MINUTE_MS = 60_000

let database: TestDatabase
let other: Readonly<{ db: Db; close: () => Promise<void> }>
const children: ChildProcess[] = []
let said: unknown[] = []

beforeAll(async () => {
  database = await freshDatabase()
  other = openLogin(database.url, { max: 3, log: () => {} })
})
afterAll(async () => {
  await other.close()
  await database.drop()
})
beforeEach(async () => {
  said = []
  await database.owner.query('delete from job_run; delete from program_copy')
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

const log = {
  info: (...told: unknown[]) => void said.push(told),
  warn: (...told: unknown[]) => void said.push(told),
  error: (...told: unknown[]) => void said.push(told),
}
const copy = (db: Db = database.db, now = () => new Date()) => ({ db, now, copyId: randomUUID(), log })
const watch: RunningJob = { name: 'watch', leaseMs: A_MINUTE_MS }
const theRun = async () => (await listJobRuns(database.db))[0]

/** A program of its own that has begun to work on the job `watch`. */
async function programAtWork(leaseMs: number) {
  const child = spawn(process.execPath, [PROGRAM, database.url, randomUUID(), String(leaseMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const lines = createInterface({ input: child.stdout as NonNullable<typeof child.stdout> })
  const heard = lines[Symbol.asyncIterator]()
  expect((await heard.next()).value).toBe('begun')
  return { child, nextWord: async () => (await heard.next()).value as string | undefined }
}

/** Settles when it is told to. */
function gate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, passed }
}

describe('a job', () => {
  test('that many ask for at once over two connections is done by exactly one', async () => {
    const end = gate()
    const outcomes: string[] = []
    const asked = Array.from({ length: 12 }, async (_, index) => {
      outcomes.push(await runJob(copy(index % 2 ? database.db : other.db), watch, () => end.passed))
    })
    await expect.poll(() => outcomes.length).toBe(11)
    expect(new Set(outcomes)).toEqual(new Set(['held']))
    end.open()
    await Promise.all(asked)
    expect(outcomes.at(-1)).toBe('done')
    expect(await theRun()).toMatchObject({ isRunning: false, fault: null, runs: 1, faults: 0 })
  })

  test('keeps what it told of itself from its last success, and of a fault the code alone', async () => {
    await runJob(copy(), watch, async () => ({ checked: 7, isWhole: true }))
    const refused = Object.assign(new Error('นายสมชาย เขียนว่า'), { code: 'ECONNREFUSED' })
    expect(
      await runJob(copy(), watch, async () => {
        throw refused
      }),
    ).toBe('failed')
    const run = await theRun()
    expect(run).toMatchObject({
      fault: 'econnrefused',
      runs: 2,
      faults: 1,
      detail: { checked: 7, isWhole: true },
    })
    expect(run?.succeededAt?.getTime()).toBeLessThan(run?.endedAt?.getTime() ?? 0)
    expect(said).toEqual([[{ job: 'watch', fault: 'econnrefused' }, 'job-failed']])
    await runJob(copy(), watch, async () => {})
    expect(await theRun()).toMatchObject({ fault: null, detail: {} })
  })

  test('is told when it lost its lease, and leaves the row to who has it', async () => {
    const [begun, end] = [gate(), gate()]
    let isStopped = () => false
    const lost = runJob(copy(), { name: 'watch', leaseMs: 150 }, async (asked) => {
      isStopped = asked
      begun.open()
      await end.passed
      return { of: 'first' }
    })
    await begun.passed
    expect(isStopped()).toBe(false)
    // What happens to a machine that slept: its lease ran out, and another works by now.
    const thief = randomUUID()
    await database.owner.query("update job_run set holder = $1, held_until = now() + interval '1 minute'", [
      thief,
    ])
    await expect.poll(() => isStopped()).toBe(true)
    end.open()
    await lost
    expect((await database.owner.query('select holder, detail from job_run')).rows).toEqual([
      { holder: thief, detail: {} },
    ])
    expect(said).toContainEqual([{ job: 'watch' }, 'job-end-not-kept'])
  })

  test('that a program is killed in is taken over once its lease has run out, and not before', async () => {
    const { child } = await programAtWork(A_MINUTE_MS)
    child.kill('SIGKILL')
    expect(await runJob(copy(), watch, async () => {})).toBe('held')
    await database.owner.query('update job_run set held_until = now()')
    expect(await runJob(copy(), watch, async () => {})).toBe('done')
  })

  test('that was taken before the clock of the database was put back by years is not held for as long', async () => {
    await runJob(copy(), watch, async () => {})
    await database.owner.query(
      "update job_run set holder = gen_random_uuid(), held_until = now() + interval '10 years'",
    )
    expect(await runJob(copy(), watch, async () => {})).toBe('done')
  })

  test('stays with a program that works longer than its lease, and goes to another when that is killed', async () => {
    const { child } = await programAtWork(600)
    const begun = await theRun()
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(await runJob(copy(), watch, async () => {})).toBe('held')
    expect((await theRun())?.startedAt).toEqual(begun?.startedAt)
    child.kill('SIGKILL')
    await expect.poll(() => runJob(copy(), watch, async () => {}), { timeout: 10_000 }).toBe('done')
  })

  test('is given back by a program that ends gently, at once', async () => {
    const { child, nextWord } = await programAtWork(A_MINUTE_MS)
    expect(
      (await copiesRunning(database.db)).map(({ version, schemaNumber }) => [version, schemaNumber]),
    ).toEqual([['0.0.1', 19]])
    child.kill('SIGTERM')
    expect(await nextWord()).toBe('ended')
    expect(await runJob(copy(), watch, async () => {})).toBe('done')
    expect(await copiesRunning(database.db)).toEqual([])
  })

  test("of which the length is nobody's business ends when it began", async () => {
    let time = 0
    const clock = () => new Date(Date.UTC(2026, 0, 1, 0, time++))
    await runJob(copy(database.db, clock), { ...watch, name: 'tending', isTimeSecret: true }, async () => {})
    const run = await theRun()
    expect([run?.endedAt, run?.succeededAt]).toEqual([run?.startedAt, run?.startedAt])
  })
})

describe('the jobs of a program', () => {
  test('are done again and again, and one that fails keeps no other from its time', async () => {
    const seen: string[] = []
    const jobs = createJobs(copy())
    jobs.add({
      name: 'desk',
      everyMs: 5,
      leaseMs: A_MINUTE_MS,
      work: async () => {
        throw new TypeError('no')
      },
    })
    jobs.add({ name: 'watch', everyMs: 5, leaseMs: A_MINUTE_MS, work: async () => void seen.push('watch') })
    jobs.start()
    await expect.poll(() => seen.length).toBeGreaterThan(2)
    await expect.poll(async () => (await listJobRuns(database.db))[0]?.faults).toBeGreaterThan(2)
    await jobs.stop()
    expect(await listJobRuns(database.db)).toMatchObject([
      { job: 'desk', fault: 'typeerror', isRunning: false },
      { job: 'watch', fault: null, isRunning: false },
    ])
  })

  test('of a day are done once a day by all copies together, and again at once after a fault', async () => {
    let [done, hours] = [0, 0]
    const clock = () => new Date(Date.UTC(2026, 0, 1) + hours * 60 * A_MINUTE_MS)
    const work = async () => {
      done += 1
      if (done === 3) throw new Error('away')
    }
    const startACopy = async () => {
      const jobs = createJobs(copy(database.db, clock))
      jobs.add({ name: 'walk-check', everyMs: 24 * 60 * A_MINUTE_MS, leaseMs: A_MINUTE_MS, work })
      jobs.start()
      await jobs.stop()
      return done
    }
    expect([await startACopy(), await startACopy()]).toEqual([1, 1])
    hours = 23
    expect(await startACopy()).toBe(1)
    hours = 24
    expect([await startACopy(), await startACopy()]).toEqual([2, 2])
    hours = 48
    expect([await startACopy(), await startACopy(), await startACopy()]).toEqual([3, 4, 4])
    // The clock was years ahead and is right again: once more, and then once a day.
    hours = 100_000
    expect(await startACopy()).toBe(5)
    hours = 60
    expect([await startACopy(), await startACopy()]).toEqual([6, 6])
    // Put back by less than a day, too: else it would not be done for nearly two.
    hours = 40
    expect([await startACopy(), await startACopy()]).toEqual([7, 7])
    // Clocks of two machines differ by less than an hour.
    hours = 39.5
    expect(await startACopy()).toBe(7)
  })

  test('look at once when they are woken, also when they were at work just then', async () => {
    const [begun, end] = [gate(), gate()]
    let done = 0
    const jobs = createJobs(copy())
    const work = async () => {
      done += 1
      begun.open()
      await end.passed
    }
    jobs.add({ name: 'file-scan', everyMs: A_MINUTE_MS, leaseMs: A_MINUTE_MS, work })
    jobs.wake('file-scan')
    jobs.start()
    await begun.passed
    jobs.wake('file-scan')
    expect(done).toBe(1)
    end.open()
    await expect.poll(() => done).toBe(2)
    jobs.wake('file-scan')
    await expect.poll(() => done).toBe(3)
    await jobs.stop()
    jobs.wake('file-scan')
    expect(done).toBe(3)
  })

  test('that do not end when the program does are told to the log and not waited for; nothing more begins', async () => {
    const begun = gate()
    const jobs = createJobs({ ...copy(), farewellMs: 50 })
    const endless = () => {
      begun.open()
      return new Promise<void>(() => {})
    }
    jobs.add({ name: 'watch', everyMs: 5, leaseMs: A_MINUTE_MS, work: endless })
    jobs.start()
    await begun.passed
    await jobs.stop()
    expect(said).toEqual([[{ jobs: ['watch'] }, 'jobs-cut-off']])
    expect((await theRun())?.isRunning).toBe(true)
  })
})

describe('copies of the program', () => {
  test('are known while they run, and those not seen for a while are not counted', async () => {
    const [one, two] = [copy(), copy(other.db)]
    const entered = await enterCopy(one, { version: '1.0.0', schemaNumber: 19 })
    await enterCopy(two, { version: '1.1.0', schemaNumber: 20 })
    expect((await copiesRunning(database.db)).map(({ id }) => id)).toEqual([one.copyId, two.copyId])
    await database.owner.query(
      "update program_copy set seen_at = now() - interval '2 minutes' where id = $1",
      [two.copyId],
    )
    expect((await copiesRunning(database.db)).map(({ id }) => id)).toEqual([one.copyId])
    // Nor one that was killed before the clock of the database was put back.
    await database.owner.query("update program_copy set seen_at = now() + interval '1 hour' where id = $1", [
      two.copyId,
    ])
    expect((await copiesRunning(database.db)).map(({ id }) => id)).toEqual([one.copyId])
    await database.owner.query(
      "update program_copy set seen_at = now() - interval '25 hours' where id = $1",
      [two.copyId],
    )
    await (await enterCopy(copy(), { version: '1.0.0', schemaNumber: 19 })).leave()
    expect((await database.owner.query('select id from program_copy')).rows).toEqual([{ id: one.copyId }])
    await entered.leave()
    expect(await copiesRunning(database.db)).toEqual([])
  })
})

test('the code of a fault is never its message', () => {
  const code = (error: unknown) => faultCode(error)
  expect(code(Object.assign(new Error('x'), { code: '57P01' }))).toBe('sqlstate-57p01')
  expect(code(Object.assign(new Error('x'), { code: 'backup.no_room' }))).toBe('backup.no-room')
  expect([code(new TypeError('นาย')), code('นาย'), code(null)]).toEqual(['typeerror', 'unknown', 'unknown'])
})
