import type { AnswerFault } from './answer-cells.domain.ts'

export type AnswersFileFault =
  | 'answers.no-file'
  | 'answers.no-items'
  | 'answers.unknown-format'
  | 'answers.damaged-file'
  | 'answers.archive-bomb'
  | 'answers.too-large'
  | 'answers.table-too-large'
  | 'answers.unknown-encoding'
  | 'answers.refused'
/** Why a file of answers is not read; `cells` is empty where the file as a whole is meant. */
export type AnswersRefusal = Readonly<{ code: AnswersFileFault; cells: readonly AnswerFault[] }>
