import type { Bilingual } from '../../i18n/language.ts'
import type { ItemRef } from '../../kernel/item-ref.ts'

/** 100 or 0, and why, element by element (ITA: complete and meeting the criteria is 100, anything less is 0). */
export type Verdict = Readonly<{ item: ItemRef; score: 0 | 100; elements: readonly ElementVerdict[] }>

export type ElementKey = 'measure' | 'summary' | 'outcome' | 'period'
export type ElementState = 'value' | 'none' | 'missing' | 'shared'

export type ElementVerdict = Readonly<{
  issue: number
  /** 0 when the issue has no measure at all. */
  measure: number
  element: ElementKey
  state: ElementState
  passes: boolean
  reason: Bilingual
  /** What to do about it; null when nothing is to be done. */
  remedy: Bilingual | null
}>

/** Something that a careful reader would ask about. It warns and never blocks. */
export type Finding = Readonly<{
  code: FindingCode
  place: Readonly<{ issue: number | null; measure: number | null }>
  /** The passages or figures it rests on, as printed. */
  evidence: readonly string[]
  where: Bilingual
  message: Bilingual
  /** The page of the office, behind `/office/`, that shows what it is about, where that is not the page of its place. */
  part?: string
}>
export type FindingCode =
  | 'report.other-item'
  | 'report.other-year'
  | 'report.issue-count'
  | 'period.ended-before-approval'
  | 'period.began-before-approval'
  | 'approval.not-recorded'
  | 'approval.other-day'
  | 'approval.other-content'
  | 'measures.changed-since-approval'
  | 'score.same-value-twice'
  | 'score.not-comparable'
  | 'score.comparability-unknown'
  | 'item.weak-not-measured-again'
  | 'claim.all-rose-not-all-shown'
  | 'claim.rise-but-fell'
  | 'summary.not-done'
  | 'evidence.outside-period'
  | 'outcome.without-citation'
  | 'outcome.empty-not-covered'
  | 'text.suspected-fault'
