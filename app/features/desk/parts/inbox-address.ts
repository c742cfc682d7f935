import type { Language } from '../../../i18n/language.ts'
import { addressOf } from '../../../web/addresses.ts'
import { type InboxFilter, inboxParams } from '../tickets/inbox-filter.domain.ts'

/** The inbox with something else in its address; a narrower list begins at its first page. */
export function inboxAddress(lang: Language, filter: InboxFilter, other: Partial<InboxFilter> = {}): string {
  const params = inboxParams({ ...filter, page: 1, ...other })
  return `${addressOf.office(lang, 'desk')}${params.size === 0 ? '' : `?${params}`}`
}
