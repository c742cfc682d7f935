import type { DecimalText } from '../../../kernel/decimal.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import type { Mismatch } from '../results/recompute.domain.ts'
import type { TotalPart } from '../results/result.domain.ts'

/** `error`: cannot be right. `warning`: ask the source. `info`: good to know, nothing is wrong. */
export type CheckSeverity = 'error' | 'warning' | 'info'

/** A part of a year's results: an item or indicator, an instrument, the total or the level. */
export type CheckedPart = ItemRef | TotalPart

/** A file that brought figures of a year, and how many of them. */
export type YearImport = Readonly<{ year: number; fileName: string; day: IsoDay; figures: number }>

type Found = Readonly<{ year: number; severity: CheckSeverity }>
export type DataCheck = Found &
  (
    | Readonly<{ code: 'equal-values'; value: DecimalText; refs: readonly ItemRef[] }>
    | Readonly<{ code: 'repeated-value'; value: DecimalText; ref: ItemRef; earlier: readonly ItemRef[] }>
    | Readonly<{ code: 'out-of-range'; part: CheckedPart; value: string; outOf: DecimalText }>
    | Readonly<{ code: 'unknown-level'; value: string }>
    | Readonly<{ code: 'cannot-be'; part: CheckedPart; printed: DecimalText; known: number; parts: number }>
    | Readonly<{ code: 'implied-value'; part: CheckedPart; missing: CheckedPart; value: DecimalText }>
    | Readonly<{ code: 'figure-differs'; mismatch: Mismatch }>
    | Readonly<{ code: 'level-differs'; printed: string; computed: string }>
    | Readonly<{ code: 'imported-again'; imports: readonly YearImport[] }>
    | Readonly<{ code: 'unverified-row'; refs: readonly ItemRef[] }>
    | Readonly<{ code: 'unverified-level'; level: string }>
    | Readonly<{
        code: 'too-few-answers'
        /** All of one survey that the same number had to answer. */
        parts: readonly CheckedPart[]
        fewest: number
        most: number
        nRequired: number
      }>
    | Readonly<{ code: 'no-framework' }>
  )
export type CheckCode = DataCheck['code']

/** How grave each is; `figure-differs` by a hundredth is told as information. */
export const SEVERITY: Readonly<Record<CheckCode, CheckSeverity>> = {
  'equal-values': 'warning',
  'repeated-value': 'warning',
  'out-of-range': 'error',
  'unknown-level': 'error',
  'cannot-be': 'error',
  'implied-value': 'info',
  'figure-differs': 'error',
  'level-differs': 'error',
  'imported-again': 'info',
  'unverified-row': 'info',
  'unverified-level': 'info',
  'too-few-answers': 'warning',
  'no-framework': 'warning',
}

export const SEVERITIES: readonly CheckSeverity[] = ['error', 'warning', 'info']
