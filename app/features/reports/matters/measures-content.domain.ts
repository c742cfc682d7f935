import type { Cycle, Issue, Measure } from '../../improvement/index.ts'

/** The measures of a year as they go before a meeting: what is to be done, by whom and when, and not what came of it. */
export type MeasuresContent = Readonly<{
  schema: 'prongsai.measures/1'
  fiscalYear: number
  resultsYear: number
  issues: readonly (Pick<Issue, 'number' | 'title'> &
    Readonly<{
      measures: readonly Pick<Measure, 'number' | 'printedNumber' | 'text' | 'period' | 'owners'>[]
    }>)[]
}>

export const measuresContentOf = ({ fiscalYear, resultsYear, issues }: Cycle): MeasuresContent => ({
  schema: 'prongsai.measures/1',
  fiscalYear,
  resultsYear,
  issues: issues.map(({ number, title, measures }) => ({
    number,
    title,
    measures: measures.map(({ number, printedNumber, text, period, owners }) => ({
      number,
      printedNumber,
      text,
      period,
      owners,
    })),
  })),
})
