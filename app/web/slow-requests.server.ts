import type { IncomingMessage } from 'node:http'

/** How long a request may take to come in that is not a file; as Node has it by itself. */
const LONGEST_MS = 5 * 60_000
/** A file may take hours, but something of it must come. */
const LONGEST_SILENCE_MS = 60_000

/**
 * Ends a request that comes in too slowly: forms after five minutes, files (`isFile`) when nothing of them came for a minute.
 * Node knows one limit for all, which would cut off every large file on a slow line; so its own is off.
 */
export function endSlowRequest(request: IncomingMessage, isFile: boolean): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  let seen = -1
  const look = () => {
    if (request.complete) return stop()
    if (isFile && request.socket.bytesRead !== seen) {
      seen = request.socket.bytesRead
      return
    }
    request.destroy()
  }
  const timer = setInterval(look, isFile ? LONGEST_SILENCE_MS : LONGEST_MS)
  timer.unref()
  const stop = () => clearInterval(timer)
  request.once('close', stop)
}
