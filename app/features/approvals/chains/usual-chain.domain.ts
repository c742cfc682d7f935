import type { ChainKind } from '../matter.domain.ts'
import type { ChainStep } from '../standing/standing.domain.ts'
import type { MeetingBody } from './body.domain.ts'
import { RECORDERS } from './chain-form.domain.ts'
import { USUAL_CHAIN } from './usual-chain.th.ts'

/** The usual chain of a kind, of those bodies that the agency has; empty where it has none of them. */
export function usualSteps(kind: ChainKind, bodies: readonly MeetingBody[]): readonly ChainStep[] {
  const open = bodies.filter(({ endedAt }) => endedAt === null)
  const found = USUAL_CHAIN[kind].flatMap((word) => open.find(({ name }) => name.includes(word)) ?? [])
  return [...new Set(found)].map(({ id, name }, index) => ({
    position: index + 1,
    bodyId: id,
    bodyName: name,
    accepts: 'approved',
    circularAllowed: false,
    recorders: RECORDERS,
  }))
}
