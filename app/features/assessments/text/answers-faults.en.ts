import type { TextOf } from '../../../i18n/language.ts'
import type { answersFaultsTh } from './answers-faults.th.ts'

/** Why a file of answers cannot be read, in English. */
export const answersFaultsEn: TextOf<typeof answersFaultsTh> = {
  files: {
    'answers.no-file': 'There is no file, or it is empty. Choose a file of answers.',
    'answers.no-items':
      'The catalogue has no questions or no rule to compute with for this year. Choose another year.',
    'answers.unknown-format': 'This file is neither CSV nor XLSX. Save it as one of them, then try again.',
    'answers.damaged-file': 'The file cannot be opened; it may be damaged. Save it anew, then try again.',
    'answers.archive-bomb': 'Unpacked, the file is larger than it should be, so it is not opened.',
    'answers.too-large': 'The file is too large. It may have at most 5 MB.',
    'answers.table-too-large': 'The table is too wide. Remove columns that are not used.',
    'answers.unknown-encoding': 'The letters of the file cannot be read. Save it as CSV UTF-8 or XLSX.',
    'answers.refused': 'Some cells need correcting. No answers were kept.',
  },
  cells: {
    'answers.no-column': (value) => `There is no column ${value} in the row of heads`,
    'answers.unknown-column': (value, other) => `The head “${value}” is no item of ${other}`,
    'answers.column-twice': (value, other) => `The head “${value}” stands in column ${other} already`,
    'answers.several-scales': (value) =>
      `Sub-items of ${value} have different scales; give each of them a column of its own`,
    'answers.no-agency': () => 'The code of the agency is missing',
    'answers.unknown-instrument': (value) => `“${value}” is no survey; write IIT or EIT`,
    'answers.other-instrument': (value, other) =>
      `This row is of ${other}, so it has no answer “${value}” of another instrument`,
    'answers.unknown-option': (value, other) =>
      `“${value}” is not an option of this item; write a number from 1 to ${other}, or the text of the option`,
    'answers.bad-disclosure': (value) => `“${value}” is neither 0 nor 100`,
    'answers.disclosure-twice': (value, other) => `OIT scores of ${value} stand in row ${other} already`,
    'answers.too-many-cells': () => 'This cell has no head above it',
    'answers.no-rows': () => 'There are no answers under the heads',
    'answers.formula': () =>
      'This cell is a formula, which is not calculated. Paste the values alone, then save again.',
    'answers.long-row': () => 'This row is too long',
  },
}
