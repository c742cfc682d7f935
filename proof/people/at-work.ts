import { setTimeout as sleep } from 'node:timers/promises'
import type { Site } from '../ground/site.ts'
import { acknowledgedIn, type Ledger } from './ledger.ts'
import { sendFile, uploadInPieces } from './sending-files.ts'
import { publishNews, sendReport, sendTicket, summaryWriter, untilStopped, writeProgress } from './writing.ts'

export type AtWork = Readonly<{
  /** Resolves when somebody's work is acknowledged from now on, or after 20 seconds: a program that has just started is slow at first. */
  underWay: () => Promise<void>
  stop: () => Promise<void>
}>

const LONGEST_BEGINNING_MS = 20_000

/** Everybody at once: staff who save, upload and publish, people at the desk, a reporter of wrongdoing. */
export function peopleAtWork(site: Site, ledger: Ledger): AtWork {
  const stopping = new AbortController()
  const acts = [
    writeProgress,
    writeProgress,
    summaryWriter(),
    sendTicket,
    publishNews,
    sendReport,
    sendFile,
    uploadInPieces,
  ]
  const working = acts.map((act) => untilStopped(act, { site, ledger, signal: stopping.signal }))
  return {
    underWay: async () => {
      const before = acknowledgedIn(ledger)
      for (let waited = 0; waited < LONGEST_BEGINNING_MS; waited += 20) {
        if (acknowledgedIn(ledger) > before) return
        await sleep(20)
      }
    },
    stop: async () => {
      stopping.abort()
      await Promise.all(working)
    },
  }
}
