import { DetailedError, type PreviousUpload, Upload } from 'tus-js-client'

const CHUNK = 16 * 1024 * 1024
const RETRY_MS = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000]
const LARGEST_TO_HASH = 50 * 1024 * 1024

/** What becomes of a file on its way. `reason` is the server's, in words; null where it gave none. */
export type SendingEvents = Readonly<{
  progress: (sent: number) => void
  resumed: () => void
  done: (evidenceId: string) => void
  /** The connection broke, and came back in none of several tries; what was sent is kept. */
  broken: () => void
  /** Nobody is signed in any more; what was sent is kept. */
  signedOut: () => void
  refused: (reason: string | null) => void
}>

/** One file on its way. */
export type Sending = Readonly<{ start: () => void; pause: () => void; cancel: () => void }>

type Told = Readonly<{ endpoint: string; lang: string; fields: Readonly<Record<string, string>> }>

/**
 * Sends a file in pieces. The same file, chosen again on this machine with the same fields, goes on where it stopped: after
 * a broken connection, on another day, after the browser was closed.
 */
export function sendFile(file: File, { endpoint, lang, fields }: Told, events: SendingEvents): Sending {
  const metadata = { ...fields, filename: file.name, filetype: file.type }
  const upload = new Upload(file, {
    endpoint,
    metadata,
    chunkSize: CHUNK,
    retryDelays: RETRY_MS,
    removeFingerprintOnSuccess: true,
    onProgress: (sent) => events.progress(sent),
    onShouldRetry: (error) => !isAnswer(error),
    onSuccess: ({ lastResponse }) => events.done(lastResponse.getHeader('X-Evidence-Id') ?? ''),
    onError: (error) => {
      const status = statusOf(error)
      if (status === 401) events.signedOut()
      else if (status === null || status >= 500 || status === 423) events.broken()
      else {
        void forget(upload)
        events.refused(reasonOf(error, lang))
      }
    },
  })
  let isAsked = false
  return {
    start: () => {
      if (isAsked) return upload.start()
      isAsked = true
      void upload.findPreviousUploads().then((earlier) => {
        const last = earlier.filter((one) => isSame(one, metadata)).at(-1)
        if (last) {
          upload.resumeFromPreviousUpload(last)
          events.resumed()
        }
        upload.start()
      })
    },
    pause: () => void upload.abort(),
    cancel: () => {
      // What cannot be told to the server now, it throws away by itself after some days.
      upload.abort(true).catch(() => {})
    },
  }
}

/** The SHA-256 of a file; null where the browser cannot tell, or it is too large to be read whole. */
export async function hashOf(file: File): Promise<string | null> {
  if (file.size > LARGEST_TO_HASH || !globalThis.crypto?.subtle) return null
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return null
  const hash = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What was refused is not gone on with when the file is chosen again. */
async function forget(upload: Upload): Promise<void> {
  for (const { urlStorageKey } of await upload.findPreviousUploads())
    await upload.options.urlStorage?.removeUpload(urlStorageKey)
}

const isSame = (earlier: PreviousUpload, metadata: Readonly<Record<string, string>>): boolean => {
  const names = new Set([...Object.keys(earlier.metadata), ...Object.keys(metadata)])
  return [...names].every((name) => (earlier.metadata[name] ?? '') === (metadata[name] ?? ''))
}

const statusOf = (error: Error): number | null =>
  error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? null) : null

/** An answer that says no; the others are worth another try. */
const isAnswer = (error: Error): boolean => {
  const status = statusOf(error)
  return status !== null && status >= 400 && status < 500 && status !== 409 && status !== 423
}

function reasonOf(error: Error, lang: string): string | null {
  try {
    const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined
    const { message } = JSON.parse(body ?? '{}') as { message?: Record<string, string> }
    return message?.[lang] ?? null
  } catch {
    return null
  }
}
