import type { RoleName } from '../../../kernel/actor.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { typedDay } from '../../../kernel/typed-day.ts'
import { changedPersonFacts, type Person, type PersonFacts } from '../directory/person.domain.ts'
import { standingOn } from '../directory/role.domain.ts'
import { foldEmail } from '../sign-in/link.domain.ts'
import type { Directory, PlannedPerson, PlannedRole, UnitRef } from './roster.domain.ts'
import type { CellFault } from './roster.errors.ts'
import type { RosterColumn } from './roster-column.table.ts'
import { rolesIn, type WrittenRole } from './roster-roles.domain.ts'
import { faultAt, foldWord, languageNamed, type RosterRow } from './roster-rows.domain.ts'

type Place = Readonly<{ sheet: string | null; row: number; column: number }>
/** People who are there, by address and by name, and the roles of each. */
type Known = Readonly<{
  byEmail: ReadonlyMap<string | null, Person>
  byName: ReadonlyMap<string, readonly Person[]>
  grants: ReadonlyMap<string, Directory['grants']>
}>
type Given = Readonly<{
  directory: Directory
  known: Known
  unitOf: ReadonlyMap<RosterRow, UnitRef>
  byText: (text: string) => UnitRef | null
  faults: CellFault[]
}>
type Asking = Given &
  Readonly<{
    row: RosterRow
    refuse: (column: RosterColumn, code: CellFault['code'], value?: string, other?: string) => null
  }>

const LONGEST = 200
const OF_A_PERSON = ['name', 'email', 'positionTitle', 'roles', 'from', 'to', 'language'] as const

/** Which people a roster founds and changes, and which roles it gives. A row without anything of a person is of a unit. */
export function planPersons(
  rows: readonly RosterRow[],
  given: Omit<Given, 'known'>,
): { planned: readonly PlannedPerson[]; unchanged: number; administratorEnds: readonly Place[] } {
  const planned: PlannedPerson[] = []
  const administratorEnds: Place[] = []
  const seen: Seen = { emails: new Map(), names: new Map() }
  const known = knownIn(given.directory)
  let unchanged = 0
  for (const row of rows.filter(({ cells }) => OF_A_PERSON.some((column) => cells[column]))) {
    const asking: Asking = { ...given, known, row, refuse: refuserOf(row, given.faults) }
    if (isTwice(asking, seen)) continue
    const before = given.faults.length
    const person = plannedFrom(asking)
    if (!person || given.faults.length > before) continue
    const { kind, fields, roles, ends } = person
    const ending = ends.find(({ role }) => role === 'administrator')
    if (ending) administratorEnds.push(placeOf(row, row.cells.to ? 'to' : 'roles'))
    if (kind === 'changed' && fields.length + roles.length + ends.length === 0) unchanged += 1
    else planned.push(person)
  }
  return { planned, unchanged, administratorEnds }
}

const knownIn = ({ persons, grants }: Directory): Known => ({
  byEmail: new Map(persons.map((person) => [person.email, person])),
  byName: Map.groupBy(persons, ({ name }) => foldWord(name)),
  grants: Map.groupBy(grants, ({ personId }) => personId),
})

const placeOf = ({ sheet, row, cells }: RosterRow, column: RosterColumn): Place => ({
  sheet,
  row,
  column: cells[column]?.column ?? Object.values(cells)[0]?.column ?? 1,
})

const refuserOf =
  (row: RosterRow, faults: CellFault[]): Asking['refuse'] =>
  (column, code, value = row.cells[column]?.text ?? '', other = '') => {
    faults.push(faultAt(placeOf(row, column), code, value, other))
    return null
  }

type Earlier = Readonly<{ row: number; email: string | null; unit: string; position: string }>
/** Rows that were read before, by address and by name. */
type Seen = Readonly<{ emails: Map<string, number>; names: Map<string, Earlier[]> }>

/** One address is one row; one name is one row unless addresses, and position or unit, tell two people apart. */
function isTwice({ row: { row, cells }, refuse }: Asking, { emails, names }: Seen): boolean {
  const email = cells.email ? (foldEmail(cells.email.text) ?? cells.email.text) : null
  const sameEmail = email === null ? undefined : emails.get(email)
  if (sameEmail !== undefined)
    return refuse('email', 'roster.email-twice', email ?? '', String(sameEmail)) === null
  if (email !== null) emails.set(email, row)
  if (!cells.name) return false
  const own: Earlier = {
    row,
    email,
    unit: foldWord(cells.unitCode?.text ?? cells.unitName?.text ?? ''),
    position: foldWord(cells.positionTitle?.text ?? ''),
  }
  const name = foldWord(cells.name.text)
  const earlier = names.get(name) ?? []
  names.set(name, [...earlier, own])
  const same = earlier.find(
    (one) => email === null || one.email === null || (one.unit === own.unit && one.position === own.position),
  )
  return (
    same !== undefined && refuse('name', 'roster.person-twice', cells.name.text, String(same.row)) === null
  )
}

