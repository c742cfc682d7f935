import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { answersPreviewTh } from './answers-preview.th.ts'

/** Words of the page on which a file of answers is looked at, in English. */
export const answersPreviewEn: TextOf<typeof answersPreviewTh> = {
  title: 'Look at a file of answers',
  lead: (file, year) => `${file}, read by the framework of ${year}. Nothing is kept yet.`,
  errorTitle: 'It cannot be imported yet',
  choose: 'Read the file again',
  year: 'Framework year (B.E.)',
  agency: 'Which agency in the file is this one',
  agencyNone: 'Please choose',
  agencyIs: (code) =>
    `The file has answers of the agency with the code “${code}”. Make sure that it is this one.`,
  surveysTitle: 'Respondents in the file',
  surveyColumns: {
    instrument: 'Survey',
    own: 'In the file',
    before: 'Counted already',
    after: 'Together',
    state: 'State',
  },
  isNew: 'will be imported',
  isThere: (day) => `imported on ${day}, not counted twice`,
  disclosure: (n) =>
    `The file also has ${plural(n, 'disclosure score')} (OIT). This page counts answers only and does not use them. To use them, make a table with the columns year, item and score, one row an item (such as 2567, o1, 100), and import it on the import page of results.`,
  toResults: 'To the import page of results',
  itemsTitle: (instrument) => `Items of ${instrument}, before and after`,
  itemColumns: {
    item: 'Item',
    before: 'Before',
    after: 'After',
    n: 'Counted in the file',
    excluded: 'Not counted in the file',
    unanswered: 'No answer in the file',
    mark: 'Remark',
  },
  none: 'none yet',
  instrumentRow: (instrument) => `${instrument} as a whole`,
  confirm: 'Import these answers',
  drop: 'Cancel and remove the file',
  faultCount: (count, shown) =>
    count > shown
      ? `${plural(count, 'cell')} to correct, the first ${shown} shown`
      : `${plural(count, 'cell')} to correct`,
  faultColumns: { cell: 'Cell', fault: 'What to correct' },
  place: (sheet, cell) => (sheet === null ? `cell ${cell}` : `sheet ${sheet}, cell ${cell}`),
}
