import type { Readable } from 'node:stream'
import { createContext } from 'react-router'
import type { Result } from '../../kernel/result.ts'
import type { IsoDay } from '../../kernel/thai-date.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { ClaimKeyPair } from '../../platform/secrets/claim-key.server.ts'

/** A file on its way into the protected channel; opened once, when it is its turn. */
export type MovedFile = Readonly<{
  fileName: string
  mediaType: string
  /** Bytes. */
  size: number
  open: () => Promise<Readable>
}>

/** What came to the desk and belongs elsewhere. */
export type MovedTicket = Readonly<{
  ticketId: string
  /** X25519: who holds the follow-up number opens the way in by it. */
  claimPublicKey: Uint8Array
  /** Everything that the person wrote, with name and contact where they were given, as plain text. */
  text: string
  files: readonly MovedFile[]
  receivedDay: IsoDay
}>

/** The way from the desk into the protected channel, as the program hands it in: the desk knows nothing of what lies behind. */
export type WrongDoor = Readonly<{
  /** Seals what was moved; asked again for the same ticket it does nothing more and answers the same. */
  transfer: (ctx: Ctx, moved: MovedTicket) => Promise<Result<void, Readonly<{ code: string }>>>
  /** Gives who came back to the desk the receipt by which the channel is entered. */
  claim: (
    ctx: Ctx,
    claim: Readonly<{ ticketId: string; claimKeyPair: ClaimKeyPair }>,
  ) => Promise<Result<Readonly<{ receipt: string }>, Readonly<{ code: string }>>>
}>

export const wrongDoorContext = createContext<WrongDoor>()
