/**
 * SQLSTATE of what a server says that goes, comes, has no room or no time: connection faults (08), operator's intervention (57,
 * of which a cancelled statement is one), lacking resources such as disk and connections (53), faults of its disk (58), and
 * a transaction or a replica that it gave up (25).
 */
const NOT_NOW = /^(08...|57...|53...|58...|25P03|25006)$/
/** What the system says of a way that is broken or not there. */
const NO_WAY = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/
/** pg gives these no code. */
const SAID_BY_CLIENT =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed)/

/**
 * Whether a query failed since the database is not there now: nobody knows whether its transaction was kept, and the same may
 * work in a moment. False for every fault of the query itself.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined) return SAID_BY_CLIENT.test(error.message)
  // The socket of a server that does not run is a file that is not there.
  return NOT_NOW.test(code) || NO_WAY.test(code) || (code === 'ENOENT' && syscall === 'connect')
}
