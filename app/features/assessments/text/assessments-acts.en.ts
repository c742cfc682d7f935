import type { TextOf } from '../../../i18n/language.ts'
import type { assessmentsActsTh } from './assessments-acts.th.ts'

export const assessmentsActsEn: TextOf<typeof assessmentsActsTh> = {
  'score.read': 'see results of the assessment',
  'score.import': 'import results of the assessment',
  'answers.import': 'import answers of the surveys',
  'peer.import': 'import results of other agencies',
  'snapshot.make': 'keep a set of results',
}
