import pg from 'pg'

/** One connection beside all others, by which a database is asked whether it answers. Gives up after so many milliseconds. */
export function openProbe(address: pg.PoolConfig, longestMs: number): pg.Pool {
  const pool = new pg.Pool({
    ...address,
    max: 1,
    connectionTimeoutMillis: longestMs,
    query_timeout: longestMs,
    allowExitOnIdle: true,
  })
  // Who asks is told by the answer; a connection that is lost between two questions is made anew.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}
