import type { PermissionRefusal } from '../../../kernel/permission.ts'
import type { AnswersRefusal } from '../scoring/answers-refusal.domain.ts'

/** Why answers do not come in, or do not become what was asked. */
export type AnswersFault =
  /** The file is not here any more: it was imported, or waited longer than a day. */
  | 'answers.no-upload'
  /** The catalogue has no items for that year, or no rule to compute with. */
  | 'answers.no-form'
  /** Of the file's agencies none was named as this one. */
  | 'answers.agency-not-chosen'
  | 'answers.nothing-answered'
  | 'answers.already-imported'
  | 'answers.changed-since'
  | 'answers.no-batch'
  | 'answers.withdrawn-already'
  | 'answers.bad-target'
  | 'answers.nothing-to-take'

export type AnswersError = Readonly<{ code: AnswersFault }> | AnswersRefusal | PermissionRefusal
