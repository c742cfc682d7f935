import type { Logger } from 'pino'
import type { SentDigests } from './features/improvement/index.server.ts'

type ReminderClock = Readonly<{
  /** Looks at once, then every minute, until `stop`. */
  start: () => void
  /** Lets the letter that is being written be finished, and begins no other. */
  stop: () => Promise<void>
}>

type ClockParts<Agency> = Readonly<{
  /** Asked anew every time: agencies come in while the program runs. */
  agencies: () => readonly Agency[]
  send: (agency: Agency, isStopped: () => boolean) => Promise<SentDigests>
  log: Pick<Logger, 'info' | 'error'>
  everyMs?: number
}>

const A_MINUTE_MS = 60_000

/**
 * Has the digests of every agency written when their hour has come. What goes wrong is logged, and tried again in the next
 * minute; several programs may do so at once, since each digest is written once.
 */
export function createReminderClock<Agency>({
  agencies,
  send,
  log,
  everyMs = A_MINUTE_MS,
}: ClockParts<Agency>): ReminderClock {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let isStopped = false

  const look = async () => {
    for (const agency of agencies()) {
      if (isStopped) return
      try {
        const { written, failed } = await send(agency, () => isStopped)
        if (written > 0) log.info({ written }, 'digests-written')
        for (const error of failed) log.error({ error: error.message }, 'digest-not-written')
      } catch (error) {
        log.error({ error: error instanceof Error ? error.message : String(error) }, 'digests-not-read')
      }
    }
  }
  const lookAgain = () => {
    running = look().finally(() => {
      if (isStopped) return
      timer = setTimeout(lookAgain, everyMs)
      // A program that has nothing else to do may end.
      timer.unref()
    })
  }
  return {
    start: lookAgain,
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
