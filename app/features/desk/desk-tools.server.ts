import { createHmac } from 'node:crypto'
import path from 'node:path'
import type { Logger } from 'pino'
import { createContext } from 'react-router'
import type { Language } from '../../i18n/language.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { createLimits, type Limits } from '../../platform/limits/limits.server.ts'
import { type ClaimKeyPair, claimKeyPairOf } from '../../platform/secrets/claim-key.server.ts'
import type { Seal } from '../../platform/secrets/seal.server.ts'
import { DESK_TRIES, type DeskTry } from './pace.domain.ts'
import { FOLLOW_UP_DIGITS } from './tickets/reference.domain.ts'

/** What the desk needs beside the database. */
export type DeskTools = Readonly<{
  store: FileStore
  /** Files on their way in, on the disk of this machine. */
  folder: string
  /** The most that one file may have, in bytes. */
  mostBytes: number
  /** Whether a scanner is there: then what it has not seen is not handed out. */
  isScanning: boolean
  /** Tells the scanner that there is something new. */
  stored: () => void
  limits: Limits<DeskTry>
  numbers: Numbers
  claimKeyPairOf: (followUp: string, salt: Uint8Array) => Promise<ClaimKeyPair>
  /** The page at which somebody comes back with reference and number. */
  followUpAddress: (agency: Ctx['agency'], lang: Language) => string
  log: Pick<Logger, 'info' | 'warn' | 'error'>
}>

/** What the server hands to the screens of the desk. */
export const deskContext = createContext<DeskTools>()

/** Everything that is drawn from the program's key, so that a copy of the database opens nothing. */
export type Numbers = Readonly<{
  /** How a form that was sent is known again: by its secret and by what was written in it, in lower-case hex. */
  formHash: (agencyId: string, formSecret: string, words: string) => string
  /** The follow-up number of a form that was sent, always the same. */
  followUpOf: (formHash: string) => string
  /** The `attempt`-th number below `below` drawn for a form. */
  serialOf: (formHash: string, attempt: number, below: number) => number
  followUpHash: (agencyId: string, reference: string, followUp: string) => string
}>

export function createNumbers(seal: Pick<Seal, 'derive'>): Numbers {
  const key = seal.derive('desk numbers')
  const mac = (...parts: readonly string[]) =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest()
  /** Of 128 bits: no number below 10^12 is likelier than another by more than one part in 10^26. */
  const drawn = (bytes: Buffer, below: bigint) => BigInt(`0x${bytes.subarray(0, 16).toString('hex')}`) % below
  return {
    formHash: (agencyId, formSecret, words) => mac('form', agencyId, formSecret, words).toString('hex'),
    followUpOf: (formHash) =>
      String(drawn(mac('follow-up', formHash), 10n ** BigInt(FOLLOW_UP_DIGITS))).padStart(
        FOLLOW_UP_DIGITS,
        '0',
      ),
    serialOf: (formHash, attempt, below) =>
      Number(drawn(mac('serial', formHash, String(attempt)), BigInt(below))),
    followUpHash: (agencyId, reference, followUp) =>
      mac('follow-up hash', agencyId, reference, followUp).toString('hex'),
  }
}

type Given = Omit<DeskTools, 'limits' | 'numbers' | 'folder' | 'claimKeyPairOf'> &
  Readonly<{ pool: Parameters<typeof createLimits>[0]; seal: Pick<Seal, 'derive'>; dataDir: string }>

export const openDesk = ({ pool, seal, dataDir, ...given }: Given): DeskTools => ({
  ...given,
  folder: path.join(dataDir, 'uploads'),
  limits: createLimits(pool, DESK_TRIES),
  numbers: createNumbers(seal),
  claimKeyPairOf,
})
