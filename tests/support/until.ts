import { setTimeout as sleep } from 'node:timers/promises'

const PAUSE_MS = 50

/** Waits until that is so, for ten seconds at most, and says whether it came to be. */
export async function until(isSo: () => boolean | Promise<boolean>, mostMs = 10_000): Promise<boolean> {
  for (let waited = 0; waited < mostMs; waited += PAUSE_MS) {
    if (await isSo()) return true
    await sleep(PAUSE_MS)
  }
  return isSo()
}
