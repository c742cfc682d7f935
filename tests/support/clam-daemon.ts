import { spawn } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { programPath } from '../../scripts/system-programs.ts'

/** What every scanner takes for malware, though it harms nobody; written so that this file is not taken for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

export type ClamDaemon = Readonly<{ port: number; socket: string; stop: () => Promise<void> }>

/**
 * A real clamd that knows one thing, the EICAR test string, and takes files of up to a megabyte. At a port that may be given,
 * so that one can be put where none was.
 */
export async function startClamDaemon(wantedPort?: number): Promise<ClamDaemon> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-clamd-'))
  const port = wantedPort ?? (await freePort())
  const socket = path.join(folder, 'clamd.ctl')
  const database = path.join(folder, 'database')

  mkdirSync(database)
  writeFileSync(path.join(database, 'test.ndb'), `Test.Eicar:0:*:${Buffer.from(EICAR).toString('hex')}\n`)
  const settings = path.join(folder, 'clamd.conf')
  writeFileSync(settings, `DatabaseDirectory ${database}\nTemporaryDirectory ${folder}\nForeground yes\n`)
  appendFileSync(settings, `LocalSocket ${socket}\nTCPAddr 127.0.0.1\nTCPSocket ${port}\n`)
  appendFileSync(settings, 'StreamMaxLength 1M\nMaxThreads 2\n')
  const child = spawn(programPath('malwareScanner'), ['--config-file', settings], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    const hear = (piece: Buffer) => {
      said += piece
      if (/Self checking|SelfCheck|Listening daemon|LOCAL: Unix socket file|TCP: Bound to/i.test(said))
        resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => reject(new Error(`clamd ended: ${said}`)))
  })
  return {
    port,
    socket,
    stop: async () => {
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A port that nobody listens at. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
