import { redirect } from 'react-router'
import type { Language } from '../../../i18n/language.ts'
import { addressOf, ownAddress } from '../../../web/addresses.ts'
import { isLoopback } from '../../../web/public-origin.ts'
import type { Visit } from '../../../web/visit.ts'
import { setCookie } from '../../../web/visit-cookies.ts'
import type { OpenedSession } from './open-session.server.ts'

/** From where somebody comes in, as use cases ask for it. */
export const comingFrom = ({ network, tokens, userAgent }: Visit) => ({
  network,
  browser: { token: tokens.browser, userAgent },
})

/** `Set-Cookie` headers of a session that was opened. */
export function sessionHeaders(agencyId: string, opened: OpenedSession): Headers {
  const headers = new Headers()
  headers.append('Set-Cookie', setCookie('session', agencyId, opened.sessionToken))
  headers.append('Set-Cookie', setCookie('browser', agencyId, opened.browserToken))
  return headers
}

/** Leads who came in to the page they asked for, else to the first page of the office. */
export const cameIn = (
  { agencyId, lang, to }: { agencyId: string; lang: Language; to: string | null },
  opened: OpenedSession,
): Response =>
  redirect(ownAddress(to) ?? addressOf.office(lang), {
    status: 303,
    headers: sessionHeaders(agencyId, opened),
  })

/** Whether browsers keep the cookies of a session here: over https, or on this machine. */
export const keepsSessions = ({ origin }: Visit): boolean => {
  const { protocol, hostname } = new URL(origin)
  return protocol === 'https:' || isLoopback(hostname)
}
