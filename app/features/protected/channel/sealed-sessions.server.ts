import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'

const MINUTE_MS = 60_000
/** Unlocked keys are forgotten after so long without a request, and at the latest after so long. */
const IDLE_MS = 15 * MINUTE_MS
const MOST_MS = 60 * MINUTE_MS
const MOST_SESSIONS = 5_000
/** What one code or one person opens again and again takes the place of their own earlier ones, and of nobody else's. */
const MOST_OF_ONE = 8
const NONCE_BYTES = 12
const TAG_BYTES = 16

type Kept = { nonce: Buffer; sealed: Buffer; begun: number; used: number; owner: string }

/**
 * What was unlocked, in memory alone: each entry is encrypted under the identifier that the browser holds and found by its
 * hash, so that a look into this memory opens nothing. The content is JSON.
 */
export type SealedSessions<T> = Readonly<{
  /** Gives the identifier for the cookie: 43 characters. `owner`: whose it is, kept under a hash that nobody else can make. */
  begin: (content: T, owner: string) => string
  /** Null where there is none, or no more; counts as use. */
  find: (id: string | null) => T | null
  /** Puts other content in its place; nothing where it has ended. */
  change: (id: string, content: T) => void
  end: (id: string) => void
  /** All of one owner, in every browser. */
  endAllOf: (owner: string) => void
}>

export function createSealedSessions<T>(now: () => Date): SealedSessions<T> {
  const kept = new Map<string, Kept>()
  const secret = randomBytes(32)
  const isOver = ({ begun, used }: Kept) => {
    const at = now().getTime()
    return at - used > IDLE_MS || at - begun > MOST_MS
  }
  const forget = (index: string) => {
    const entry = kept.get(index)
    entry?.sealed.fill(0)
    kept.delete(index)
  }
  const makeRoom = () => {
    for (const [index, entry] of kept) if (isOver(entry) || kept.size >= MOST_SESSIONS) forget(index)
  }
  const hashOf = (owner: string) => createHmac('sha256', secret).update(owner).digest('base64url')
  /** The oldest first. */
  const indexesOf = (whose: string) =>
    [...kept].flatMap(([index, { owner }]) => (owner === whose ? [index] : []))
  const sweep = setInterval(() => {
    for (const [index, entry] of kept) if (isOver(entry)) forget(index)
  }, MINUTE_MS)
  sweep.unref()
  return {
    begin: (content, owner) => {
      const whose = hashOf(owner)
      const own = indexesOf(whose)
      for (const index of own.slice(0, Math.max(0, own.length - MOST_OF_ONE + 1))) forget(index)
      if (kept.size >= MOST_SESSIONS) makeRoom()
      const id = randomBytes(32)
      const at = now().getTime()
      kept.set(indexOf(id), { ...seal(id, content), begun: at, used: at, owner: whose })
      return id.toString('base64url')
    },
    find: (written) => {
      const id = readId(written)
      const entry = id && kept.get(indexOf(id))
      if (!id || !entry) return null
      if (isOver(entry)) {
        forget(indexOf(id))
        return null
      }
      entry.used = now().getTime()
      return open<T>(id, entry)
    },
    change: (written, content) => {
      const id = readId(written)
      const entry = id && kept.get(indexOf(id))
      if (id && entry && !isOver(entry)) kept.set(indexOf(id), { ...entry, ...seal(id, content) })
    },
    end: (written) => {
      const id = readId(written)
      if (id) forget(indexOf(id))
    },
    endAllOf: (owner) => {
      for (const index of indexesOf(hashOf(owner))) forget(index)
    },
  }
}

const readId = (written: string | null): Buffer | null =>
  written !== null && /^[A-Za-z0-9_-]{43}$/.test(written) ? Buffer.from(written, 'base64url') : null

const indexOf = (id: Buffer): string => createHash('sha256').update(id).digest('base64url')

function seal<T>(id: Buffer, content: T): Pick<Kept, 'nonce' | 'sealed'> {
  const plain = Buffer.from(JSON.stringify(content))
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', id, nonce)
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  plain.fill(0)
  return { nonce, sealed }
}

function open<T>(id: Buffer, { nonce, sealed }: Kept): T {
  const decipher = createDecipheriv('aes-256-gcm', id, nonce).setAuthTag(sealed.subarray(-TAG_BYTES))
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()])
  const content = JSON.parse(plain.toString()) as T
  plain.fill(0)
  return content
}
