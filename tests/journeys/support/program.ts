import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readlinkSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'

const START = path.join(import.meta.dirname, '..', '..', '..', 'scripts', 'start.mjs')

export type Program = Readonly<{
  child: ChildProcess
  /** What it said when it was ready: where it answers, and where the first administrator comes in. */
  ready: Promise<Readonly<{ address: string; firstLink: string | null }>>
  /** Exit status and everything that the program said on standard error. */
  ended: Promise<Readonly<{ status: number | null; said: string }>>
}>

/** `npm start` with its own environment, and with options of Node. */
export function startProgram(
  env: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
): Program {
  const child = spawn(process.execPath, [...nodeOptions, START], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let told = ''
  const ready = new Promise<{ address: string; firstLink: string | null }>((resolve) => {
    child.stdout.on('data', (chunk) => {
      told += chunk
      const address = /ready\s+(http\S+)/.exec(told)?.[1]
      // The link, where there is one, comes with the same breath.
      if (address)
        setImmediate(() => resolve({ address, firstLink: /http\S+\/link\/\S+/.exec(told)?.[0] ?? null }))
    })
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const ended = new Promise<{ status: number | null; said: string }>((resolve) =>
    child.once('close', (status) => resolve({ status, said })),
  )
  return { child, ready, ended }
}

/** Sends bytes as they are, since clients of HTTP correct what they send, and gives the answer's head and body. */
export function sendRaw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    let answer = ''
    socket.setEncoding('utf8')
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
  })
}

/** Files with this in their path that a process has open; Linux tells. */
export function openFiles(pid: number, part: string): readonly string[] {
  const descriptors = `/proc/${pid}/fd`
  return readdirSync(descriptors).flatMap((descriptor) => {
    try {
      const file = readlinkSync(path.join(descriptors, descriptor))
      return file.includes(part) ? [file] : []
    } catch {
      return []
    }
  })
}
