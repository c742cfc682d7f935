import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import path from 'node:path'

/** A road to a PostgreSQL that can be cut and blocked, as a network does: for tests of a database that is away. */
export type DatabaseRoad = Readonly<{
  address: Readonly<{ host: string; port: number; user: string; database: string }>
  url: string
  /** From now on nothing passes, neither on roads that are open nor on new ones. */
  block: () => void
  /** Lets everything pass, what has waited first. */
  open: () => void
  /** Breaks every connection. */
  cut: () => void
  /** How many connections were begun while the road was blocked and wait. */
  waiting: () => number
  close: () => Promise<void>
}>

type Server = Readonly<{ host: string; port: number; user: string; database: string }>

export async function openDatabaseRoad(server: Server): Promise<DatabaseRoad> {
  const pairs = new Set<Readonly<{ near: Socket; far: Socket }>>()
  const blockedWhileOpened = new Set<Socket>()
  let isBlocked = false
  const road = createServer({ pauseOnConnect: true }, (near) => {
    const far = connect(path.join(server.host, `.s.PGSQL.${server.port}`))
    const pair = { near, far }
    pairs.add(pair)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => {})
      one.on('data', (chunk) => other.write(chunk))
      one.on('close', () => {
        other.destroy()
        pairs.delete(pair)
        blockedWhileOpened.delete(near)
      })
    }
    if (!isBlocked) near.resume()
    else {
      far.pause()
      near.pause()
      blockedWhileOpened.add(near)
    }
  })
  await new Promise<void>((resolve) => road.listen(0, '127.0.0.1', resolve))
  const { port } = road.address() as AddressInfo
  const each = (act: (socket: Socket) => void) => {
    for (const { near, far } of [...pairs]) for (const socket of [near, far]) act(socket)
  }
  return {
    address: { host: '127.0.0.1', port, user: server.user, database: server.database },
    url: `postgres://${server.user}@127.0.0.1:${port}/${server.database}`,
    block: () => {
      isBlocked = true
      each((socket) => socket.pause())
    },
    open: () => {
      isBlocked = false
      blockedWhileOpened.clear()
      each((socket) => socket.resume())
    },
    cut: () => each((socket) => socket.destroy()),
    waiting: () => blockedWhileOpened.size,
    close: async () => {
      each((socket) => socket.destroy())
      await new Promise((resolve) => road.close(resolve))
    },
  }
}
