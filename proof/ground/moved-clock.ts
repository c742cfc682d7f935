import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A clock that programs started with its environment take for the time of day; it can be put while they run. */
export type MovedClock = Readonly<{
  env: Readonly<Record<string, string>>
  /** Puts it so many seconds ahead of the clock of the machine, or behind it. */
  put: (aheadSeconds: number) => void
  now: () => Date
}>

/** Of the Debian package libfaketime. */
const LIBRARY = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1'

/** The monotonic clock goes on as it does when somebody puts the clock of a machine. */
export function movedClock(folder: string): MovedClock {
  if (!existsSync(LIBRARY)) throw new Error('the Debian package libfaketime is not there')
  const file = path.join(folder, 'clock')
  let ahead = 0
  const put = (aheadSeconds: number) => {
    ahead = aheadSeconds
    writeFileSync(file, `${ahead < 0 ? '-' : '+'}${Math.abs(ahead)}s\n`)
  }
  put(0)
  return {
    env: {
      LD_PRELOAD: LIBRARY,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    put,
    now: () => new Date(Date.now() + ahead * 1000),
  }
}
