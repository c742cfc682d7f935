import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { createContext } from 'react-router'
import type { Config } from '../../platform/config/config.server.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { Db } from '../../platform/db/database.server.ts'
import { type ChannelLimits, createChannelLimits } from './channel/channel-limits.server.ts'
import { type ChannelLog, openChannelLog } from './channel/channel-log.server.ts'
import { readPepper } from './channel/pepper.server.ts'
import { createSealedSessions, type SealedSessions } from './channel/sealed-sessions.server.ts'
import { staffNetworks } from './channel/staff-networks.server.ts'
import { createSuspectQueue, type SuspectQueue } from './channel/suspect-queue.server.ts'
import type { HolderSession } from './receiving/holder-session.server.ts'
import { clearIncoming } from './reporting/incoming-files.server.ts'
import { openDerivation } from './sealing/derivation.server.ts'
import { openShredStore } from './sealing/shred.server.ts'

/** Keys are derived so many at once, 64 MB each, and so many may wait; who comes after is asked to try again. */
const AT_ONCE = 2
const WAITING = 64
/** Of these at most so many come from who has guessed wrongly. */
const SUSPECTS_AT_ONCE = 2
const MEGABYTE = 1024 * 1024

/** What an unlocked vault or an opened thread holds is the business of the part that unlocked it. */
export type ProtectedChannel = Readonly<{
  /** May be of a login of its own. */
  db: Db
  /** Mixed into every code and secret of a form; never in the database. */
  pepper: Uint8Array
  derivation: ReturnType<typeof openDerivation>
  /** Sealed files, `xx/…`, and `incoming/` for those that are still coming in. */
  filesFolder: string
  shred: ReturnType<typeof openShredStore>
  sessions: Readonly<{ reporters: SealedSessions<ReporterSession>; holders: SealedSessions<HolderSession> }>
  limits: ChannelLimits
  /** For who has guessed codes wrongly. */
  suspects: SuspectQueue
  log: ChannelLog
  /** Of all files of one report, in bytes. */
  mostBytes: number
  isStaffNetwork: (network: string) => boolean
}>

/** What the keys of a reporter open, for as long as the session lasts: derived from the receipt, in base64url. */
export type ReporterSession = Readonly<{ agencyId: string; lookup: string; wrap: string; signSeed: string }>

export type ProtectedCtx = Ctx & Readonly<{ channel: ProtectedChannel }>

/** The tools of the channel, for loaders and actions of its own screens. */
export const protectedContext = createContext<ProtectedChannel>()

/** From which network a request to the channel comes: for limits and the warning to staff; kept nowhere. */
export const protectedVisitorContext = createContext<string>()

/** Opens the tools of the channel once; makes its folders and its pepper at the first start. */
export function openProtectedChannel(
  config: Pick<Config, 'dataDir' | 'protectedChannel'>,
  { db, now }: Readonly<{ db: Db; now: () => Date }>,
): ProtectedChannel {
  const folder = path.join(config.dataDir, 'protected')
  const filesFolder = path.join(folder, 'files')
  mkdirSync(path.join(filesFolder, 'incoming'), { recursive: true, mode: 0o700 })
  const { pepper: given, mostMb, staffNetworks: networks } = config.protectedChannel
  const pepper = readPepper(given, folder)
  const log = openChannelLog(path.join(folder, 'log'), now)
  void clearIncoming(filesFolder).catch((error: NodeJS.ErrnoException) =>
    log('incoming-not-cleared', { code: error.code ?? error.name }),
  )
  return {
    db,
    pepper,
    derivation: openDerivation({ pepper, atOnce: AT_ONCE, waiting: WAITING }),
    filesFolder,
    shred: openShredStore(path.join(folder, 'shred')),
    sessions: { reporters: createSealedSessions(now), holders: createSealedSessions(now) },
    limits: createChannelLimits(now),
    suspects: createSuspectQueue(SUSPECTS_AT_ONCE, WAITING),
    log,
    mostBytes: mostMb * MEGABYTE,
    isStaffNetwork: staffNetworks(networks),
  }
}
