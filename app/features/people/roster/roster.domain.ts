import type { RoleName } from '../../../kernel/actor.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Person, PersonFacts } from '../directory/person.domain.ts'
import type { Grant, Span } from '../directory/role.domain.ts'
import type { Unit, UnitFacts } from '../directory/unit.domain.ts'

/** What the agency holds, as far as a roster may change it. */
export type Directory = Readonly<{
  agencyCode: string
  today: IsoDay
  units: readonly Unit[]
  persons: readonly Person[]
  grants: readonly HeldGrant[]
}>
export type HeldGrant = Grant & Readonly<{ personId: string; isDisabled: boolean }>

/** A unit that is there by its identifier, or one that the roster founds by a name of the plan alone ("new:1"). */
export type UnitRef = string
export type PlannedUnit = Readonly<{
  ref: UnitRef
  kind: 'founded' | 'changed'
  facts: UnitFacts
  /** Names of the facts that change; none for one that is founded. */
  fields: readonly string[]
}>
export type PlannedRole = Readonly<{ role: RoleName; unitRef: UnitRef | null }> & Span
export type PlannedPerson = Readonly<{
  kind: 'founded' | 'changed'
  /** Null for one who is new. */
  personId: string | null
  facts: PersonFacts
  fields: readonly string[]
  roles: readonly PlannedRole[]
  /** Roles that are held already and get another last day. */
  ends: readonly Readonly<{ grantId: string; role: RoleName; lastDay: IsoDay }>[]
}>

/** What a roster would do, in the order in which it has to be done. Equal rosters in equal agencies give equal plans. */
export type RosterPlan = Readonly<{
  units: readonly PlannedUnit[]
  persons: readonly PlannedPerson[]
  /** How many units and people of the file are already as it says. */
  unchanged: Readonly<{ units: number; persons: number }>
}>
