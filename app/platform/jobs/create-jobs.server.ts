import { isOfWrongClock } from '../../kernel/clocks.ts'
import { faultCode } from './job-fault.ts'
import type { JobName } from './jobs.table.ts'
import { type JobSurroundings, type JobWork, type RunningJob, runJob } from './run-job.server.ts'

export type Job = Pick<RunningJob, 'isDue' | 'isTimeSecret'> &
  Readonly<{
    name: JobName
    /** From one end to the next beginning, in milliseconds. */
    everyMs: number
    leaseMs: number
    work: JobWork
    /** After each fault the pause doubles, up to this; as long as ever when not given. */
    longestPauseMs?: number
  }>

export type Jobs = Readonly<{
  add: (job: Job) => void
  /** Has a job looked at now: there is something new for it. */
  wake: (name: JobName) => void
  /** Begins all, at once and then each in its time. */
  start: () => void
  /** Begins nothing more, and waits for what runs, for `farewellMs` at most. */
  stop: () => Promise<void>
}>

/** What is done less often than this is looked at more often: another copy that did it may have gone. */
const LONGEST_TICK_MS = 15 * 60_000
/** A job that was woken while another copy works on it: that one may have looked already. */
const SOON_MS = 2_000
const FAREWELL_MS = 3_000

/** What the program does by itself: each job in one copy at a time, and as often as it should among all copies together. */
export function createJobs(given: JobSurroundings & Readonly<{ farewellMs?: number }>): Jobs {
  const clocks = new Map<JobName, JobClock>()
  return {
    add: (job) => void clocks.set(job.name, createClock(given, job)),
    wake: (name) => clocks.get(name)?.wake(),
    start: () => {
      for (const clock of clocks.values()) clock.start()
    },
    stop: async () => {
      const ending = [...clocks].map(([name, { stop }]) => ({ name, ended: stop() }))
      const cutOff = new Set(clocks.keys())
      const all = Promise.all(ending.map(({ name, ended }) => ended.then(() => cutOff.delete(name))))
      await Promise.race([all, pause(given.farewellMs ?? FAREWELL_MS)])
      // The lease of one that still runs is not given back: it runs out once the process is gone.
      if (cutOff.size > 0) given.log.warn({ jobs: [...cutOff] }, 'jobs-cut-off')
    },
  }
}

type JobClock = Readonly<{ wake: () => void; start: () => void; stop: () => Promise<void> }>

function createClock(given: JobSurroundings, job: Job): JobClock {
  const tickMs = Math.min(job.everyMs, LONGEST_TICK_MS)
  // Half a tick: nobody looks at the very moment.
  const restMs = job.everyMs - tickMs / 2
  const isRested = ({ succeededAt }: { succeededAt: Date | null }) => {
    if (succeededAt === null) return true
    const sinceMs = given.now().getTime() - succeededAt.getTime()
    return sinceMs >= restMs || isOfWrongClock(succeededAt, given.now())
  }
  const isDue = job.isDue ?? (job.everyMs > LONGEST_TICK_MS ? isRested : () => true)
  const running: RunningJob = { ...job, isDue, isStopped: () => isStopped }
  let timer: NodeJS.Timeout | undefined
  let isStarted = false
  let isStopped = false
  let isWoken = false
  let round: Promise<void> | null = null
  let wait = tickMs

  const runOnce = async () => {
    isWoken = false
    const outcome = await runJob(given, running, job.work).catch((error) => {
      given.log.error({ job: job.name, fault: faultCode(error) }, 'job-not-begun')
      return 'failed' as const
    })
    if (outcome !== 'failed') wait = tickMs
    else if (job.longestPauseMs) wait = Math.min(wait * 2, job.longestPauseMs)
    return outcome
  }
  const look = async (because: 'time' | 'woken') => {
    clearTimeout(timer)
    let outcome = await runOnce()
    while (isWoken && outcome === 'done' && !isStopped) outcome = await runOnce()
    round = null
    if (isStopped) return
    const isMissed = outcome === 'held' && (because === 'woken' || isWoken)
    // Whoever was woken asks again until it could look itself, or the other has ended.
    timer = setTimeout(() => begin(isMissed ? 'woken' : 'time'), isMissed ? SOON_MS : wait)
    // A program that has nothing else to do may end.
    timer.unref()
  }
  const begin = (because: 'time' | 'woken') => {
    round ??= look(because)
  }
  return {
    wake: () => {
      if (!isStarted || isStopped) return
      isWoken = true
      begin('woken')
    },
    start: () => {
      isStarted = true
      begin('time')
    },
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await round
    },
  }
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
