import type { Language } from '../../../i18n/language.ts'
import type { CatalogueAct } from '../catalogue.policy.ts'
import { catalogueActsEn } from './catalogue-acts.en.ts'
import { catalogueActsTh } from './catalogue-acts.th.ts'

/** What the acts of the room's policy are called. */
export const catalogueActsText = (lang: Language): Readonly<Record<CatalogueAct, string>> =>
  lang === 'th' ? catalogueActsTh : catalogueActsEn
