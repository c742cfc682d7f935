import type { TextOf } from '../../../i18n/language.ts'
import type { scoresPageTh } from './scores-page.th.ts'

export const scoresPageEn: TextOf<typeof scoresPageTh> = {
  title: 'Results of the assessment',
  lead: 'Scores as they were imported, each with its source. Analyses and outcomes quote them, so no figure is typed twice.',
  emptyTitle: 'No results yet',
  emptyBody:
    'An outcome can compare two years once the scores of both are here. Prepare a file with one row a score, then import it below.',
  tableTitle: (year) => `ITA scores of ${year}`,
  years: 'Framework year',
  columns: { item: 'Item', title: 'Title', value: 'Score', n: 'Answered', source: 'Source' },
  answered: (answered, required) => (required === null ? `${answered}` : `${answered} of ${required}`),
  source: (file, row, day) => `${file}, row ${row}, imported ${day}`,
}