/** Says everything that is wrong with a row, not only the first of it. */
function plannedFrom(asking: Asking): PlannedPerson | null {
  const { row, unitOf, refuse, directory, known } = asking
  const { cells } = row
  for (const column of ['name', 'positionTitle'] as const)
    if ((cells[column]?.text.length ?? 0) > LONGEST) refuse(column, 'roster.too-long', '', String(LONGEST))
  const email = cells.email ? foldEmail(cells.email.text) : null
  if (cells.email && email === null) refuse('email', 'roster.bad-email')
  const found = cells.email && email === null ? null : personOf(asking, email)
  const person = found === 'refused' ? null : found
  const lang = cells.language ? languageNamed(cells.language.text) : (person?.lang ?? 'th')
  if (lang === null) refuse('language', 'roster.unknown-language')
  const name = cells.name?.text.replace(/\s+/gu, ' ') ?? person?.name
  // A formula in the place of the name is said already.
  if (name === undefined && found === null && !row.hasFormula)
    refuse(cells.email ? 'email' : firstOf(row), 'roster.no-name')
  const held = (known.grants.get(person?.id ?? '') ?? []).filter(
    (grant) => standingOn(grant, directory.today) !== 'ended',
  )
  const roles = planRoles(asking, held)
  if (name === undefined || lang === null) return null
  const facts: PersonFacts = {
    name,
    email: email ?? person?.email ?? null,
    positionTitle: cells.positionTitle?.text.replace(/\s+/gu, ' ') ?? person?.positionTitle ?? null,
    unitId: unitOf.get(row) ?? person?.unitId ?? null,
    lang,
  }
  return {
    kind: person ? 'changed' : 'founded',
    personId: person?.id ?? null,
    facts,
    fields: person ? changedPersonFacts(person, facts) : [],
    ...roles,
  }
}

const firstOf = ({ cells }: RosterRow): RosterColumn => OF_A_PERSON.find((column) => cells[column]) ?? 'name'

/** By address; else by a name that only one has: who gives an address then is the one who had none. */
function personOf(
  { row: { cells }, known, refuse }: Asking,
  email: string | null,
): Person | null | 'refused' {
  const byEmail = email === null ? undefined : known.byEmail.get(email)
  const called = (cells.name ? (known.byName.get(foldWord(cells.name.text)) ?? []) : []).filter(
    (person) => person.disabledAt === null && (email === null || person.email === null),
  )
  if (!byEmail && called.length > 1) {
    refuse('name', 'roster.person-ambiguous')
    return 'refused'
  }
  const found = byEmail ?? called[0] ?? null
  if (found && found.disabledAt !== null) {
    refuse(email === null ? 'name' : 'email', 'roster.person-disabled')
    return 'refused'
  }
  return found
}

type Held = Directory['grants']

function planRoles(asking: Asking, held: Held): Pick<PlannedPerson, 'roles' | 'ends'> {
  const { row, refuse, unitOf, byText } = asking
  const [from, to] = [dayIn(asking, 'from'), dayIn(asking, 'to')]
  const { roles: cell } = row.cells
  if (!cell) {
    if (row.cells.from || row.cells.to) refuse(row.cells.from ? 'from' : 'to', 'roster.days-without-role')
    return { roles: [], ends: [] }
  }
  const written = rolesIn(cell.text)
  for (const { code, text } of written.faults) refuse('roles', code, text)
  const roles: PlannedRole[] = []
  const ends: PlannedPerson['ends'][number][] = []
  const done = new Set<string>()
  for (const one of written.roles) {
    const unitRef =
      one.role === 'unit-owner' ? (one.unit === null ? (unitOf.get(row) ?? null) : byText(one.unit)) : null
    if (one.role === 'unit-owner' && unitRef === null) {
      if (one.unit !== null) refuse('roles', 'roster.unknown-unit', one.unit)
      else if (!row.cells.unitCode && !row.cells.unitName) refuse('roles', 'roster.role-without-unit')
      continue
    }
    const key = `${one.role} ${unitRef} ${one.days?.from} ${one.days?.to}`
    if (done.has(key)) continue
    done.add(key)
    const planned = planRole(asking, { ...one, unitRef, days: one.days ?? { from, to }, held })
    if (planned?.end) ends.push(planned.end)
    if (planned?.role) roles.push(planned.role)
  }
  return { roles, ends }
}

type Wanted = Readonly<{
  role: RoleName
  unitRef: UnitRef | null
  days: NonNullable<WrittenRole['days']>
  held: Held
}>

/** Null where nothing is to be done. */
function planRole(
  { row, refuse, directory: { today } }: Asking,
  { role, unitRef, days: { from, to }, held }: Wanted,
): { role?: PlannedRole; end?: PlannedPerson['ends'][number] } | null {
  const [atFrom, atTo]: [RosterColumn, RosterColumn] = [
    row.cells.from ? 'from' : 'roles',
    row.cells.to ? 'to' : 'roles',
  ]
  const own = held.filter((grant) => grant.role === role && grant.unitId === unitRef)
  const grant = own.find(({ validFrom }) => validFrom === from) ?? own[0]
  const first = grant?.validFrom ?? from ?? today
  if (grant && from !== null && grant.validFrom !== from)
    return refuse(atFrom, 'roster.from-differs', from, grant.validFrom)
  if (to !== null && to < first) return refuse(atTo, 'roster.end-before-start', to, first)
  if (grant)
    return to === null || to === grant.validTo
      ? null
      : inTime(to)
        ? { end: { grantId: grant.id, role, lastDay: to } }
        : past(to)
  if (to !== null && !inTime(to)) return past(to)
  return { role: { role, unitRef, validFrom: first, validTo: to } }

  function inTime(day: IsoDay): boolean {
    return day >= today
  }
  function past(day: IsoDay): null {
    return refuse(atTo, 'roster.past', day)
  }
}

function dayIn({ row: { cells }, refuse }: Asking, column: 'from' | 'to'): IsoDay | null {
  const cell = cells[column]
  return cell ? (typedDay(cell.text) ?? refuse(column, 'roster.bad-date')) : null
}
