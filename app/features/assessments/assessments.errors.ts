import type { PermissionRefusal } from '../../kernel/permission.ts'
import type { ScoreFault } from './score-sheet.domain.ts'

export type ScoreFileFault =
  | 'score.no-file'
  | 'score.unknown-format'
  | 'score.damaged-file'
  | 'score.archive-bomb'
  | 'score.too-large'
  | 'score.table-too-large'
  | 'score.unknown-encoding'
  | 'score.refused'
  | 'score.changed-since'
/** Why a sheet of scores does not come in; `cells` is empty where the file as a whole is meant. */
export type ScoreRefusal = Readonly<{ code: ScoreFileFault; cells: readonly ScoreFault[] }>
export type ScoreError = ScoreRefusal | PermissionRefusal
