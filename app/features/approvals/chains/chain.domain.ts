import type { RoleName } from '../../../kernel/actor.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { MeetingBody } from './body.domain.ts'

/** A step of a chain as it is to be, in its place. */
export type NewStep = Readonly<{
  bodyId: string
  /** 'acknowledged': that the body took note is enough. */
  accepts: 'approved' | 'acknowledged'
  circularAllowed: boolean
  /** Roles that may record its resolutions. */
  recorders: readonly RoleName[]
}>

export type ChainFault = 'chain.no-step' | 'chain.body-twice' | 'chain.no-recorder' | 'body.unknown'

/** One step at least; every body once, and none that has ended; somebody to record each. */
export function judgeSteps(
  steps: readonly NewStep[],
  bodies: readonly MeetingBody[],
): Result<readonly NewStep[], Readonly<{ code: ChainFault }>> {
  if (steps.length === 0) return err({ code: 'chain.no-step' })
  const open = new Set(bodies.filter(({ endedAt }) => endedAt === null).map(({ id }) => id))
  if (steps.some(({ bodyId }) => !open.has(bodyId))) return err({ code: 'body.unknown' })
  if (new Set(steps.map(({ bodyId }) => bodyId)).size < steps.length) return err({ code: 'chain.body-twice' })
  if (steps.some(({ recorders }) => recorders.length === 0)) return err({ code: 'chain.no-recorder' })
  return ok(steps)
}
