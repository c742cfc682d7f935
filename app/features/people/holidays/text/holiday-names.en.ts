import type { TextOf } from '../../../../i18n/language.ts'
import type { holidayNamesTh } from './holiday-names.th.ts'

export const holidayNamesEn: TextOf<typeof holidayNamesTh> = {
  'new-year': 'New Year’s Day',
  'makha-bucha': 'Makha Bucha Day',
  chakri: 'Chakri Day',
  songkran: 'Songkran',
  coronation: 'Coronation Day',
  ploughing: 'Royal Ploughing Ceremony Day',
  'visakha-bucha': 'Visakha Bucha Day',
  'queen-birthday': 'H.M. the Queen’s Birthday',
  'king-birthday': 'H.M. the King’s Birthday',
  'asalha-bucha': 'Asalha Bucha Day',
  lent: 'Buddhist Lent Day',
  'mother-day': 'National Mother’s Day',
  navamindra: 'Navamindra Maharaj Day',
  piya: 'Piya Maharaj Day',
  'father-day': 'National Day and Father’s Day',
  constitution: 'Constitution Day',
  'year-end': 'New Year’s Eve',
  special: 'Additional special holiday',
}

export const insteadOfEn = (name: string): string => `Substitution for ${name}`
