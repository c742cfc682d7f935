import { type Ctx, recordRefusal } from '../../../platform/ctx.server.ts'
import type { SignInTools, TryName } from './sign-in-tools.server.ts'

/** From where somebody tries. */
export type TriedFrom = Readonly<{
  network: string
  /** The browser's token where the person signed in with it before; null for a stranger to them. */
  knownBrowser: string | null
}>

type Counted = Readonly<{ name: TryName; key: string }>
type What = 'password' | 'second-factor'

/**
 * Counts a try against an account. Whoever sits at a browser in which the person signed in before has tries of their own:
 * strangers use up theirs without locking the person out.
 */
export function triesAt(
  { agency }: Ctx,
  { what, account, from }: { what: What; account: string; from: TriedFrom },
): readonly Counted[] {
  if (from.knownBrowser !== null)
    return [{ name: `browser-${what}`, key: `${agency.id} ${account} ${from.knownBrowser}` }]
  const ofAccount: Counted = { name: `account-${what}`, key: `${agency.id} ${account}` }
  return what === 'password'
    ? [ofAccount, { name: 'network-password', key: `${agency.id} ${from.network}` }]
    : [ofAccount]
}

/** Seconds to wait before another try may be made; zero when this one may. */
export async function takeTries(tools: SignInTools, tries: readonly Counted[]): Promise<number> {
  let wait = 0
  for (const { name, key } of tries) wait = Math.max(wait, await tools.limits.take(name, key))
  return wait
}

export async function giveTriesBack(tools: SignInTools, tries: readonly Counted[]): Promise<void> {
  for (const { name, key } of tries) await tools.limits.giveBack(name, key)
}

/** Keeps in the audit log that somebody was not let in. `personId` only where the account is known to be meant. */
export const recordRefusedSignIn = (
  ctx: Ctx,
  { personId, method, reason }: { personId: string | null; method: string; reason: string },
): Promise<void> =>
  recordRefusal(ctx, {
    action: 'sign-in.refused',
    object: { kind: 'person', id: personId ?? 'unknown' },
    detail: { method, reason },
  })
