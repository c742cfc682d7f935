import { setTimeout as sleep } from 'node:timers/promises'
import { startProgram } from '../../tests/journeys/support/program.ts'

export type Env = Readonly<Record<string, string>>

/** A program that was started and told that it is ready. */
export type RunningProgram = Readonly<{
  pid: number
  port: number
  /** Where the inspector of the process listens, if it was started with one; else empty. */
  inspector: string
  isAlive: () => boolean
  /** What it wrote on standard error so far: lines of the log, and what Node says. */
  said: () => string
  /** As somebody stops it; gives false when it had to be killed after half a minute. */
  stop: () => Promise<boolean>
  kill: () => Promise<void>
}>

const LONGEST_STOP_MS = 30_000

/** What all programs of the proofs are set to, on these data and this database; its own where `databaseUrl` is empty. */
export const settingsOf = (dataDir: string, databaseUrl: string) => ({
  DATA_DIR: dataDir,
  DATABASE_URL: databaseUrl,
  // One that is free.
  PORT: '0',
  AGENCY_CODE: 'one',
  ORIGIN: 'https://example.go.th',
  // Requests come as from many networks: whoever counts tries of one counts those of one.
  TRUST_PROXY: '1',
})

/** `npm start`, with options of Node. Throws with what it said when it ended instead. */
export async function runProgram(env: Env, nodeOptions: readonly string[] = []): Promise<RunningProgram> {
  const { child, ready, ended } = startProgram(env, nodeOptions)
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  const started = await Promise.race([ready, ended])
  if (!('address' in started)) throw new Error(`the program did not start: ${started.said}`)
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return {
    pid: child.pid ?? 0,
    port: Number(new URL(started.address).port),
    inspector: /ws:\/\/\S+/.exec(said)?.[0] ?? '',
    isAlive: () => child.exitCode === null && child.signalCode === null,
    said: () => said,
    stop: async () => {
      child.kill('SIGTERM')
      const isGentle = await Promise.race([
        ended.then(() => true),
        sleep(LONGEST_STOP_MS, false, { ref: false }),
      ])
      if (!isGentle) await kill()
      return isGentle
    },
    kill,
  }
}
