import { setTimeout as sleep } from 'node:timers/promises'
import { err, ok, type Result } from '../../../kernel/result.ts'
import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import type { ProtectedCtx, ReporterSession } from '../channel.server.ts'
import type { ReceiptKeys } from '../sealing/derivation.server.ts'
import { readReceipt } from '../sealing/receipt.domain.ts'
import type { ReporterVisit } from './reporter-visit.server.ts'
import { opensCase } from './thread.queries.server.ts'

export type OpenRefusal =
  | Readonly<{ code: 'characters' | 'check-digit' | 'unknown' | 'busy' | 'away' }>
  | Readonly<{ code: 'length'; count: number }>
  | Readonly<{ code: 'wait'; minutes: number }>

/**
 * Opens a case by its digits and gives the identifier of the session. Digits that cannot be right are told before anything is
 * derived; for all others one derivation is made, and it is not told whether there is such a case but by opening it.
 */
export async function openReport(
  { channel, network, ctx }: ReporterVisit,
  typed: string,
): Promise<Result<Readonly<{ session: string }>, OpenRefusal>> {
  const read = readReceipt(typed)
  if (!read.ok) return err(typedFault(read.error.code, typed))
  const admission = channel.limits.take('code', network)
  if ('refused' in admission) return err({ code: 'wait', minutes: admission.refused })
  if (admission.delayMs > 0) await sleep(admission.delayMs)
  if (ctx === null) {
    channel.limits.giveBack('code', network)
    return err({ code: 'away' })
  }
  const derive = () => channel.derivation.deriveReceipt(read.value)
  const keys = await (admission.points > 1 ? channel.suspects.run(derive) : derive())
  if (keys === null || !keys.ok) {
    channel.limits.giveBack('code', network)
    return err({ code: 'busy' })
  }
  try {
    if (!(await opensCase(ctx, keys.value))) return err({ code: 'unknown' })
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException
    channel.log('return-failed', { code: code ?? name })
    channel.limits.giveBack('code', network)
    return err({ code: 'away' })
  }
  channel.limits.giveBack('code', network)
  return ok({ session: beginSession(ctx, keys.value) })
}

function typedFault(
  code: 'receipt.length' | 'receipt.characters' | 'receipt.check-digit',
  typed: string,
): OpenRefusal {
  if (code === 'receipt.length')
    return { code: 'length', count: toArabicDigits(typed.normalize('NFKC')).replace(/\D/g, '').length }
  return { code: code === 'receipt.characters' ? 'characters' : 'check-digit' }
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** Opens a session of who has these keys; gives its identifier. */
export function beginSession({ agency, channel }: ProtectedCtx, keys: ReceiptKeys): string {
  const session = sessionOf(agency.id, keys)
  return channel.sessions.reporters.begin(session, `${session.agencyId} ${session.lookup}`)
}

const sessionOf = (agencyId: string, { lookup, wrap, signSeed }: ReceiptKeys): ReporterSession => ({
  agencyId,
  lookup: text(lookup),
  wrap: text(wrap),
  signSeed: text(signSeed),
})

/** The keys of a session of this very agency; null otherwise. */
export function keysOf(session: ReporterSession | null, agencyId: string): ReceiptKeys | null {
  if (session === null || session.agencyId !== agencyId) return null
  const bytes = (written: string) => Buffer.from(written, 'base64url')
  return { lookup: bytes(session.lookup), wrap: bytes(session.wrap), signSeed: bytes(session.signSeed) }
}
