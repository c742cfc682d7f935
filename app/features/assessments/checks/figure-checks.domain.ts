import { compareDecimal } from '../../../kernel/decimal.ts'
import type { Framework, Instrument } from '../../catalogue/index.ts'
import { recompute } from '../results/recompute.domain.ts'
import type { YearResults } from '../results/result.domain.ts'
import { type CheckedPart, type DataCheck, SEVERITY } from './data-check.domain.ts'

/** Values below nothing or above what they are out of, and levels that the year does not have. */
export function rangesOf(framework: Framework, { year, scores, totals }: YearResults): readonly DataCheck[] {
  const figures = [
    ...scores.map(({ ref, value }) => ({ part: ref as CheckedPart, value, outOf: '100' })),
    ...totals.flatMap(({ part, value, outOf }) => (outOf === null ? [] : [{ part, value, outOf }])),
  ]
  const level = totals.find(({ part }) => part === 'level')?.value
  return [
    ...figures
      .filter(({ value, outOf }) => compareDecimal(value, '0') < 0 || compareDecimal(value, outOf) > 0)
      .map(
        (figure): DataCheck => ({
          code: 'out-of-range',
          year,
          severity: SEVERITY['out-of-range'],
          ...figure,
        }),
      ),
    ...(level !== undefined && !framework.levels.some(({ key }) => key === level)
      ? [
          {
            code: 'unknown-level' as const,
            year,
            severity: SEVERITY['unknown-level'],
            value: level,
          },
        ]
      : []),
  ]
}

/** Fewer answered than had to: one finding for all of a survey of which the same number had to. */
export function answersOf(framework: Framework, { year, scores, totals }: YearResults): readonly DataCheck[] {
  const surveyOf = new Map<CheckedPart, Instrument>(
    [...framework.items, ...framework.indicators].map(({ ref, instrument }) => [ref, instrument]),
  )
  const short = [
    ...scores.map(({ ref, nAnswered, nRequired }) => ({ part: ref as CheckedPart, nAnswered, nRequired })),
    ...totals.map(({ part, nAnswered, nRequired }) => ({ part: part as CheckedPart, nAnswered, nRequired })),
  ].flatMap(({ part, nAnswered, nRequired }) =>
    nAnswered !== null && nRequired !== null && nAnswered < nRequired ? [{ part, nAnswered, nRequired }] : [],
  )
  const bySurvey = Map.groupBy(short, ({ part, nRequired }) => `${surveyOf.get(part) ?? part} ${nRequired}`)
  return [...bySurvey.values()].map((found): DataCheck => {
    const answered = found.map(({ nAnswered }) => nAnswered)
    return {
      code: 'too-few-answers',
      year,
      severity: SEVERITY['too-few-answers'],
      parts: found.map(({ part }) => part),
      fewest: Math.min(...answered),
      most: Math.max(...answered),
      nRequired: found[0]?.nRequired ?? 0,
    }
  })
}

/** Scores under rows of the catalogue that nobody has checked, and a level by such a rule. */
export function unverifiedIn(framework: Framework, results: YearResults): readonly DataCheck[] {
  const { year, scores } = results
  const rows = [...framework.items, ...framework.indicators].filter(
    ({ certainty }) => certainty === 'unverified',
  )
  const refs = scores.map(({ ref }) => ref).filter((ref) => rows.some((row) => row.ref === ref))
  const { level } = recompute(framework, results)
  const used = framework.levels.find(({ key }) => key === (level.printed ?? level.computed?.key))
  return [
    ...(refs.length > 0
      ? [{ code: 'unverified-row' as const, year, severity: SEVERITY['unverified-row'], refs }]
      : []),
    ...(used?.certainty === 'unverified'
      ? [
          {
            code: 'unverified-level' as const,
            year,
            severity: SEVERITY['unverified-level'],
            level: used.key,
          },
        ]
      : []),
  ]
}
