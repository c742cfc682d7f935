import type { TextOf } from '../../../../i18n/language.ts'
import type { chartTh } from './chart.th.ts'

export const chartEn: TextOf<typeof chartTh> = {
  scaleFrom: (from) => `The scale begins at ${from}, not at 0`,
  unconfirmed: 'Hollow mark, broken line: not confirmed to compare',
  different: 'Hollow mark, no line: a different question, not comparable',
  breakUnconfirmed: 'Broken line between years: not confirmed to compare',
  breakDifferent: 'Full line between years: not comparable',
  own: 'This agency',
  median: 'Median',
  others: 'Other agencies',
  darker: 'The darker a cell, the lower the score',
  showTable: 'Show as a table',
  toTable: 'Go to the table of this chart',
  downloads: 'Download',
}
