import { randomUUID } from 'node:crypto'
import { createSignInTools, findSession, type SignInTools } from '../../app/features/people/index.server.ts'
import { openSession } from '../../app/features/people/sign-in/session.repo.server.ts'
import type { RoleName } from '../../app/kernel/actor.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import { withAgency } from '../../app/platform/db/tenant.server.ts'
import { createSeal } from '../../app/platform/secrets/seal.server.ts'
import type { SignedIn } from '../../app/web/visit.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

export const ORIGIN = 'http://localhost:5173'
export const BROWSER = { token: null, userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' }
export const NETWORK = '192.0.2.7'

/** A database with two agencies, a clock that is set by hand, and people who come and go. */
export type SignInDesk = Readonly<{
  database: TestDatabase
  tools: SignInTools
  ctx: Ctx
  otherCtx: Ctx
  setClock: (minutes: number) => void
  addPerson: (person?: { email?: string | null; role?: RoleName; ctx?: Ctx }) => Promise<string>
  disable: (personId: string) => Promise<void>
  /** A session as the office door finds it. */
  signedIn: (sessionToken: string, ctx?: Ctx) => Promise<SignedIn>
  /** A session by password alone, or by a link of the machine's keeper with both factors. */
  comeIn: (personId: string, session?: { hasSecondFactor: boolean }) => Promise<SignedIn>
  /** Details of the audit log of one action, in order. */
  audited: (action: string, ctx?: Ctx) => Promise<readonly Record<string, unknown>[]>
  close: () => Promise<void>
}>

const START = new Date('2026-03-02T09:00:00Z')

export async function openSignInDesk(): Promise<SignInDesk> {
  const database = await freshDatabase()
  const tools = createSignInTools({ pool: database.pool, seal: createSeal(Buffer.alloc(32, 7)) })
  let clock = START
  const found = async (code: string): Promise<Ctx> => {
    const id = randomUUID()
    const { db } = database
    await withAgency(db, id, (tx) => tx.insertInto('agency').values({ id, code }).execute())
    return { db, actor: { kind: 'system', name: 'public-site' }, now: () => clock, agency: { id, code } }
  }
  const [ctx, otherCtx] = [await found('example'), await found('other')]
  const signedIn = async (token: string, whose: Ctx = ctx): Promise<SignedIn> => {
    const session = await findSession(whose, token)
    if (session?.state !== 'open') throw new Error('there is no such session, or it is over')
    return session.signedIn
  }
  return {
    database,
    tools,
    ctx,
    otherCtx,
    setClock: (minutes) => {
      clock = new Date(START.getTime() + minutes * 60_000)
    },
    addPerson: ({ email = 'somchai@agency.example', role, ctx: whose = ctx } = {}) =>
      addPerson(whose, { email, role }),
    disable: async (personId) => {
      await withAgency(database.db, ctx.agency.id, (tx) =>
        tx.updateTable('person').set({ disabled_at: clock }).where('id', '=', personId).execute(),
      )
    },
    signedIn,
    comeIn: async (personId, { hasSecondFactor } = { hasSecondFactor: false }) =>
      signedIn(await tokenOf(ctx, personId, hasSecondFactor)),
    audited: async (action, whose = ctx) => {
      const { rows } = await database.owner.query<{ object_id: string; detail: Record<string, unknown> }>(
        'select object_id, detail from audit_log where agency_id = $1 and action = $2 order by seq',
        [whose.agency.id, action],
      )
      return rows.map(({ object_id, detail }) => ({ on: object_id, ...detail }))
    },
    close: async () => {
      tools.limits.close()
      await database.drop()
    },
  }
}

async function addPerson(
  ctx: Ctx,
  { email, role }: { email: string | null; role: RoleName | undefined },
): Promise<string> {
  const [agencyId, id, now] = [ctx.agency.id, randomUUID(), ctx.now()]
  await withAgency(ctx.db, agencyId, async (tx) => {
    await tx
      .insertInto('person')
      .values({ agency_id: agencyId, id, name: 'สมชาย ตัวอย่าง', email, lang: 'th', created_at: now })
      .execute()
    if (role === undefined) return
    await tx
      .insertInto('role_grant')
      .values({
        agency_id: agencyId,
        id: randomUUID(),
        person_id: id,
        role,
        valid_from: '2026-01-01',
        granted_at: now,
        granted_by: 'test',
      })
      .execute()
  })
  return id
}

const tokenOf = (ctx: Ctx, personId: string, hasSecondFactor: boolean): Promise<string> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const { token } = await openSession(tx, {
      agencyId: ctx.agency.id,
      personId,
      method: 'password',
      hasSecondFactor,
      userAgent: BROWSER.userAgent,
      now: ctx.now(),
    })
    return token
  })
