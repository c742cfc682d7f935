import { redirect } from 'react-router'
import {
  type FoundSession,
  findKept,
  findSession,
  keepSentForm,
  recordBadCookie,
} from './features/people/index.server.ts'
import type { Ctx } from './platform/ctx.server.ts'
import { addressOf, isForStaff, isSealed, languageOf, ownAddress } from './web/addresses.ts'
import type { SignedIn, Visit } from './web/visit.ts'
import { type BroughtCookie, clearCookie, readCookie } from './web/visit-cookies.ts'

export type Visitor = Readonly<{ network: string; userAgent: string; origin: string; nonce: string }>
type Admission =
  | Readonly<{ kind: 'comes-in'; visit: Visit }>
  | Readonly<{ kind: 'is-led-elsewhere'; answer: Response }>

/** Pages of the office that are there for whom a second factor is still missing: where one is set up. */
const SETTING_UP = /^(\/en)?\/office\/account(\/|$)/

/**
 * The one door to pages that are for one person: finds who asks, and lets into the office only who has a session that is
 * whole. What somebody sent after their session had ended is kept for them.
 */
export async function admit(ctx: Ctx, request: Request, visitor: Visitor): Promise<Admission> {
  const url = new URL(request.url)
  const cookies = request.headers.get('cookie')
  const session = readCookie(cookies, 'session', ctx.agency.id)
  const browser = readCookie(cookies, 'browser', ctx.agency.id)
  const found = session.state === 'own' ? await findSession(ctx, session.token) : null
  if (isBad(session, found)) await recordBadCookie(ctx, session.state === 'own' ? 'unknown' : session.state)

  const signedIn = found?.state === 'open' ? found.signedIn : null
  if (isForStaff(url.pathname)) {
    const elsewhere = await wayFor(ctx, { request, url, found, signedIn })
    if (elsewhere !== null) {
      // One that is over stays: what another window sends with it is still kept for its person.
      const headers = isBad(session, found) ? { 'Set-Cookie': clearCookie('session') } : undefined
      return {
        kind: 'is-led-elsewhere',
        answer: redirect(elsewhere, { status: 303, ...(headers && { headers }) }),
      }
    }
  }
  const keptId = url.searchParams.get('kept')
  return {
    kind: 'comes-in',
    visit: {
      ...visitor,
      signedIn,
      tokens: {
        session: session.state === 'own' ? session.token : null,
        browser: browser.state === 'own' ? browser.token : null,
      },
      kept:
        signedIn && keptId !== null
          ? await findKept(ctx, { personId: signedIn.person.id, id: keptId, address: url.pathname })
          : null,
    },
  }
}

/** A cookie that this agency never gave: of another agency, changed, or guessed. One that was given and is over is none. */
const isBad = (
  session: BroughtCookie,
  found: FoundSession,
): session is Exclude<BroughtCookie, { state: 'none' }> =>
  session.state === 'foreign' || session.state === 'tampered' || (session.state === 'own' && found === null)

type Asked = Readonly<{ request: Request; url: URL; found: FoundSession; signedIn: SignedIn | null }>

/** Where somebody must go before they may see a page of the office; null for who may come in. */
async function wayFor(ctx: Ctx, { request, url, found, signedIn }: Asked): Promise<string | null> {
  const lang = languageOf(url.pathname)
  if (signedIn === null) return addressOf.signIn(lang, await wayBack(ctx, { request, url, found }))
  if (signedIn.standing === 'second-factor-asked')
    return addressOf.secondFactor(lang, ownAddress(await wayBack(ctx, { request, url, found })))
  if (signedIn.standing === 'second-factor-missing' && !SETTING_UP.test(url.pathname))
    return addressOf.office(lang, 'account/second-factor')
  return null
}

/**
 * The page that was asked for; with what was sent to it, if that could be kept. Of the protected channel only its first page:
 * the way back is written down on some ways of signing in, and an address there may name a case.
 */
async function wayBack(
  ctx: Ctx,
  { request, url, found }: Pick<Asked, 'request' | 'url' | 'found'>,
): Promise<string> {
  if (isSealed(url.pathname)) {
    const first = addressOf.office(languageOf(url.pathname), 'protected')
    return isReading(request) ? first : `${first}?not-kept=1`
  }
  if (isReading(request)) return url.pathname + url.search
  if (found === null) return url.pathname
  const { pathname: address } = url
  const personId = found.state === 'over' ? found.personId : found.signedIn.person.id
  const id = await keepSentForm(ctx, { personId, address, request })
  return id === null ? `${address}?not-kept=1` : `${address}?kept=${id}`
}

const isReading = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD'
