import type { Language, TextOf } from '../../../../i18n/language.ts'
import { peersPageEn } from './peers-page.en.ts'
import { peersPageTh } from './peers-page.th.ts'

export type PeersText = TextOf<typeof peersPageTh>

/** Words of the page that compares this agency with others. */
export const peersText = (lang: Language): PeersText => (lang === 'th' ? peersPageTh : peersPageEn)
