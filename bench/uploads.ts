import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureBuilt } from '../scripts/ensure-built.ts'
import { startProgram } from '../tests/journeys/support/program.ts'
import { signInTo } from '../tests/support/program-person.ts'
import { uploadClient } from '../tests/support/upload-client.ts'
import { type Figure, round, seconds } from './measure.ts'

const PORT = 4133
const MEGABYTE = 1024 * 1024
const MEGABYTES = 1024
/** How long the program is left alone before its idle memory is taken. */
const REST_MS = 20_000
const LOOK_MS = 50

/** What one gigabyte that streams through the running program adds to its memory, at its highest. */
export async function measureUploads(): Promise<readonly Figure[]> {
  await ensureBuilt()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'prongsai-bench-'))
  const env = {
    DATA_DIR: dataDir,
    PORT: String(PORT),
    HOST: '127.0.0.1',
    NODE_OPTIONS: '--max-semi-space-size=4',
  }
  const program = startProgram(env)
  try {
    const started = await Promise.race([program.ready, program.ended])
    if (!('address' in started)) throw new Error(started.said)
    const client = uploadClient(started.address, await signInTo(env, { role: 'ita-coordinator' }))
    const pid = program.child.pid ?? 0
    // What every program takes when it does its work for the first time is not the file's.
    await sendText(client, 1)
    await sleep(REST_MS)
    const idle = proportionalMb(pid)
    let peak = idle
    const watch = setInterval(() => {
      peak = Math.max(peak, proportionalMb(pid))
    }, LOOK_MS)
    const took = await seconds(() => sendText(client, MEGABYTES))
    clearInterval(watch)
    return [
      {
        name: 'upload/memory-above-idle',
        value: round(peak - idle, 1),
        unit: 'MB',
        target: 64,
        parts: {
          idle_mb: round(idle, 1),
          peak_mb: round(peak, 1),
          seconds: round(took, 1),
          sent_mb: MEGABYTES,
        },
      },
    ]
  } finally {
    program.child.kill('SIGTERM')
    await program.ended
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Sends so many megabytes of text and waits until they are evidence. */
async function sendText(client: ReturnType<typeof uploadClient>, megabytes: number): Promise<void> {
  const { location } = await client.begin(`${megabytes}.txt`, megabytes * MEGABYTE)
  const piece = Buffer.alloc(MEGABYTE, 'evidence\n')
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (sent === megabytes) return controller.close()
      sent += 1
      controller.enqueue(piece)
    },
  })
  const { status, evidenceId } = await client.send(location, 0, body)
  if (evidenceId === null) throw new Error(`the upload ended with ${status}`)
}

const proportionalMb = (pid: number) =>
  Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
