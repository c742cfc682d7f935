import type { ItemRef } from '../../../kernel/item-ref.ts'
import type { Framework } from '../../catalogue/index.ts'
import { ofHundred } from '../results/of-hundred.domain.ts'
import { recompute } from '../results/recompute.domain.ts'
import type { YearResults } from '../results/result.domain.ts'
import { printed, UNIT, type WorkingNumber, workingNumber } from '../scoring/working-number.domain.ts'
import { type CheckedPart, type DataCheck, SEVERITY } from './data-check.domain.ts'

/** A mean or sum that is printed, with what it is made of: shares of a hundred, those not known null. */
type Made = Readonly<{
  part: CheckedPart
  printed: WorkingNumber
  /** What rounding may hide of `printed`. */
  slack: WorkingNumber
  parts: readonly Readonly<{ part: CheckedPart; value: WorkingNumber | null; share: number }>[]
}>

/** What half of a printed hundredth hides. */
const HALF_HUNDREDTH = UNIT / 200

/**
 * Printed figures that what is below them does not give: computed whole and different, or with a gap that no value between 0
 * and 100 would fill. Where one part alone is missing, what it would have to be is said as information, never kept.
 */
export function sumsOf(framework: Framework, results: YearResults): readonly DataCheck[] {
  if (framework.aggregation.rule !== 'mean-of-means') return []
  const { year } = results
  const { mismatches } = recompute(framework, results)
  return [
    ...mismatches.map((mismatch): DataCheck => {
      if (mismatch.of === 'level')
        return {
          code: 'level-differs',
          year,
          severity: SEVERITY['level-differs'],
          printed: mismatch.printed,
          computed: mismatch.computed,
        }
      const severity = mismatch.isRoundingSized ? 'info' : SEVERITY['figure-differs']
      return { code: 'figure-differs', year, severity, mismatch }
    }),
    ...[...indicatorsMade(framework, results), ...upperMade(framework, results)].flatMap((made) =>
      gapOf(year, made),
    ),
  ]
}

function gapOf(year: number, { part, printed: is, slack, parts }: Made): readonly DataCheck[] {
  const missing = parts.filter(({ value }) => value === null)
  if (missing.length === 0) return []
  const shares = parts.reduce((sum, { share }) => sum + share, 0)
  const known = parts.reduce((sum, { value, share }) => sum + (value ?? 0) * share, 0)
  const rest = is * shares - known
  const most = missing.reduce((sum, { share }) => sum + share * 100 * UNIT, 0)
  const hidden = slack * shares + HALF_HUNDREDTH * shares
  const isPossible = rest >= -hidden && rest <= most + hidden
  if (!isPossible)
    return [
      {
        code: 'cannot-be',
        year,
        severity: SEVERITY['cannot-be'],
        part,
        printed: printed(is),
        known: parts.length - missing.length,
        parts: parts.length,
      },
    ]
  const only = missing.length === 1 && parts.length > 1 ? missing[0] : undefined
  if (!only) return []
  const value = Math.min(100 * UNIT, Math.max(0, Math.round(rest / only.share)))
  return [
    {
      code: 'implied-value',
      year,
      severity: SEVERITY['implied-value'],
      part,
      missing: only.part,
      value: printed(value),
    },
  ]
}

/** Printed indicators over their items. */
function indicatorsMade(framework: Framework, { scores }: YearResults): readonly Made[] {
  const valueAt = (ref: ItemRef): WorkingNumber | null => {
    const score = scores.find((one) => one.ref === ref)
    return score ? workingNumber(score.value) : null
  }
  return framework.indicators.flatMap(({ ref }) => {
    const is = valueAt(ref)
    const own = [ref, ...framework.indicators.filter(({ parent }) => parent === ref).map((sub) => sub.ref)]
    const items = framework.items.filter(({ indicator }) => indicator !== null && own.includes(indicator))
    // With no item known there is nothing to hold the printed value against.
    if (is === null || !items.some((item) => valueAt(item.ref) !== null)) return []
    const parts = items.map((item) => ({ part: item.ref, value: valueAt(item.ref), share: 1 }))
    return [{ part: ref, printed: is, slack: HALF_HUNDREDTH, parts }]
  })
}

/** Printed instruments over their indicators, and the printed total over the instruments. */
function upperMade(framework: Framework, results: YearResults): readonly Made[] {
  const { indicators, instruments } = recompute(framework, results)
  const rowOf = (part: string) => results.totals.find((row) => row.part === part)
  const known = ({ printed: is, exact }: (typeof indicators)[number] | (typeof instruments)[number]) =>
    is === null ? (exact === null ? null : workingNumber(exact)) : workingNumber(is)
  const made = instruments.flatMap(({ instrument }) => {
    const row = rowOf(instrument)
    const is = row ? ofHundred(row) : null
    const parts = framework.indicators
      .filter((indicator) => indicator.instrument === instrument && indicator.parent === null)
      .map(({ ref }) => {
        const figure = indicators.find((one) => one.ref === ref)
        return { part: ref as CheckedPart, value: figure ? known(figure) : null, share: 1 }
      })
    if (!row || is === null || parts.every(({ value }) => value === null)) return []
    return [{ part: instrument as CheckedPart, printed: is, slack: slackOf(row.outOf), parts }]
  })
  const total = rowOf('total')
  const is = total ? ofHundred(total) : null
  const parts = instruments.map((figure) => ({
    part: figure.instrument as CheckedPart,
    value: known(figure),
    share: figure.percent,
  }))
  if (!total || is === null || parts.every(({ value }) => value === null)) return made
  return [...made, { part: 'total' as const, printed: is, slack: slackOf(total.outOf), parts }]
}

/** Half of a hundredth of what is printed, in points of a hundred. */
const slackOf = (outOf: string | null): WorkingNumber =>
  Math.ceil((HALF_HUNDREDTH * 100) / Number(outOf ?? '100'))
