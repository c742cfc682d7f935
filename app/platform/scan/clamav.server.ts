import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'

/** What the scanner said. `finding` is its name for what it found; it takes nothing that is larger than it was told to. */
export type ScanAnswer =
  | Readonly<{ kind: 'clean' }>
  | Readonly<{ kind: 'infected'; finding: string }>
  | Readonly<{ kind: 'too-large' }>

/** Looks through the bytes of a file. Rejects when no verdict could be had, with ScannerAway when nobody is there. */
export type Scan = (bytes: Readable) => Promise<ScanAnswer>

/** The scanner is not there, or hung up. */
export class ScannerAway extends Error {}

/** A scanner that says nothing for so long is away; it looks into archives only after the last byte. */
const LONGEST_SILENCE_MS = 5 * 60_000
const LONGEST_ANSWER = 4_096

/** A client of ClamAV's clamd at a socket's path or at host:port. The file goes to it in pieces (INSTREAM). */
export function createClamav(address: string): Scan {
  return async (bytes) => {
    const socket = talkTo(address)
    const answer = answerOf(socket)
    // Awaited below; a scanner that is away must not end the program meanwhile.
    answer.whole.catch(() => {})
    let sent = 0
    try {
      await write(socket, Buffer.from('zINSTREAM\0'))
      for await (const piece of bytes as AsyncIterable<Buffer>) {
        if (answer.hasCome()) break
        if (piece.length > 0) await write(socket, Buffer.concat([lengthOf(piece), piece]))
        sent += piece.length
      }
      if (!answer.hasCome()) await write(socket, Buffer.alloc(4))
      return verdict(await answer.whole)
    } catch (error) {
      if (!(error instanceof ScannerAway) || sent === 0 || !(await isThere(address))) throw error
      // What it says when a file is too large is lost where it hangs up while we send: then only that it did is known.
      return { kind: 'too-large' }
    } finally {
      bytes.destroy()
      socket.destroy()
    }
  }
}

async function isThere(address: string): Promise<boolean> {
  const socket = talkTo(address)
  try {
    const { whole } = answerOf(socket)
    whole.catch(() => {})
    await write(socket, Buffer.from('zPING\0'))
    return (await whole).startsWith('PONG')
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

function talkTo(address: string): Socket {
  const socket = connectTo(address)
  socket.setTimeout(LONGEST_SILENCE_MS, () => socket.destroy(new Error('no answer')))
  return socket
}

function connectTo(address: string): Socket {
  if (address.startsWith('/')) return connect(address)
  const { hostname, port } = new URL(`tcp://${address}`)
  return connect(Number(port), hostname.replace(/^\[|\]$/g, ''))
}

function lengthOf(piece: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(piece.length)
  return length
}

/** Sends, waits until it is sent, and lets come in what was said meanwhile. */
async function write(socket: Socket, bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const away = (error?: Error) => reject(new ScannerAway('the scanner takes nothing', { cause: error }))
    if (socket.destroyed) return away()
    socket.once('close', away)
    socket.write(bytes, (error) => {
      socket.off('close', away)
      if (error) away(error)
      else resolve()
    })
  })
  await new Promise((resolve) => setImmediate(resolve))
}

type Answer = Readonly<{ hasCome: () => boolean; whole: Promise<string> }>

/** What it says until it closes, or until its answer is whole; rejects where that is nothing. */
function answerOf(socket: Socket): Answer {
  let said = ''
  const whole = new Promise<string>((resolve, reject) => {
    const end = (error?: Error) =>
      said === '' ? reject(new ScannerAway('the scanner gave no answer', { cause: error })) : resolve(said)
    socket.setEncoding('utf8')
    socket.on('data', (piece: string) => {
      said = (said + piece).slice(0, LONGEST_ANSWER)
      if (said.includes('\0')) end()
    })
    socket.once('error', end)
    socket.once('close', () => end())
  })
  return { hasCome: () => said !== '', whole }
}

function verdict(said: string): ScanAnswer {
  const answer = said.split('\0', 1)[0]?.trim() ?? ''
  if (answer === 'stream: OK') return { kind: 'clean' }
  const [, finding] = /^stream: (.+) FOUND$/s.exec(answer) ?? []
  if (finding !== undefined) return { kind: 'infected', finding }
  if (/size limit exceeded/i.test(answer)) return { kind: 'too-large' }
  throw new Error(`the scanner gave no verdict: ${answer.slice(0, 100)}`)
}
