import type { WatchDrift, WatchResult } from '../watch.domain.ts'

type Compared = Pick<WatchResult, 'title' | 'sha256' | 'size' | 'facts'>

/** What is not as it was; where nothing could be read at one of the two times, nothing is said. */
export function driftBetween(before: Compared, now: Compared): readonly WatchDrift[] {
  if (before.sha256 === null || now.sha256 === null) return []
  const wasSeen = seenOf(before)
  const isSeen = seenOf(now)
  return [
    ...(before.title === now.title ? [] : (['title'] as const)),
    ...(before.sha256 === now.sha256 ? [] : (['content'] as const)),
    ...(before.size === now.size ? [] : (['size'] as const)),
    ...(wasSeen === isSeen ? [] : (['elements'] as const)),
    ...(before.facts.certificate?.issuer === now.facts.certificate?.issuer ? [] : (['certificate'] as const)),
  ]
}

const seenOf = ({ facts }: Compared): string =>
  JSON.stringify(facts.elements.map(({ element, isSeen }) => [element, isSeen]).toSorted())
