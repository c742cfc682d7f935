import type { PermissionRefusal } from '../../kernel/permission.ts'
import type { FigureFault, FiguresFault } from './reading/figure.domain.ts'

/** Why results do not come in; `cells` is empty where the file as a whole is meant. */
export type ScoreFileFault = FiguresFault | 'score.changed-since' | 'upload.gone'
export type ScoreRefusal = Readonly<{ code: ScoreFileFault; cells: readonly FigureFault[] }>
export type ScoreError = ScoreRefusal | PermissionRefusal
