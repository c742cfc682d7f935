import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import path from 'node:path'
import type { ServerAddress } from './database-server.ts'

/** What a pooler does that leaves startup options out (`ignore_startup_parameters = options` of PgBouncer). */
export async function openPoolerWithoutOptions(server: ServerAddress) {
  const sockets = new Set<Socket>()
  const pooler = createServer((near) => {
    const far = connect(path.join(server.host, `.s.PGSQL.${server.port}`))
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
    }
    near.once('data', (first) => {
      far.write(withoutOptions(first))
      near.pipe(far)
    })
    far.pipe(near)
  })
  await new Promise<void>((resolve) => pooler.listen(0, '127.0.0.1', resolve))
  const { port } = pooler.address() as AddressInfo
  return {
    urlFor: (user: string, database: string) => `postgres://${user}@127.0.0.1:${port}/${database}`,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => pooler.close(resolve))
    },
  }
}

/** The startup message: its length, the version of the protocol, then names and values that end with a zero byte each. */
function withoutOptions(message: Buffer): Buffer {
  const words = message.subarray(8, -2).toString('utf8').split('\0')
  const kept = words.flatMap((name, index) =>
    index % 2 === 0 && name !== 'options' ? [`${name}\0${words[index + 1]}\0`] : [],
  )
  const body = Buffer.from(`${kept.join('')}\0`)
  const head = Buffer.from(message.subarray(0, 8))
  head.writeInt32BE(head.length + body.length)
  return Buffer.concat([head, body])
}
