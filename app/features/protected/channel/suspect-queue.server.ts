/** Runs work of those who have guessed wrongly before, few at a time; null where too many wait already. */
export type SuspectQueue = Readonly<{ run: <T>(work: () => Promise<T>) => Promise<T | null> }>

/**
 * Derivations of who guesses stand in a queue of their own, so that the common one is free for everybody who comes with a
 * right code the first time, however many networks pour in wrong ones.
 */
export function createSuspectQueue(atOnce: number, mostWaiting: number): SuspectQueue {
  let running = 0
  const waiting: (() => void)[] = []
  return {
    run: async (work) => {
      if (running >= atOnce && waiting.length >= mostWaiting) return null
      if (running < atOnce) running += 1
      else await new Promise<void>((turn) => waiting.push(turn))
      try {
        return await work()
      } finally {
        // Whose turn comes takes the place over.
        const turn = waiting.shift()
        if (turn) turn()
        else running -= 1
      }
    },
  }
}
