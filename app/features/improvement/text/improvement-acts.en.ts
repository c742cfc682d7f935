import type { TextOf } from '../../../i18n/language.ts'
import type { improvementActsTh } from './improvement-acts.th.ts'

export const improvementActsEn: TextOf<typeof improvementActsTh> = {
  'cycle.import': 'import the report of a year',
  'cycle.read': 'see the work of a year',
  'cycle.change': 'open a year, copy one, and change what its report says',
  'cycle.publish': 'publish the report of a year from its work',
  'issue.change': 'add and change issues',
  'outcome.change': 'record outcomes of an issue',
  'measure.change': 'add, change and assign measures',
  'measure.report': 'record progress and the summary, and hand a measure in',
  'measure.review': 'accept, return and reopen measures',
  'measure.remind': 'remind those who are responsible',
  'comment.write': 'write comments',
  'comment.withdraw': 'withdraw a comment',
  'progress.withdraw': 'withdraw an entry of progress',
}
