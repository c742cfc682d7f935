import { Secret, TOTP } from 'otpauth'
import { expect } from 'vitest'
import {
  confirmSecret,
  savePassword,
  saveRecoveryCodes,
  saveTotp,
} from '../../app/features/people/sign-in/credential.repo.server.ts'
import type { LinkPurpose } from '../../app/features/people/sign-in/link.domain.ts'
import { issueLink } from '../../app/features/people/sign-in/link.repo.server.ts'
import type { OwnSession } from '../../app/features/people/sign-in/own-session.domain.ts'
import { newTotpSecret } from '../../app/features/people/sign-in/totp.server.ts'
import { signInWithPassword } from '../../app/features/people/sign-in/usecases/sign-in-with-password.server.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import { withAgency } from '../../app/platform/db/tenant.server.ts'
import { BROWSER, NETWORK, type SignInDesk } from './sign-in-desk.ts'

export const PASSWORD = 'แมวดำนอนบนหลังคา'

/** What a use case answered: the code of its refusal, or `ok`. */
export const codeOf = (result: { ok: boolean; error?: { code: string } }): string =>
  result.error?.code ?? 'ok'

/** What a use case gave; throws the code of its refusal. */
export const expectOk = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

export async function givePassword(desk: SignInDesk, personId: string, password = PASSWORD, ctx = desk.ctx) {
  const hash = await desk.tools.hashPassword(password)
  await withAgency(ctx.db, ctx.agency.id, (tx) =>
    savePassword(tx, { agencyId: ctx.agency.id, personId }, hash, ctx.now()),
  )
}

/** Gives a person an authenticator app and recovery codes. `code` is what the app shows, so many steps from now. */
export async function giveTotp(desk: SignInDesk, personId: string, recoveryCodes: readonly string[] = []) {
  const secret = newTotpSecret()
  const whose = { agencyId: desk.ctx.agency.id, personId }
  await withAgency(desk.database.db, whose.agencyId, async (tx) => {
    const secretSealed = desk.tools.seal.seal(secret, personId)
    await saveTotp(tx, whose, secretSealed)
    await confirmSecret(tx, whose, { secretSealed, step: 1, now: desk.ctx.now() })
    if (recoveryCodes.length > 0) await saveRecoveryCodes(tx, whose, recoveryCodes)
  })
  return (steps = 0) => codeAt(desk, secret, steps)
}

export const codeAt = (desk: SignInDesk, secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: desk.ctx.now().getTime() + steps * 30_000,
  })

export async function giveLink(
  desk: SignInDesk,
  personId: string,
  purpose: LinkPurpose,
  ctx: Ctx = desk.ctx,
) {
  const { token } = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    issueLink(tx, { agencyId: ctx.agency.id, personId, purpose, createdBy: 'test', now: ctx.now() }),
  )
  return token
}

export const signIn = (
  desk: SignInDesk,
  input: {
    email?: string
    password?: string
    network?: string
    browserToken?: string | null
    current?: OwnSession
  } = {},
  { ctx, tools }: Pick<SignInDesk, 'ctx' | 'tools'> = desk,
) =>
  signInWithPassword(ctx, tools, {
    email: input.email ?? 'somchai@agency.example',
    password: input.password ?? PASSWORD,
    network: input.network ?? NETWORK,
    browser: { ...BROWSER, token: input.browserToken ?? null },
    current: input.current ?? null,
  })

/** Waits until somebody waits for a row that another transaction holds. */
export const untilSomebodyWaits = (desk: SignInDesk) =>
  expect
    .poll(
      async () => {
        const { rows } = await desk.database.owner.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
        return rows.length
      },
      { timeout: 10_000, interval: 10 },
    )
    .toBeGreaterThan(0)
