import type { TextOf } from '../../../../i18n/language.ts'
import { plural } from '../../../../kernel/plural.ts'
import type { checksTh } from './checks.th.ts'

export const checksEn: TextOf<typeof checksTh> = {
  title: 'Checks of the results',
  lead: 'What should be looked at in the scores that came in, why, and what to do. No value is changed by the program.',
  emptyTitle: 'Nothing to check yet',
  emptyBody:
    'Once results are imported, this page tells repeated values, impossible values, values that differ from what is computed, and sources that nobody has confirmed.',
  toImport: 'Import results',
  years: 'Year',
  allYears: 'All years',
  yearOf: (year) => `${year} B.E.`,
  severities: 'How grave',
  all: 'All',
  severity: { error: 'To correct', warning: 'To ask about', info: 'To know' },
  nothing: 'Nothing was found under this filter.',
  toYear: 'See the scores of the year',
  toCompare: 'Compare years',
  toImports: 'See the imports',
  titles: {
    'equal-values': 'Equal scores under different items',
    'repeated-value': 'One score beside several questions',
    'out-of-range': 'A score out of range',
    'unknown-level': 'No such level in that year',
    'cannot-be': 'An announced figure that cannot be',
    'implied-value': 'What the missing part would be',
    'figure-differs': 'Announced and computed differ',
    'level-differs': 'The announced level is not that of the rules',
    'imported-again': 'One year imported more than once',
    'unverified-row': 'Items not checked against the manual',
    'unverified-level': 'Level rules not checked',
    'too-few-answers': 'Fewer answers than required',
    'no-framework': 'No framework of this year',
  },
  equalValues: (value, items) =>
    `${value} stands under ${items}. They may be equal, or one was copied into the wrong cell; please compare with the announcement.`,
  repeatedValue: (value, item, earlier) =>
    `${value} of ${item} would be compared again and again, with ${earlier}, which are different questions. Please use it with the one item it compares with, and say that the others were not measured again.`,
  outOfRange: (part, value, outOf) =>
    `${part} is ${value}, and must be between 0 and ${outOf}. Please correct the file and import it again.`,
  unknownLevel: (level) => `“${level}” is no level of this year. Please check year and level in the file.`,
  cannotBe: (part, value, known, parts) =>
    `${part} is announced as ${value}, but of its parts ${known} of ${parts} are known and leave the rest below 0 or above 100. Please check both.`,
  impliedValue: (part, missing, value) =>
    `If ${part} is right, ${missing} must be ${value}. For cross-checking only; it is not kept as a score.`,
  figureDiffers: (part, printed, computed, by) =>
    `${part} is announced as ${printed}, and its parts give ${computed} (${by}). Please compare with the announcement or ask the assessors.`,
  roundingSized: (part, printed, computed) =>
    `${part} is announced as ${printed}, computed ${computed}: one hundredth, usually rounding at another step. Nothing to correct.`,
  levelDiffers: (printed, computed) =>
    `The level “${printed}” is announced, and by the rules of this year the scores give “${computed}”. Please check the instruments and the announcement.`,
  importedAgain: (imports) =>
    `${imports}. The latest value of each item counts. Please check that all files are of the same announcement.`,
  oneImport: (file, day, figures) => `${file} (${day}, ${plural(figures, 'value')})`,
  unverifiedRow: (items) =>
    `Scores of ${items} stand under items that nobody checked against the manual of that year. Please check it and import the right framework.`,
  unverifiedLevel: (level) =>
    `The level “${level}” is given by a rule that nobody checked against the manual of that year. Please check it before quoting.`,
  range: (fewest, most) => (fewest === most ? `${fewest}` : `${fewest}–${most}`),
  andMore: (first, more) => `${first} and ${more} more`,
  tooFewAnswers: (part, answered, required) =>
    `${part}: answered by ${answered} of ${required} that had to. Please check the numbers, or state this limit when quoting the score.`,
  noFramework: 'The scores of this year cannot be checked until its framework is imported.',
  itemOf: (code, year) => `${code} of ${year}`,
  indicatorOf: (number, year) => `indicator ${number} of ${year}`,
  total: 'the total',
  level: 'the level',
  and: 'and',
}
