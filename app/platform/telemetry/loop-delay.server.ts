import { monitorEventLoopDelay } from 'node:perf_hooks'

const LOOK_EVERY_MS = 500
const WINDOW_MS = 30_000
const HOPELESS_MS = 10_000
const NANOSECONDS = 1e6

/** How late this process comes to what it should do. */
export type LoopDelay = Readonly<{
  /** Whether it has for half a minute been so late, ten seconds each time, that nobody is served by waiting for it. */
  isHopeless: () => boolean
  close: () => void
}>

/** Watches the event loop; a look every half second costs nothing that can be measured. */
export function watchLoopDelay(): LoopDelay {
  const histogram = monitorEventLoopDelay({ resolution: LOOK_EVERY_MS })
  histogram.enable()
  let isHopeless = false
  const renew = () => {
    const late = histogram.count > 0 ? histogram.percentile(50) / NANOSECONDS : 0
    isHopeless = late > HOPELESS_MS
    histogram.reset()
  }
  const timer = setInterval(renew, WINDOW_MS)
  timer.unref()
  return {
    isHopeless: () => isHopeless,
    close: () => {
      clearInterval(timer)
      histogram.disable()
    },
  }
}
