import { createHash } from 'node:crypto'
import type { ProtectedCtx } from '../channel.server.ts'
import type { ReceiptKeys } from '../sealing/derivation.server.ts'
import { randomKey, signBytes } from '../sealing/keys.server.ts'
import { findThread } from './thread.queries.server.ts'

/**
 * That a report was received on a day. `commitment` is SHA-256 of `salt` and of what was reported (JSON of `text` and
 * `fields`), so that it can be shown later to be about those words, and says nothing of them by itself. Bytes in base64.
 */
export type ReportProof = Readonly<{
  version: 1
  agency: string
  receivedDay: string
  salt: string
  commitment: string
  publicKey: string
  /** Ed25519 over `prongsai proof v1|agency|receivedDay|commitment`. */
  signature: string
}>

/** Null where these keys open nothing. */
export async function makeProof(ctx: ProtectedCtx, keys: ReceiptKeys): Promise<ReportProof | null> {
  const thread = await findThread(ctx, keys)
  const first = thread?.items[0]
  if (!thread || first?.text == null) return null
  const salt = randomKey()
  const said = JSON.stringify({ text: first.text, fields: Object.fromEntries(first.fields) })
  const commitment = createHash('sha256').update(salt).update(said).digest('base64')
  const { channelKey } = ctx.channel.derivation
  const signed = `prongsai proof v1|${ctx.agency.code}|${thread.receivedDay}|${commitment}`
  return {
    version: 1,
    agency: ctx.agency.code,
    receivedDay: thread.receivedDay,
    salt: Buffer.from(salt).toString('base64'),
    commitment,
    publicKey: Buffer.from(channelKey.publicKey).toString('base64'),
    signature: Buffer.from(signBytes(channelKey, Buffer.from(signed))).toString('base64'),
  }
}
