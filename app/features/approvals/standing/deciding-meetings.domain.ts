import type { MatterKind } from '../matter.domain.ts'
import type { Standing } from './standing.domain.ts'

/**
 * Of meetings to come, those of a body that still has to pass the content. A withdrawal has no chain of its own: it may go
 * before any, and the page of the publication says whose word counts.
 */
export function decidingMeetings<M extends Readonly<{ bodyId: string }>>(
  meetings: readonly M[],
  { kind, standing }: Readonly<{ kind: MatterKind; standing: Pick<Standing, 'steps'> }>,
): readonly M[] {
  if (kind === 'withdrawal') return meetings
  const open = standing.steps.filter(({ passedBy }) => passedBy === null).map(({ bodyId }) => bodyId)
  return meetings.filter(({ bodyId }) => open.includes(bodyId))
}
