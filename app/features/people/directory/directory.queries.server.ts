import { sql } from 'kysely'
import type { RoleName } from '../../../kernel/actor.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../../platform/db/tenant.server.ts'
import { listUnitHeads } from '../reminders/reminders.queries.server.ts'
import { SESSION_IDLE_MS } from '../sign-in/session.domain.ts'
import type { AgencyFacts } from './agency-facts.domain.ts'
import { findAgencyFacts } from './agency-facts.repo.server.ts'
import type { Person, PersonState } from './person.domain.ts'
import { findPerson, listPersons } from './person.repo.server.ts'
import { type GrantStanding, standingOn } from './role.domain.ts'
import { listAllGrants, listGrants, type PersonGrant } from './role.repo.server.ts'
import { existsOn, inTreeOrder, isOpen, type Unit } from './unit.domain.ts'
import { listUnits } from './unit.repo.server.ts'

/** What the agency says of itself. */
export const findAgencyForForm = (ctx: Ctx): Promise<AgencyFacts> =>
  withAgency(ctx.db, ctx.agency.id, (tx) => findAgencyFacts(tx, ctx.agency.id))

export type UnitRow = Unit &
  Readonly<{
    depth: number
    /** People whose unit it is and who are not disabled. */
    people: number
    /** Who answers for it today. */
    owners: readonly Readonly<{ id: string; name: string }>[]
    /** Who is told when something of it is long overdue. */
    head: Readonly<{ id: string; name: string }> | null
  }>

/** Units in the order of the tree; those that have ended only when asked for. */
export function listUnitTree(ctx: Ctx, { ended }: { ended: boolean }): Promise<readonly UnitRow[]> {
  const agencyId = ctx.agency.id
  const today = thaiDay(ctx.now())
  return withAgency(ctx.db, agencyId, async (tx) => {
    const units = await listUnits(tx, agencyId)
    const heads = await listUnitHeads(tx, agencyId)
    const persons = (await listPersons(tx, agencyId)).filter(({ disabledAt }) => disabledAt === null)
    const nameOf = new Map(persons.map(({ id, name }) => [id, name]))
    const owning = (await listAllGrants(tx, agencyId)).filter(
      (grant) => grant.unitId !== null && standingOn(grant, today) === 'held',
    )
    const shown = units.filter((unit) => ended || existsOn(unit, today) || unit.validFrom > today)
    return inTreeOrder(shown).map(({ unit, depth }) => ({
      ...unit,
      depth,
      head: heads.get(unit.id) ?? null,
      people: persons.filter(({ unitId }) => unitId === unit.id).length,
      owners: owning.flatMap(({ unitId, personId }) => {
        const name = nameOf.get(personId)
        return unitId === unit.id && name !== undefined ? [{ id: personId, name }] : []
      }),
    }))
  })
}

/** Units that take something new, in the order of the tree: for a field to choose from. */
export function listOpenUnits(ctx: Ctx): Promise<readonly Readonly<{ unit: Unit; depth: number }>[]> {
  return withAgency(ctx.db, ctx.agency.id, async (tx) =>
    inTreeOrder((await listUnits(tx, ctx.agency.id)).filter(isOpen)),
  )
}

/** Everybody who is not disabled, by name: for a field to choose from. */
export function listNames(ctx: Ctx): Promise<readonly Readonly<{ id: string; name: string }>[]> {
  return withAgency(ctx.db, ctx.agency.id, async (tx) =>
    (await listPersons(tx, ctx.agency.id)).flatMap(({ id, name, disabledAt }) =>
      disabledAt === null ? [{ id, name }] : [],
    ),
  )
}

/** What a list of people is narrowed by; null where it is not. `page` counts from 1. */
export type PeopleFilter = Readonly<{
  text: string | null
  unitId: string | null
  role: RoleName | null
  state: PersonState | null
  page: number
}>
export type PersonRow = Person &
  Readonly<{
    state: PersonState
    unit: Pick<Unit, 'id' | 'code' | 'nameTh' | 'nameEn'> | null
    /** Those of today. */
    roles: readonly Readonly<{ role: RoleName; unitCode: string | null }>[]
    lastSeenAt: Date | null
  }>
