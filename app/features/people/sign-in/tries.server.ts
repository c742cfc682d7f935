import { type Ctx, recordRefusal } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { isKnownBrowser } from './session.repo.server.ts'
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
    ? [{ name: 'network-password', key: `${agency.id} ${from.network}` }, ofAccount]
    : [ofAccount]
}

/**
 * Seconds to wait before another try may be made; zero when this one may. What is refused by one count takes nothing from
 * those after it: a network that has used up its tries uses up no account's.
 */
export async function takeTries(tools: SignInTools, tries: readonly Counted[]): Promise<number> {
  for (const { name, key } of tries) {
    const wait = await tools.limits.take(name, key)
    if (wait > 0) return wait
  }
  return 0
}

/**
 * From where a person tries who is signed in so far. A browser counts as known only when they came in whole with it before:
 * whoever has their password and no second factor can bring any token, and would have tries of their own with each.
 */
export const triedFrom = (
  { db, agency }: Ctx,
  { personId, network, token }: { personId: string; network: string; token: string | null },
): Promise<TriedFrom> =>
  withAgency(db, agency.id, async (tx) => {
    const isKnown = await isKnownBrowser(tx, { agencyId: agency.id, personId, token })
    return { network, knownBrowser: isKnown ? token : null }
  })

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
