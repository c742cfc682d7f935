import type { RouterContextProvider } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import type { SignedIn } from '../../../web/visit.ts'
import { type ProtectedCtx, protectedContext } from '../channel.server.ts'
import { openVaultsOf, type SessionOwner } from './holder-session.server.ts'
import { findOwnDesk, type OwnDesk } from './own-vaults.server.ts'

/** What the office pages of the channel need of a request. */
export type Desk = Readonly<{
  lang: Language
  ctx: ProtectedCtx
  signedIn: SignedIn
  desk: OwnDesk
  /** For unlocking and locking. */
  session: Readonly<{ cookies: string | null; owner: SessionOwner }>
}>

/** Who asks, and which of their vaults are open: for loaders and actions. */
export async function deskOf(context: Readonly<RouterContextProvider>, request: Request): Promise<Desk> {
  const { ctx: office, signedIn } = await officeOf(context)
  const channel = context.get(protectedContext)
  const ctx = { ...office, channel }
  const session = {
    cookies: request.headers.get('cookie'),
    owner: { agencyId: office.agency.id, personId: signedIn.person.id, signInId: signedIn.sessionId },
  }
  return {
    lang: languageOf(new URL(request.url).pathname),
    ctx,
    signedIn,
    desk: await findOwnDesk(ctx, openVaultsOf(channel.sessions.holders, session)),
    session,
  }
}
