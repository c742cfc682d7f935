/** What a person may be in an agency. The names are contracts: they stand in the database and in the audit log. */
export const ROLES = [
  'administrator',
  'ita-coordinator',
  'unit-owner',
  'meeting-secretary',
  'approver',
  'executive',
  'auditor',
  'desk-officer',
] as const
export type RoleName = (typeof ROLES)[number]

/** A role as it holds today; `unitId` names the unit of a unit owner, and is null for every other role. */
export type HeldRole = Readonly<{ role: RoleName; unitId: string | null }>

/**
 * Who acts: a person who signed in, the keeper of the machine at the command line, or the program by itself. Roles are those
 * that hold at the moment of the request.
 */
export type Actor =
  | Readonly<{ kind: 'person'; id: string; name: string; roles: readonly HeldRole[] }>
  | Readonly<{ kind: 'command'; name: string }>
  | Readonly<{ kind: 'system'; name: string }>

export const holdsRole = (actor: Actor, role: RoleName): boolean =>
  actor.kind === 'person' && actor.roles.some((held) => held.role === role)

/** Identifiers of the units that a person answers for. */
export const ownUnits = (actor: Actor): readonly string[] =>
  actor.kind === 'person' ? actor.roles.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])) : []
