import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction, recordRefusal } from '../../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../../platform/db/tenant.server.ts'
import { isToken } from '../../../../platform/secrets/token.server.ts'
import { type Account, findAccount, savePassword } from '../credential.repo.server.ts'
import { foldEmail, type LinkPurpose } from '../link.domain.ts'
import { findOpenLink, type OpenLink, takeLink, voidLinks } from '../link.repo.server.ts'
import { actorOf, type OpenedSession, openSessionFor } from '../open-session.server.ts'
import { faultOfPassword } from '../password.domain.ts'
import { holdAgency, holdPerson, isEmailTaken, savePersonFacts } from '../person.repo.server.ts'
import { endSessions } from '../session.repo.server.ts'
import type { SignInError } from '../sign-in.errors.ts'
import type { SignInTools } from '../sign-in-tools.server.ts'

export type ComeInByLink = Readonly<{
  token: string
  /** Null: come in without a password, to add another way to sign in. */
  password: string | null
  /** What somebody who has no address yet says of themselves; passed over for everybody else. */
  facts: Readonly<{ name: string; email: string }> | null
  lang: 'th' | 'en'
  network: string
  browser: Readonly<{ token: string | null; userAgent: string }>
}>

/**
 * Comes in by a one-time link: an invitation or a reset sets a password (or leaves the person to add a passkey), a sign-in
 * link of the machine's keeper opens a whole session. A reset ends every other session. A link is used up only when all
 * went well: a password that is too short costs nobody their link.
 */
export async function comeInByLink(
  ctx: Ctx,
  tools: SignInTools,
  input: ComeInByLink,
): Promise<Result<OpenedSession, SignInError>> {
  const wait = await tools.limits.take('network-link', `${ctx.agency.id} ${input.network}`)
  if (wait > 0) return err({ code: 'sign-in.too-many', wait })
  const meant = isToken(input.token) ? await openLink(ctx, input.token) : null
  if (!meant) {
    await recordRefusal(ctx, {
      action: 'link.refused',
      object: { kind: 'link', id: 'unknown' },
      detail: { reason: 'used-expired-or-unknown' },
    })
    return err({ code: 'link.useless' })
  }
  const known = { ...input, facts: factsFor(meant, input) }
  const fault = meant.link.purpose === 'sign-in' ? null : faultIn(known, meant.account, ctx)
  if (fault) return err(fault)
  // Hashing takes its time and its memory: before the transaction, never inside.
  const hash =
    input.password === null || meant.link.purpose === 'sign-in'
      ? null
      : await tools.hashPassword(input.password)
  return inTransaction<OpenedSession, SignInError>(ctx, async (tx) => {
    const { id: agencyId } = ctx.agency
    // Of two that give the same address at once the second sees the first; of a password that is compared right now and the
    // new one, one is judged after the other.
    if (known.facts !== null) await holdAgency(tx, agencyId)
    await holdPerson(tx, { agencyId, personId: meant.account.personId })
    return comeIn(tx, ctx, known, hash)
  })
}

type Meant = Readonly<{ link: OpenLink; account: Account }>

/** Who is known by address says nothing new of themselves by a link: it would be a way to take another one. */
function factsFor({ link, account }: Meant, { facts }: ComeInByLink): ComeInByLink['facts'] {
  if (facts === null || account.email !== null || link.purpose === 'sign-in') return null
  return { ...facts, name: facts.name.replace(/\p{Cc}+/gu, ' ').trim() }
}

const openLink = (ctx: Ctx, token: string): Promise<Meant | null> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const link = await findOpenLink(tx, { agencyId: ctx.agency.id, token, now: ctx.now() })
    const account = link && (await findAccount(tx, { agencyId: ctx.agency.id, personId: link.personId }))
    return link && account ? { link, account } : null
  })

function faultIn({ password, facts }: ComeInByLink, account: Account, { agency }: Ctx): SignInError | null {
  if (facts !== null && facts.name === '') return { code: 'person.no-name' }
  const email = facts === null ? account.email : foldEmail(facts.email)
  if (email === null) return { code: 'person.bad-email' }
  if (password === null) return null
  const fault = faultOfPassword(password, [facts?.name ?? account.name, email ?? '', agency.code])
  return fault === null ? null : { code: fault }
}

async function comeIn(
  tx: Tx,
  ctx: Ctx,
  input: ComeInByLink,
  hash: string | null,
): Promise<Result<OpenedSession, SignInError>> {
  const { id: agencyId } = ctx.agency
  const now = ctx.now()
  const link = await takeLink(tx, { agencyId, token: input.token, now })
  if (!link) return err({ code: 'link.useless' })
  const whose = { agencyId, personId: link.personId }
  if (input.facts !== null) {
    const email = foldEmail(input.facts.email) as string
    if (await isEmailTaken(tx, { agencyId, email, exceptPersonId: link.personId }))
      return err({ code: 'person.email-taken' })
    await savePersonFacts(tx, { ...whose, name: input.facts.name, email, lang: input.lang })
  }
  const account = await findAccount(tx, whose)
  if (!account) return err({ code: 'link.useless' })
  if (hash !== null) await savePassword(tx, whose, hash, now)
  if (hash !== null) {
    // Whoever held the old password, or another link, is out.
    await endSessions(tx, { ...whose, except: null, now })
    await voidLinks(tx, { ...whose, purposes: ['invitation', 'password-reset', 'sign-in'], now })
  }
  const actor = actorOf(account)
  const object = { kind: 'person', id: link.personId }
  await writeAudit(tx, { agencyId, actor, action: 'link.used', object, detail: { purpose: link.purpose } })
  if (hash !== null) await writeAudit(tx, { agencyId, actor, action: 'password.set', object, detail: {} })
  return ok(
    await openSessionFor(tx, ctx, {
      account,
      method: 'link',
      hasSecondFactor: countsAsWhole(link.purpose),
      browser: input.browser,
    }),
  )
}

/** Only the keeper of the machine makes sign-in links: who holds the machine holds more than any second factor guards. */
const countsAsWhole = (purpose: LinkPurpose): boolean => purpose === 'sign-in'
