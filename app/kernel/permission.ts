import { type Actor, holdsRole, ownUnits, type RoleName } from './actor.ts'

/**
 * Who may do one act. `roles` may do it anywhere in the agency; with `ownUnit`, a unit owner may do it where it concerns a
 * unit of theirs; with `self`, who holds one of those roles may do it to what is their own, with `true` everybody, even who
 * holds none: that is for what belongs to an account, and not for work, which ends with the role.
 */
export type ActRule = Readonly<{
  roles: readonly RoleName[]
  ownUnit?: true
  self?: true | readonly RoleName[]
}>

/** The policy of a room: every act of it, named `noun.verb`, with who may do it. */
export type Policy<Act extends string = string> = Readonly<Record<Act, ActRule>>

/** What the act is about, as far as the rule asks: the units it concerns, the person it belongs to. */
export type Concerning = Readonly<{ unitIds?: readonly string[]; personId?: string }>

/** A refusal: which act, and the roles that may do it, so that the person can be told who can help. */
export type PermissionRefusal = Readonly<{
  code: 'permission.refused'
  act: string
  roles: readonly RoleName[]
}>

/**
 * Asks whether somebody may do an act. Null when they may. The keeper of the machine may do everything: who holds the
 * database needs no leave of the program. The program by itself may do nothing that a policy guards.
 */
export function refusalOf<Act extends string>(
  policy: Policy<Act>,
  act: Act,
  actor: Actor,
  concerning: Concerning = {},
): PermissionRefusal | null {
  const rule = policy[act]
  return mayDo(rule, actor, concerning) ? null : { code: 'permission.refused', act, roles: rule.roles }
}

function mayDo(rule: ActRule, actor: Actor, { unitIds = [], personId }: Concerning): boolean {
  if (actor.kind === 'command') return true
  if (actor.kind === 'system') return false
  if (rule.roles.some((role) => holdsRole(actor, role))) return true
  if (personId === actor.id && isForOwn(rule, actor)) return true
  const own = ownUnits(actor)
  return rule.ownUnit === true && unitIds.some((unit) => own.includes(unit))
}

const isForOwn = ({ self = [] }: ActRule, actor: Actor): boolean =>
  self === true || self.some((role) => holdsRole(actor, role))
