import type { RoleName } from '../kernel/actor.ts'

/** What a page that refuses an act says: which act, the roles that may do it, and who of the agency holds them. */
export type RefusedAct = Readonly<{
  refusedAct: string
  roles: readonly RoleName[]
  helpers: readonly Readonly<{ name: string; role: RoleName }>[]
}>

export const isRefusedAct = (value: unknown): value is RefusedAct =>
  typeof value === 'object' && value !== null && 'refusedAct' in value
