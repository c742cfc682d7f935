import type { IconName } from '../../../ui/icon.tsx'
import type { OfficeHit } from '../search/office-hits.domain.ts'

/** What is found, by its icon. */
export const HIT_ICONS = {
  page: 'page',
  issue: 'flag',
  measure: 'steps',
  evidence: 'evidence',
} as const satisfies Record<OfficeHit['kind'], IconName>
