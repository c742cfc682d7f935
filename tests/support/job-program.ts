import { openLogin } from '../../app/platform/db/database.server.ts'
import { createJobs } from '../../app/platform/jobs/create-jobs.server.ts'
import { enterCopy } from '../../app/platform/jobs/program-copy.server.ts'

/**
 * A copy of the program that does nothing but one job, for tests that kill it: its address of the database, its identifier
 * and the lease in milliseconds are its arguments. Says 'begun' when it has the job, and 'ended' when it left.
 */
const [url = '', copyId = '', leaseMs = ''] = process.argv.slice(2)
const say = (word: string) => void process.stdout.write(`${word}\n`)
const { db, close } = openLogin(url, { max: 3, log: () => {} })
const given = { db, copyId, now: () => new Date(), log: { info: () => {}, warn: () => {}, error: () => {} } }
const copy = await enterCopy(given, { version: '0.0.1', schemaNumber: 19 })
const jobs = createJobs(given)
jobs.add({
  name: 'watch',
  everyMs: 50,
  leaseMs: Number(leaseMs),
  work: async (isStopped) => {
    say('begun')
    while (!isStopped()) await new Promise((resolve) => setTimeout(resolve, 20))
  },
})
jobs.start()
const stay = setInterval(() => {}, 1_000)
process.once('SIGTERM', async () => {
  clearInterval(stay)
  await jobs.stop()
  await copy.leave()
  await close()
  say('ended')
})
