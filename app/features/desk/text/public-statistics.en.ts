import type { TextOf } from '../../../i18n/language.ts'
import type { publicStatisticsTh } from './public-statistics.th.ts'

export type PublicStatisticsText = TextOf<typeof publicStatisticsTh>

export const publicStatisticsEn: PublicStatisticsText = {
  title: 'Matters received',
  yearTitle: (year) => `Matters received, fiscal year B.E. ${year}`,
  lead: 'How much praise and how many suggestions, questions and service complaints came, and what became of them. No personal data. Reports of corruption are not counted here.',
  asOf: (moment) => `As of ${moment}`,
  noneYet: 'Nothing has come in this year yet, so the tables show zeros',
  years: 'Fiscal year',
  by: {
    month: 'By month',
    quarter: 'By quarter',
    year: 'By fiscal year',
    unit: 'By unit',
    kind: 'By kind',
  },
  first: { month: 'Month', quarter: 'Quarter', year: 'Fiscal year', unit: 'Unit', kind: 'Kind' },
  columns: {
    received: 'Received',
    done: 'Done',
    inProgress: 'In progress',
    answeredInTime: 'Answered in time',
    answeredLate: 'Answered late',
    overdue: 'Overdue without answer',
  },
  total: 'Total',
  chartTitle: (year) => `Received and done by month, fiscal year B.E. ${year}`,
  chartSaid: (received, done) =>
    `${received} received, ${done} done. The figures of each month stand in the table.`,
  formsHeading: 'To use elsewhere',
  csv: 'Download CSV',
  json: 'Download JSON',
  open311: 'Other programs can read and send matters that have a place, by Open311 GeoReport v2',
  noYear: 'There are no figures of that year',
}
