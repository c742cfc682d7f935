/** As long as a slow line takes for the largest body that is read away; who is slower is cut off. */
const LONGEST_MS = 30_000
/** What a form of ours ever sends, and a file that somebody chose by mistake. */
const MOST_BYTES = 200 * 1024 * 1024

/**
 * Reads what is still being sent, and keeps nothing of it: a browser reads the answer once it has sent everything, and a
 * connection that is cut off before shows no answer. Ends at the end of the body, or where its sender is gone or asks too
 * much of our patience (`mostBytes`, `longestMs`).
 */
export async function readAway(
  body: ReadableStream<Uint8Array> | null,
  { mostBytes = MOST_BYTES, longestMs = LONGEST_MS } = {},
): Promise<void> {
  if (body === null) return
  const reader = body.getReader()
  const late = setTimeout(() => void reader.cancel().catch(() => {}), longestMs)
  try {
    let read = 0
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      read += part.value.byteLength
      if (read > mostBytes) return void (await reader.cancel())
    }
  } catch {
    // Whoever went away waits for no answer.
  } finally {
    clearTimeout(late)
  }
}