export type PeoplePage = Readonly<{
  rows: readonly PersonRow[]
  /** How many the filter finds; `inAll` is how many there are. */
  found: number
  inAll: number
  pages: number
}>

const PEOPLE_ON_A_PAGE = 50

/** People of the agency by name. Disabled ones are shown only when asked for. */
export function listPeople(ctx: Ctx, filter: PeopleFilter): Promise<PeoplePage> {
  const agencyId = ctx.agency.id
  return withAgency(ctx.db, agencyId, async (tx) => {
    const units = new Map((await listUnits(tx, agencyId)).map((unit) => [unit.id, unit]))
    const everybody = await listPersons(tx, agencyId)
    const coming = await listComing(tx, { agencyId, now: ctx.now() })
    const grants = heldToday(await listAllGrants(tx, agencyId), thaiDay(ctx.now()))
    const rows = everybody.map((person): PersonRow => {
      const came = coming.get(person.id)
      return {
        ...person,
        state: stateOf(person, came),
        unit: person.unitId === null ? null : (units.get(person.unitId) ?? null),
        roles: (grants.get(person.id) ?? []).map(({ role, unitId }) => ({
          role,
          unitCode: unitId === null ? null : (units.get(unitId)?.code ?? units.get(unitId)?.nameTh ?? null),
        })),
        lastSeenAt: came?.lastSeenAt ?? null,
      }
    })
    const found = rows.filter((row) => fits(row, filter, grants.get(row.id) ?? []))
    const pages = Math.max(1, Math.ceil(found.length / PEOPLE_ON_A_PAGE))
    const start = (Math.min(filter.page, pages) - 1) * PEOPLE_ON_A_PAGE
    return {
      rows: found.slice(start, start + PEOPLE_ON_A_PAGE),
      found: found.length,
      inAll: rows.length,
      pages,
    }
  })
}

function fits(row: PersonRow, filter: PeopleFilter, grants: readonly PersonGrant[]): boolean {
  const text = filter.text?.toLowerCase() ?? ''
  const isNamed = [row.name, row.email, row.positionTitle].some((part) => part?.toLowerCase().includes(text))
  const isThere =
    filter.unitId === null ||
    row.unitId === filter.unitId ||
    grants.some(({ unitId }) => unitId === filter.unitId)
  const isSuch = filter.state === null ? row.state !== 'disabled' : row.state === filter.state
  return (
    isNamed &&
    isThere &&
    isSuch &&
    (filter.role === null || row.roles.some(({ role }) => role === filter.role))
  )
}

const heldToday = (grants: readonly PersonGrant[], today: string): Map<string, PersonGrant[]> =>
  Map.groupBy(
    grants.filter((grant) => standingOn(grant, today) === 'held'),
    ({ personId }) => personId,
  )

const stateOf = ({ disabledAt, email }: Person, came: Coming | undefined): PersonState => {
  if (disabledAt !== null) return 'disabled'
  if (came?.hasCome) return 'active'
  return email === null && !came?.hasLink ? 'named' : 'invited'
}

/** `hasLink`: a link by which they can come in is open, as that of the first administrator, who has no address yet. */
type Coming = Readonly<{ hasCome: boolean; hasLink: boolean; lastSeenAt: Date | null }>

