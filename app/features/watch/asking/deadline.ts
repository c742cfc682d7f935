/** A limit of time that can stand still. */
export type Deadline = Readonly<{ signal: AbortSignal; pause: () => void; resume: () => void }>

/** Runs from now; its signal is aborted once it ran for `ms` milliseconds altogether. */
export function createDeadline(ms: number): Deadline {
  const controller = new AbortController()
  let left = ms
  let since = 0
  let timer: NodeJS.Timeout | undefined
  const resume = () => {
    since = Date.now()
    timer = setTimeout(() => controller.abort(), Math.max(0, left))
  }
  resume()
  return {
    signal: controller.signal,
    pause: () => {
      clearTimeout(timer)
      left -= Date.now() - since
    },
    resume,
  }
}
