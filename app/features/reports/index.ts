/** Front door of the room for pure code: the report, its verdict and the findings. */
export type { CompletenessRule, ElementRule } from './completeness-rule.domain.ts'
export { type Gap, type GapsOfUnit, gapsByUnit } from './gaps.domain.ts'
export { findFindings } from './plausibility/find-findings.domain.ts'
export type {
  CoverPage,
  MeasureRow,
  MeasureTable,
  RenderedFile,
  Report,
  ReportBlock,
  ReportCell,
  ReportFormat,
  ScoreChart,
  ScoreRow,
  Section,
  TableCell,
} from './report.domain.ts'
export { REPORT_FORMATS } from './report.domain.ts'
export type {
  ElementKey,
  ElementState,
  ElementVerdict,
  Finding,
  FindingCode,
  Verdict,
} from './verdict.domain.ts'
