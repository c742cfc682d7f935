import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureBuilt } from '../scripts/ensure-built.ts'
import { startProgram } from '../tests/journeys/support/program.ts'
import { seedLargeYear } from '../tests/support/large-year.ts'
import { type Figure, median, round, seconds } from './measure.ts'

const PORT = 4132
const YEAR = 2568
const SIZE = { measures: 200, evidence: 2000 }
const WARMING = 20
const TIMES = 60

/** The overview of a large year as its coordinator gets it from the server, one request after the other. */
export async function measureOverview(): Promise<readonly Figure[]> {
  await ensureBuilt()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'prongsai-bench-'))
  const env = { DATA_DIR: dataDir, PORT: String(PORT), HOST: '127.0.0.1' }
  try {
    const cookie = await seedLargeYear(env, { fiscalYear: YEAR, ...SIZE })
    const program = startProgram(env)
    try {
      const started = await Promise.race([program.ready, program.ended])
      if (!('address' in started)) throw new Error(started.said)
      const ask = async (page: string) => {
        const answer = await fetch(`http://127.0.0.1:${PORT}${page}`, {
          headers: { cookie },
          redirect: 'manual',
        })
        if (answer.status !== 200) throw new Error(`${page} answers ${answer.status}`)
        return (await answer.text()).length
      }
      const page = `/office/cycles/${YEAR}`
      const [overview, bare] = [await timesOf(() => ask(page)), await timesOf(() => ask('/office/shortcuts'))]
      return [
        {
          name: 'year-overview/median-ms',
          value: round(median(overview), 1),
          unit: 'ms',
          target: 100,
          parts: {
            worst_ms: round(Math.max(...overview), 1),
            // A page of the office that asks nothing of its own.
            frame_ms: round(median(bare), 1),
            bytes: await ask(page),
          },
        },
      ]
    } finally {
      program.child.kill('SIGTERM')
      await program.ended
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Milliseconds of each of many, after some that are not counted. */
async function timesOf(work: () => Promise<unknown>): Promise<readonly number[]> {
  for (let turn = 0; turn < WARMING; turn += 1) await work()
  const times: number[] = []
  for (let turn = 0; turn < TIMES; turn += 1) times.push((await seconds(work)) * 1000)
  return times
}
