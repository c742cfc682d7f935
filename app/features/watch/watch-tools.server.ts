import type { Logger } from 'pino'
import { createContext } from 'react-router'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { RecordMaker } from './keeping/record-maker.server.ts'
import type { WatchResult, WatchTarget } from './watch.domain.ts'

/** What came from an address, on the disk of this machine until `forget` is called. */
export type SeenBytes = Readonly<{
  path: string
  fileName: string
  mediaType: string
  size: number
  sha256: string
}>
export type Looked = Readonly<{
  result: WatchResult
  /** Null where nothing came, or not all of it. */
  bytes: SeenBytes | null
  /** Removes what came. To be called in any case. */
  forget: () => Promise<void>
}>

/** Whom a look may ask. */
export type Leave = Readonly<{
  /** Origins of the agency's own site, exactly: they may stand in a private network. */
  ownOrigins: readonly string[]
  /** Hosts of other sites that may be asked, as `URL.host` has them; null: every public one. */
  hosts: ReadonlySet<string> | null
  /** Whether links that opened a few minutes ago are asked again: somebody waits to see whether theirs is mended. */
  isFresh?: boolean
}>

/** What opens addresses: it holds the pace at which hosts are asked, and the processes that read what came. */
export type WatchTools = Readonly<{
  /** Opens an address as an assessor would. Never rejects for what the other side does: that is a finding. */
  look: (target: WatchTarget, leave: Leave) => Promise<Looked>
  store: FileStore
  /** Sets the dated records of what was seen. */
  records: RecordMaker
  log: Pick<Logger, 'info' | 'warn' | 'error'>
  close: () => void
}>

/** Set by the server for every request. */
export const watchToolsContext = createContext<WatchTools>()
