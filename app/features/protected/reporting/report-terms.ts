import type { Language } from '../../../i18n/language.ts'
import type { ChannelView } from './channel-view.queries.server.ts'
import { keepsIdentity, type PossibleReader, type ReportTerms } from './report-form.domain.ts'

type NamedReader = PossibleReader & Readonly<{ role: string }>

/** What the form shows of the channel, in one language, and what it is checked against. */
export type ShownTerms = Omit<ReportTerms, 'categories' | 'holders'> &
  Readonly<{
    categories: readonly Readonly<{ key: string; label: string }>[]
    holders: readonly NamedReader[]
    /** Offices of which somebody reads reports. */
    offices: readonly string[]
    takesIdentity: boolean
  }>

export function termsOf({ settings, holders }: ChannelView, lang: Language): ShownTerms {
  const readers = holders.map(({ appointmentId, personId, kind, officeKey, roleTh, roleEn }) => ({
    appointmentId,
    personId,
    kind,
    officeKey,
    role: lang === 'th' ? roleTh : roleEn,
  }))
  return {
    isOpen: settings.isOpen && readers.some(({ kind }) => kind === 'recipient'),
    categories: settings.categories.map(({ key, th, en }) => ({ key, label: lang === 'th' ? th : en })),
    holders: readers,
    offices: [...new Set(readers.flatMap(({ officeKey }) => (officeKey === null ? [] : [officeKey])))].sort(),
    takesIdentity: keepsIdentity(readers),
  }
}
