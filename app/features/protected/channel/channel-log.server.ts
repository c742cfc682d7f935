import { appendFileSync, mkdirSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import path from 'node:path'

const KEPT_DAYS = 90
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** Codes only: no address, no identifier, nothing that was typed. `error` is the code of a fault of the system. */
export type ChannelLog = (event: string, detail?: Readonly<{ code?: string; n?: number }>) => void

/** Writes events of the channel to a file of the day under `folder`; no time in it, nor that of the file, is finer than an hour. */
export function openChannelLog(folder: string, now: () => Date): ChannelLog {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  removeOld(folder, now())
  return (event, detail = {}) => {
    const hour = new Date(Math.floor(now().getTime() / HOUR_MS) * HOUR_MS)
    const written = hour.toISOString()
    const file = path.join(folder, `${written.slice(0, 10)}.log`)
    try {
      appendFileSync(file, `${JSON.stringify({ hour: written.slice(0, 13), event, ...detail })}\n`, {
        mode: 0o600,
      })
      utimesSync(file, hour, hour)
    } catch {
      // A disk that is full must not take down the channel with its log.
    }
  }
}

function removeOld(folder: string, at: Date): void {
  const oldest = new Date(at.getTime() - KEPT_DAYS * DAY_MS).toISOString().slice(0, 10)
  for (const name of readdirSync(folder))
    if (/^\d{4}-\d\d-\d\d\.log$/.test(name) && name.slice(0, 10) < oldest) rmSync(path.join(folder, name))
}
