import type { Logger } from 'pino'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { checkWalks } from './usecases/check-walks.server.ts'

const A_DAY_MS = 24 * 60 * 60_000

type Surroundings = Readonly<{
  /** Every agency, with the program itself as who acts. */
  agencies: () => readonly Ctx[]
  store: FileStore
  log: Pick<Logger, 'info' | 'error'>
}>

/** Looks at once and then once a day whether published reports still rest on what they rested on, until `stop`. */
export function openWalkChecking({
  agencies,
  store,
  log,
}: Surroundings): Readonly<{ start: () => void; stop: () => Promise<void> }> {
  let timer: NodeJS.Timeout | undefined
  let checking: Promise<void> = Promise.resolve()
  let isStopped = false
  const check = async () => {
    for (const ctx of agencies()) {
      if (isStopped) return
      try {
        const { raised, resolved } = await checkWalks(ctx, { store })
        if (raised + resolved > 0) log.info({ raised, resolved }, 'walks-checked')
      } catch (error) {
        log.error({ error: error instanceof Error ? error.message : String(error) }, 'walks-not-checked')
      }
    }
  }
  const start = () => {
    checking = check()
    timer = setTimeout(start, A_DAY_MS)
    timer.unref()
  }
  return {
    start,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
      return checking
    },
  }
}
