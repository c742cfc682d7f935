import type { ResolutionRecord } from '../standing/standing.domain.ts'

/**
 * The resolution by which a publication may be withdrawn: the last word about its withdrawal, of a body that has the last
 * word about the thing itself, where that word is approval. Null where there is none. No bodies: it was public before there
 * were chains, and any body may say so. `about` stands by the day of the decision, then by its entry.
 */
export function withdrawingResolution(
  about: readonly ResolutionRecord[],
  { bodies }: Readonly<{ bodies: ReadonlySet<string> }>,
): ResolutionRecord | null {
  const word = about.findLast(
    (one) => !one.isWithdrawn && one.meetingState === 'held' && (bodies.size === 0 || bodies.has(one.bodyId)),
  )
  return word?.decision === 'approved' ? word : null
}
