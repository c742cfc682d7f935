import type { Language } from '../../../i18n/language.ts'
import { type AgencyPageText, agencyPageEn } from './agency-page.en.ts'
import { agencyPageTh } from './agency-page.th.ts'
import { type PeoplePageText, peoplePageEn } from './people-page.en.ts'
import { peoplePageTh } from './people-page.th.ts'
import { type PersonPageText, personPageEn } from './person-page.en.ts'
import { personPageTh } from './person-page.th.ts'
import { type RosterPageText, rosterPageEn } from './roster-page.en.ts'
import { rosterPageTh } from './roster-page.th.ts'
import { type UnitsPageText, unitsPageEn } from './units-page.en.ts'
import { unitsPageTh } from './units-page.th.ts'

/** Words of the office pages of the room. */
export const agencyPageText = (lang: Language): AgencyPageText =>
  lang === 'th' ? agencyPageTh : agencyPageEn
export const peoplePageText = (lang: Language): PeoplePageText =>
  lang === 'th' ? peoplePageTh : peoplePageEn
export const personPageText = (lang: Language): PersonPageText =>
  lang === 'th' ? personPageTh : personPageEn
export const rosterPageText = (lang: Language): RosterPageText =>
  lang === 'th' ? rosterPageTh : rosterPageEn
export const unitsPageText = (lang: Language): UnitsPageText => (lang === 'th' ? unitsPageTh : unitsPageEn)
