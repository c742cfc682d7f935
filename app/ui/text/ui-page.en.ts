import type { TextOf } from '../../i18n/language.ts'
import type { uiPageTh } from './ui-page.th.ts'

export type UiPageText = TextOf<typeof uiPageTh>

export const uiPageEn: UiPageText = {
  title: 'Components',
  lead: 'Every component in every state, both languages and all colour sets: to be looked at whenever the look changes.',
  themes: { light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  type: 'Type',
  longWords: 'Mechanisms and measures to correct and prevent corruption within the agency',
  marks: 'Sphinx of black quartz, judge my vow 0123456789',
  colours: 'Colours',
  states: 'States',
  stateNames: {
    none: 'Not started',
    working: 'In progress',
    review: 'Waiting for review',
    returned: 'Returned',
    done: 'Done',
    late: 'Late',
  },
  buttons: 'Buttons',
  primary: 'Save draft',
  secondary: 'Preview',
  danger: 'Delete',
  disabled: 'Cannot submit',
  cards: 'Cards',
  cardBody: 'Oversight of the use of state property',
  verdict: 'Completeness',
  figures: 'Figures',
  figureLabel: 'before–after score pairs',
  table: 'Table',
  tableHead: ['Item', 'Meaning', 'Score'],
  notices: 'Notices',
  noticePlain: 'All figures are counted from this report itself',
  noticeWarning: 'The two scores come from different questions and cannot be compared',
  forms: 'Forms',
  fieldLabel: 'Fiscal year',
  fieldHint: '67, 2567 and 2024 are all understood',
  fieldError: 'The fiscal year must be a number, for example 2567',
  errorSummary: 'Correct 1 entry before saving',
  progress: 'Making documents, 3 of 6',
  empty: 'No evidence yet',
  emptyBody:
    'Attach a file or a link that shows the measure was carried out, or declare that there is none and why.',
}
