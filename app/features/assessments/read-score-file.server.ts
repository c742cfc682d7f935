import { err, ok, type Result } from '../../kernel/result.ts'
import { sha256Hex } from '../../platform/hash/content-hash.ts'
import type { FileFaultCode } from '../../platform/office-files/file-fault.ts'
import { readCells } from '../../platform/office-files/read-cells.server.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { ScoreFileFault, ScoreRefusal } from './assessments.errors.ts'
import { planScores, type ReadScore, type Score, type ScorePlan } from './score.domain.ts'
import { SCORE_WORDS } from './score-reading-words.th.ts'
import { readScoreRows } from './score-sheet.domain.ts'

const LIMITS = { bytes: 1_000_000, rows: 20_001, columns: 100 }
const FAULTS: Readonly<Record<FileFaultCode, ScoreFileFault>> = {
  'unknown-format': 'score.unknown-format',
  'damaged-file': 'score.damaged-file',
  'archive-bomb': 'score.archive-bomb',
  'too-large': 'score.too-large',
  'table-too-large': 'score.table-too-large',
  'unknown-encoding': 'score.unknown-encoding',
}

export type ReadScoreFile = Readonly<{ scores: readonly ReadScore[]; sha256: string }>

/** Reads a sheet of scores, whole or not at all. */
export async function readScoreFile(
  bytes: Uint8Array,
  catalogue: Catalogue,
): Promise<Result<ReadScoreFile, ScoreRefusal>> {
  if (bytes.length === 0) return err({ code: 'score.no-file', cells: [] })
  const sheets = await readCells(bytes, { limits: LIMITS, thaiWords: SCORE_WORDS })
  if (!sheets.ok) return err({ code: FAULTS[sheets.error], cells: [] })
  const { scores, faults } = readScoreRows(sheets.value, catalogue)
  return faults.length > 0
    ? err({ code: 'score.refused', cells: faults })
    : ok({ scores, sha256: sha256Hex(bytes) })
}

/** What a file would do. `seen` names the file and what it does together: what is imported is what was seen. */
export type PreviewedScores = Readonly<{ plan: ScorePlan; rows: number; seen: string }>

export function previewOf(read: ReadScoreFile, there: readonly Score[]): PreviewedScores {
  const plan = planScores(read.scores, there)
  return { plan, rows: read.scores.length, seen: sha256Hex(`${read.sha256} ${JSON.stringify(plan)}`) }
}
