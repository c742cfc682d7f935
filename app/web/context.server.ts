import { createContext, data, type RouterContextProvider } from 'react-router'
import type { Ctx } from '../platform/ctx.server.ts'
import type { App, ServedAgency } from './app.server.ts'
import type { SignedIn, Visit } from './visit.ts'

/** What the server hands to every loader and action. */
export const appContext = createContext<App>()
export const visitContext = createContext<Visit>()

/** The number by which a request is found in the log; null for what is told to nobody. */
export const requestIdContext = createContext<string | null>(null)

/** The network of whoever asks, for counting tries alone; a public page writes nothing of it down. */
export const networkContext = createContext<string>()

type Context = Readonly<RouterContextProvider>

export const appOf = (context: Context): App => context.get(appContext)
export const visitOf = (context: Context): Visit => context.get(visitContext)

/** The agency of this address. Answers 404 where there is none yet. */
export async function agencyOf(context: Context): Promise<ServedAgency> {
  const agency = await appOf(context).agency()
  if (!agency) throw data(null, 404)
  return agency
}

/** Who works here: the agency, the person, and what use cases need to act in their name. */
export type Office = Readonly<{ agency: ServedAgency; ctx: Ctx; signedIn: SignedIn }>

/**
 * For screens of the office. The server lets nobody without a session come this far; that somebody is here without one is
 * our own fault, and throws.
 */
export async function officeOf(context: Context): Promise<Office> {
  const { signedIn } = visitOf(context)
  if (!signedIn) throw new Error('a screen of the office was reached without a session')
  const agency = await agencyOf(context)
  return { agency, signedIn, ctx: { ...agency.ctx, actor: signedIn.actor } }
}
