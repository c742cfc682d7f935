import type { TextOf } from '../../../i18n/language.ts'
import { plural } from '../../../kernel/plural.ts'
import type { answersPageTh } from './answers-page.th.ts'

const people = (n: number) => plural(n, 'respondent')
const figures = (n: number) => plural(n, 'figure')

/** Words of the page of answers, in English. */
export const answersPageEn: TextOf<typeof answersPageTh> = {
  title: 'Answers of the IIT and EIT surveys',
  lead: 'Bring in the agency’s answers, see the scores they give, and compare them with those announced. Answers are kept as they came; they are never changed, and written back nowhere.',
  emptyTitle: 'No answers yet',
  emptyBody:
    'From a file of answers the scores of items, indicators and instruments are computed by the scales of its year. Start with the year’s template below.',
  errorTitle: 'This was not done',
  years: 'Framework year (B.E.)',
  yearTitle: (year) => `Answers of ITA ${year}`,
  noForm: (year) =>
    `The catalogue has no questions or no rule to compute with for ${year}, so there are no scores.`,
  instruments: { IIT: 'IIT (staff)', EIT: 'EIT (public)', OIT: 'OIT (disclosure)' },
  filesTitle: 'Files of answers',
  fileColumns: {
    file: 'File',
    instrument: 'Survey',
    n: 'Respondents',
    imported: 'Imported',
    note: 'Source',
    state: 'State',
  },
  counts: 'Counted',
  withdrawn: 'Withdrawn',
  byOn: (day, by) => `${day} by ${by}`,
  withdraw: 'Withdraw',
  withdrawQuestion: (file, n) =>
    `Answers of ${people(n)} from ${file} will no longer count in what is computed. They are kept, nothing is deleted. Scores that were taken as results of the year stay as they are.`,
  withdrawNow: 'Withdraw these answers',
  targetTitle: 'Answered, of how many required',
  targetNote:
    'No source found states the rule for the years 2566 to 2569. How many have to answer is what the agency says; each change is in the audit log.',
  targetColumns: {
    instrument: 'Survey',
    answered: 'Answered',
    required: 'Required',
    state: 'State',
    set: 'Set the number',
  },
  noTarget: 'Not set',
  setBy: (required, by, day) => `${required} (set by ${by}, ${day})`,
  reached: 'Reached',
  lacking: (n) => `${n} to go`,
  targetField: (instrument) => `Required for ${instrument}`,
  setTarget: 'Save the number',
  resultTitle: 'Scores computed from answers',
  resultNote:
    'Computed from the sums of all answers that count. “Never used” and “cannot compare”, and questions left empty, are not in the mean. Nothing is rounded between the steps; what is shown has two places, half up.',
  fewNote: (fewest) =>
    `With fewer than ${fewest} counted answers no score is shown, since colleagues could tell who answered what; nor is any figure above it, from which it could be computed back.`,
  itemsTitle: (instrument) => `Items of ${instrument}`,
  itemColumns: {
    item: 'Item',
    title: 'Title',
    mean: 'Score',
    n: 'Counted',
    excluded: 'Not counted',
    unanswered: 'No answer',
    mark: 'Remark',
  },
  unverified: 'unverified',
  why: {
    few: 'too few, not shown',
    'no-answers': 'no answer that counts',
    'no-scores': 'no scores stated for its options',
  },
  partsTitle: 'Indicators, instruments and total',
  partColumns: { part: 'Part', mean: 'Score', weighted: 'Weighted', basis: 'Made of', mark: 'Remark' },
  indicator: (code, title) => `Indicator ${code} ${title}`,
  ofItems: (counted, parts) => `${counted} of ${plural(parts, 'item')}`,
  ofIndicators: (counted, parts) => `${counted} of ${plural(parts, 'indicator')}`,
  outOf: (value, percent) => `${value} of ${percent}`,
  total: 'Total',
  level: 'Level',
  missingTitle: 'Total and level cannot be said yet. What is missing:',
  missingAll: (instrument) => `all scores of ${instrument}`,
  missingSome: (instrument, items) => `${instrument}: ${items}`,
  missingUnknown: (instrument) => `${instrument}: no items are known for this year`,
  missingDisclosure:
    'Scores of OIT items do not come from answers; import them on the import page of results.',
  toResults: 'To the import page of results',
  missingFew: 'some scores rest on too few answers to be shown',
  comparedTitle: 'Beside the announced scores of the year',
  comparedNone:
    'There are no announced scores of this year to compare with. They come in on the import page.',
  comparedSame: (n) => `All ${figures(n)} that were announced are the same as computed.`,
  comparedCount: (differing, n) => `${differing} of ${figures(n)} differ.`,
  comparedColumns: {
    figure: 'Figure',
    announced: 'Announced',
    computed: 'Computed',
    difference: 'Difference',
    source: 'Source',
  },
  takeTitle: 'Take computed scores as the results of the year',
  takeLead:
    'For when nothing is announced yet, or when computed scores shall be quoted. Every figure that would change is shown first.',
  takeLook: 'See what would change',
  takeNothing: 'Nothing would change: the results are what was computed, or nothing is computed whole yet.',
  takeCounts: (added, corrected, unchanged) =>
    `${figures(added)} added, ${corrected} corrected, ${unchanged} unchanged`,
  takeWarning: (n) =>
    `${figures(n)} below ${n === 1 ? 'was' : 'were'} announced. If you confirm, computed ones stand in their place; what was announced is kept with its source.`,
  takeColumns: { figure: 'Figure', was: 'Before', now: 'After', n: 'Answered', change: 'Change' },
  changes: { added: 'added', corrected: 'corrected', announced: 'replaces an announced figure' },
  answered: (answered, required) => (required === null ? `${answered}` : `${answered} of ${required}`),
  takeConfirm: 'Take as results of the year',
  takeBack: 'Back, change nothing',
  importTitle: 'Import a file of answers',
  file: 'File of answers (CSV or XLSX)',
  fileHint: 'At most 5 MB; one row a respondent, no names and nothing that tells who answered',
  year: 'Framework year (B.E.)',
  sourceNote: 'Where the answers come from',
  sourceNoteHint: 'For example: exported from the survey on 2 August 2024 (optional)',
  check: 'Check the file',
  ruleTitle: 'How to prepare the file',
  rules: {
    columns:
      'Heads: agency, instrument, then codes of items (i2) or sub-items (i1.1), as in the template of the year',
    rows: 'instrument is IIT or EIT; items of the other survey stay empty',
    cells: 'A cell is the number of the option (1 is the first) or its text; empty means no answer',
    agency: 'agency is the code of the agency; of a file with several you are asked which one is yours',
  },
  templateTitle: 'Templates and options by year',
  template: (year) => `Template ${year}`,
  done: {
    imported: (iit, eit) => `Answers imported: IIT ${iit}, EIT ${eit}`,
    withdrawn: 'Withdrawn. These answers no longer count.',
    target: 'The required number is saved.',
    taken: (added, corrected) => `Taken as results of the year: ${added} added, ${corrected} corrected.`,
    dropped: 'The waiting file is removed. No answers were imported.',
  },
  notKept: 'The file you chose was not kept. Please choose it again.',
  faults: {
    'answers.no-upload':
      'The file is not here any more: it was imported, or waited longer than a day. Choose it again.',
    'answers.no-form':
      'The catalogue has no questions or no rule to compute with for this year. Choose another year.',
    'answers.agency-not-chosen': 'The file holds several agencies. Say which of them is this one.',
    'answers.nothing-answered': 'The file has no answers of this agency.',
    'answers.already-imported':
      'This file is imported already and counts, so it is not imported again. To do so, withdraw it first.',
    'answers.changed-since':
      'Something changed since it was checked. Look at the new list, then confirm again.',
    'answers.no-batch': 'There are no such answers.',
    'answers.withdrawn-already': 'These answers are withdrawn already.',
    'answers.bad-target': 'How many have to answer is a whole number from 1.',
    'answers.nothing-to-take': 'Nothing would change.',
  },
}
