import type { Language } from '../../../i18n/language.ts'
import type { IconName } from '../../../ui/icon.tsx'
import type { OfficeHit } from '../search/office-hits.domain.ts'
import { searchPageText } from '../text/pages.ts'

/** What is found, by its icon. */
export const HIT_ICONS = {
  page: 'page',
  issue: 'flag',
  measure: 'steps',
  evidence: 'evidence',
  agenda: 'calendar',
  ticket: 'comment',
} as const satisfies Record<OfficeHit['kind'], IconName>

/** Year and number of what was found; null for what is of no year. */
export function hitPlace({ kind, place }: OfficeHit, lang: Language): string | null {
  if (place === null) return null
  const words = searchPageText(lang)
  return (kind === 'issue' ? words.issueOf : words.measureOf)(place.fiscalYear, place.number)
}
