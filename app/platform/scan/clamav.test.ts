import { createServer, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ClamDaemon, EICAR, freePort, startClamDaemon } from '../../../tests/support/clam-daemon.ts'
import { createClamav, ScannerAway } from './clamav.server.ts'

let daemon: ClamDaemon
beforeAll(async () => {
  daemon = await startClamDaemon()
})
afterAll(() => daemon.stop())

const bytes = (...pieces: readonly (string | Buffer)[]) =>
  Readable.from(pieces.map((piece) => Buffer.from(piece)))

test.each(['its port', 'its socket'])('what is clean and what is not is told, at %s', async (where) => {
  const scan = createClamav(where === 'its port' ? `127.0.0.1:${daemon.port}` : daemon.socket)
  expect(await scan(bytes('รายงานผล ', '', 'ประจำปี'))).toEqual({ kind: 'clean' })
  expect(await scan(bytes(EICAR.slice(0, 20), EICAR.slice(20)))).toEqual({
    kind: 'infected',
    finding: 'Test.Eicar.UNOFFICIAL',
  })
})

test('a file that is larger than the scanner takes is told as such', async () => {
  const scan = createClamav(`127.0.0.1:${daemon.port}`)
  const piece = Buffer.alloc(256 * 1024, 'a')
  expect(await scan(bytes(...Array.from({ length: 40 }, () => piece)))).toEqual({ kind: 'too-large' })
})

test('a scanner that is not there, or that says nothing of use, is away', async () => {
  await expect(createClamav(`127.0.0.1:${await freePort()}`)(bytes('x'))).rejects.toThrow(ScannerAway)
  await expect(createClamav('/nowhere/clamd.ctl')(bytes('x'))).rejects.toThrow(ScannerAway)
  const scannerThat = async (answers: (socket: Socket) => void) => {
    const server = createServer(answers)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    await expect(createClamav(`127.0.0.1:${port}`)(bytes('x'))).rejects.toThrow(
      /UNKNOWN COMMAND|takes nothing|no answer/,
    )
    server.close()
  }
  await scannerThat((socket) => socket.end('UNKNOWN COMMAND\0'))
  await scannerThat((socket) => socket.destroy())
})
