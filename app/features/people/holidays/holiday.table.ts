import type { holidayNamesTh } from './text/holiday-names.th.ts'

export type KnownHoliday = keyof typeof holidayNamesTh

/**
 * Holidays of government offices that have their day every year, as they were kept from 2567 on. Inferred from practice: the
 * resolutions of the cabinet that set them were not read. The holiday of workers (1 May) is none of government offices.
 */
export const YEARLY_HOLIDAYS: readonly Readonly<{ monthDay: string; name: KnownHoliday }>[] = [
  { monthDay: '01-01', name: 'new-year' },
  { monthDay: '04-06', name: 'chakri' },
  { monthDay: '04-13', name: 'songkran' },
  { monthDay: '04-14', name: 'songkran' },
  { monthDay: '04-15', name: 'songkran' },
  { monthDay: '05-04', name: 'coronation' },
  { monthDay: '06-03', name: 'queen-birthday' },
  { monthDay: '07-28', name: 'king-birthday' },
  { monthDay: '08-12', name: 'mother-day' },
  { monthDay: '10-13', name: 'navamindra' },
  { monthDay: '10-23', name: 'piya' },
  { monthDay: '12-05', name: 'father-day' },
  { monthDay: '12-10', name: 'constitution' },
  { monthDay: '12-31', name: 'year-end' },
]

/**
 * What differs from year to year (Buddhist era): days reckoned by the moon, days that the palace or the cabinet announces,
 * and substitutions for what falls on a Saturday or Sunday. All unverified: reckoned, or taken from secondary lists (the data
 * of the `holidays` package 0.105, itself checked with lists of the Bank of Thailand); nobody compared them with the
 * announcements. The day of the ploughing ceremony is missing where it was not announced when this was written.
 */
export const YEARS_OF_HOLIDAYS: Readonly<
  Record<
    number,
    Readonly<{
      moving: readonly Readonly<{ monthDay: string; name: KnownHoliday }>[]
      substitutions: readonly Readonly<{ monthDay: string; name: KnownHoliday }>[]
    }>
  >
> = {
  2566: {
    moving: [
      { monthDay: '03-06', name: 'makha-bucha' },
      { monthDay: '05-05', name: 'special' },
      { monthDay: '05-17', name: 'ploughing' },
      { monthDay: '06-03', name: 'visakha-bucha' },
      { monthDay: '07-31', name: 'special' },
      { monthDay: '08-01', name: 'asalha-bucha' },
      { monthDay: '08-02', name: 'lent' },
      { monthDay: '12-29', name: 'special' },
    ],
    substitutions: [
      { monthDay: '01-02', name: 'new-year' },
      { monthDay: '01-03', name: 'year-end' },
      { monthDay: '04-17', name: 'songkran' },
      { monthDay: '06-05', name: 'visakha-bucha' },
      { monthDay: '08-14', name: 'mother-day' },
      { monthDay: '12-11', name: 'constitution' },
    ],
  },
  2567: {
    moving: [
      { monthDay: '02-24', name: 'makha-bucha' },
      { monthDay: '04-12', name: 'special' },
      { monthDay: '05-10', name: 'ploughing' },
      { monthDay: '05-22', name: 'visakha-bucha' },
      { monthDay: '07-20', name: 'asalha-bucha' },
      { monthDay: '07-21', name: 'lent' },
      { monthDay: '12-30', name: 'special' },
    ],
    substitutions: [
      { monthDay: '02-26', name: 'makha-bucha' },
      { monthDay: '04-08', name: 'chakri' },
      { monthDay: '04-16', name: 'songkran' },
      { monthDay: '05-06', name: 'coronation' },
      { monthDay: '07-22', name: 'asalha-bucha' },
      { monthDay: '07-29', name: 'king-birthday' },
      { monthDay: '10-14', name: 'navamindra' },
    ],
  },
  2568: {
    moving: [
      { monthDay: '02-12', name: 'makha-bucha' },
      { monthDay: '05-09', name: 'ploughing' },
      { monthDay: '05-11', name: 'visakha-bucha' },
      { monthDay: '06-02', name: 'special' },
      { monthDay: '07-10', name: 'asalha-bucha' },
      { monthDay: '07-11', name: 'lent' },
      { monthDay: '08-11', name: 'special' },
    ],
    substitutions: [
      { monthDay: '04-07', name: 'chakri' },
      { monthDay: '04-16', name: 'songkran' },
      { monthDay: '05-05', name: 'coronation' },
      { monthDay: '05-12', name: 'visakha-bucha' },
    ],
  },
  2569: {
    moving: [
      { monthDay: '01-02', name: 'special' },
      { monthDay: '03-03', name: 'makha-bucha' },
      { monthDay: '05-13', name: 'ploughing' },
      { monthDay: '05-31', name: 'visakha-bucha' },
      { monthDay: '07-29', name: 'asalha-bucha' },
      { monthDay: '07-30', name: 'lent' },
    ],
    substitutions: [
      { monthDay: '06-01', name: 'visakha-bucha' },
      { monthDay: '12-07', name: 'father-day' },
    ],
  },
  2570: {
    moving: [
      { monthDay: '02-21', name: 'makha-bucha' },
      { monthDay: '05-20', name: 'visakha-bucha' },
      { monthDay: '07-18', name: 'asalha-bucha' },
      { monthDay: '07-19', name: 'lent' },
    ],
    substitutions: [
      { monthDay: '02-22', name: 'makha-bucha' },
      { monthDay: '07-20', name: 'asalha-bucha' },
      { monthDay: '10-25', name: 'piya' },
      { monthDay: '12-06', name: 'father-day' },
    ],
  },
  2571: {
    moving: [
      { monthDay: '02-10', name: 'makha-bucha' },
      { monthDay: '05-08', name: 'visakha-bucha' },
      { monthDay: '07-06', name: 'asalha-bucha' },
      { monthDay: '07-07', name: 'lent' },
    ],
    substitutions: [
      { monthDay: '01-03', name: 'new-year' },
      { monthDay: '04-17', name: 'songkran' },
      { monthDay: '06-05', name: 'queen-birthday' },
      { monthDay: '08-14', name: 'mother-day' },
      { monthDay: '12-11', name: 'constitution' },
    ],
  },
}
