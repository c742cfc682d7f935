/**
 * A program that opens the database of a directory, for tests that need processes of their own. It does what its standard
 * input says, one command a line, and answers each with one line of JSON.
 */
import { createInterface } from 'node:readline'
import type pg from 'pg'
import { openDatabase } from '../../app/platform/db/database.server.ts'

const started = performance.now()
const answer = (value: unknown) => void process.stdout.write(`${JSON.stringify(value)}\n`)

const dataDir = process.argv[2] ?? ''
try {
  const database = await openDatabase({ databaseUrl: null, databasePool: 3, dataDir }, { log: () => {} })
  let holder: pg.PoolClient | null = null
  answer({ openedMs: Math.round(performance.now() - started) })

  for await (const line of createInterface({ input: process.stdin })) {
    const [command, ...rest] = line.split(' ')
    if (command === 'exit') process.exit(0)
    if (command === 'throw') setTimeout(() => Promise.reject(new Error('uncaught')), 0)
    if (command === 'close') {
      holder?.release()
      await database.close()
      answer({ closed: true })
      process.stdin.destroy()
      break
    }
    // `hold` keeps to one connection, for transactions over several lines.
    if (command === 'hold') holder ??= await database.pool.connect()
    if (command === 'query' || command === 'hold') {
      const query = rest.join(' ')
      const rows = await (command === 'hold' && holder ? holder : database.pool).query(query).then(
        (result) => result.rows,
        (error: Error) => error.message,
      )
      answer({ rows })
    }
  }
} catch (error) {
  answer({ refused: (error as { code?: string }).code ?? String(error) })
}
