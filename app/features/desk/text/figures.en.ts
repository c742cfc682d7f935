import type { TextOf } from '../../../i18n/language.ts'
import type { figuresTh } from './figures.th.ts'

const monthName = (month: number) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1))

/** What the rows of the statistics are called, and what describes their register. */
export const figuresEn: TextOf<typeof figuresTh> = {
  month: (month, year) => `${monthName(month)} ${year - 543} (B.E. ${year})`,
  quarter: (quarter, year) => `Quarter ${quarter} of fiscal year ${year}`,
  year: (year) => `Fiscal year ${year}`,
  noUnit: 'Not assigned to a unit yet',
  dataset: {
    title: 'Figures of praise, suggestions, questions and complaints about services',
    description:
      'Matters received at the complaint desk, done, in progress and answered in time, by month and kind. Months without any show zero. Reports of wrongdoing are not in it.',
    objective: 'So that everybody can follow how matters brought to the agency are looked after',
    keyword: 'complaints',
    fields: {
      fiscalYear: 'Fiscal year (B.E.)',
      month: 'Month',
      year: 'Year (B.E.)',
      kind: 'Code of the kind',
      kindTh: 'Kind (Thai)',
      kindEn: 'Kind',
      received: 'Received',
      done: 'Done',
      inProgress: 'In progress',
      answeredInTime: 'Answered in time',
      answeredLate: 'Answered late',
      overdue: 'Overdue and not answered',
    },
  },
}