/** Who has come in at least once, who can, and when they were last seen. */
async function listComing(
  tx: Tx,
  { agencyId, now, personId }: { agencyId: string; now: Date; personId?: string },
): Promise<ReadonlyMap<string, Coming>> {
  let asked = tx
    .selectFrom('person')
    .select(['person.id'])
    .select(
      sql<boolean>`exists (select from password_credential as way where way.agency_id = person.agency_id
        and way.person_id = person.id)
      or exists (select from passkey as way where way.agency_id = person.agency_id and way.person_id = person.id)
      or exists (select from oidc_identity as way where way.agency_id = person.agency_id
        and way.person_id = person.id)`.as('has_way'),
    )
    .select(
      sql<boolean>`exists (select from one_time_link as link where link.agency_id = person.agency_id
        and link.person_id = person.id and link.used_at is null and link.expires_at > ${now})`.as('has_link'),
    )
    .select((build) =>
      build
        .selectFrom('session')
        .select((of) => of.fn.max('session.last_seen_at').as('at'))
        .whereRef('session.agency_id', '=', 'person.agency_id')
        .whereRef('session.person_id', '=', 'person.id')
        .as('last_seen_at'),
    )
    .where('person.agency_id', '=', agencyId)
  if (personId !== undefined) asked = asked.where('person.id', '=', personId)
  const rows = await asked.execute()
  return new Map(
    rows.map(({ id, has_way, has_link, last_seen_at }) => [
      id,
      { hasCome: has_way || last_seen_at !== null, hasLink: has_link, lastSeenAt: last_seen_at },
    ]),
  )
}

export type PersonPage = Readonly<{
  person: Person
  state: PersonState
  unit: Unit | null
  grants: readonly Readonly<{
    id: string
    role: RoleName
    unit: Unit | null
    validFrom: string
    validTo: string | null
    standing: GrantStanding
  }>[]
  lastSeenAt: Date | null
  openSessions: number
  ways: Readonly<{ password: boolean; totp: boolean; passkeys: number; providers: number }>
  /** Until when the open invitation holds; null without one. */
  invitedUntil: Date | null
}>

/** Everything about one person that the office shows; null when there is no such person. */
export function findPersonPage(ctx: Ctx, personId: string): Promise<PersonPage | null> {
  const agencyId = ctx.agency.id
  const today = thaiDay(ctx.now())
  if (!isUuid(personId)) return Promise.resolve(null)
  return withAgency(ctx.db, agencyId, async (tx) => {
    const person = await findPerson(tx, agencyId, personId)
    if (!person) return null
    const units = new Map((await listUnits(tx, agencyId)).map((unit) => [unit.id, unit]))
    const came = (await listComing(tx, { agencyId, now: ctx.now(), personId })).get(personId)
    const order = { held: 0, coming: 1, ended: 2 }
    const grants = (await listGrants(tx, agencyId, personId))
      .map(({ unitId, ...grant }) => ({
        ...grant,
        unit: unitId === null ? null : (units.get(unitId) ?? null),
        standing: standingOn(grant, today),
      }))
      .toSorted((a, b) => order[a.standing] - order[b.standing] || a.validFrom.localeCompare(b.validFrom))
    return {
      person,
      state: stateOf(person, came),
      unit: person.unitId === null ? null : (units.get(person.unitId) ?? null),
      grants,
      lastSeenAt: came?.lastSeenAt ?? null,
      ...(await signInFacts(tx, { agencyId, personId, now: ctx.now() })),
    }
  })
}

async function signInFacts(
  tx: Tx,
  { agencyId, personId, now }: { agencyId: string; personId: string; now: Date },
): Promise<Pick<PersonPage, 'openSessions' | 'ways' | 'invitedUntil'>> {
  const count = async (table: 'password_credential' | 'passkey' | 'oidc_identity') => {
    const row = await tx
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('agency_id', '=', agencyId)
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }
  const totp = await tx
    .selectFrom('totp_credential')
    .select('confirmed_at')
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  const sessions = await tx
    .selectFrom('session')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', new Date(now.getTime() - SESSION_IDLE_MS))
    .executeTakeFirstOrThrow()
  const invitation = await tx
    .selectFrom('one_time_link')
    .select(({ fn }) => fn.max('expires_at').as('until'))
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('purpose', '=', 'invitation')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return {
    openSessions: Number(sessions.count),
    invitedUntil: invitation?.until ?? null,
    ways: {
      password: (await count('password_credential')) > 0,
      totp: totp !== undefined,
      passkeys: await count('passkey'),
      providers: await count('oidc_identity'),
    },
  }
}
