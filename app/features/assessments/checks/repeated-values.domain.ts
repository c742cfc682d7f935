import type { DecimalText } from '../../../kernel/decimal.ts'
import { type ItemRef, yearOf } from '../../../kernel/item-ref.ts'
import { type Catalogue, type Framework, successors } from '../../catalogue/index.ts'
import type { YearResults } from '../results/result.domain.ts'
import { type DataCheck, SEVERITY } from './data-check.domain.ts'

/** Ends of the scale, which many items reach. */
const ENDS: readonly DecimalText[] = ['0.00', '100.00']

/**
 * The same value under different items of one year and one survey: perhaps so, perhaps copied into the wrong cell. Items of
 * disclosure are left aside, since each is nothing or all.
 */
export function equalValuesIn(framework: Framework, { year, scores }: YearResults): readonly DataCheck[] {
  const surveyed = framework.items.filter(({ instrument }) => instrument !== 'OIT')
  const byValue = new Map<string, { value: DecimalText; refs: ItemRef[] }>()
  for (const { ref, instrument } of surveyed) {
    const value = scores.find((score) => score.ref === ref)?.value
    if (value === undefined || ENDS.includes(value)) continue
    const key = `${instrument} ${value}`
    const row = byValue.get(key) ?? { value, refs: [] }
    byValue.set(key, { value, refs: [...row.refs, ref] })
  }
  return [...byValue.values()]
    .filter(({ refs }) => refs.length > 1)
    .map((row) => ({ code: 'equal-values', year, severity: SEVERITY['equal-values'], ...row }))
}

/**
 * One score that would stand beside the scores of several earlier questions: the value is repeated in every comparison that
 * is made with it. Only earlier items that have a score count.
 */
export function repeatedIn(
  catalogue: Catalogue,
  { year, scores }: YearResults,
  years: readonly YearResults[],
): readonly DataCheck[] {
  const before = years.filter((one) => one.year < year)
  const pairs = before.flatMap((results) =>
    results.scores
      .filter(({ ref }) => isItem(catalogue, ref))
      .flatMap(({ ref }) =>
        successors(catalogue, ref, year).map(({ to }) => ({ earlier: ref, to, from: results.year })),
      ),
  )
  return scores.flatMap(({ ref, value }) =>
    before.flatMap((results): readonly DataCheck[] => {
      const earlier = pairs.filter(({ to, from }) => to === ref && from === results.year)
      return earlier.length > 1
        ? [
            {
              code: 'repeated-value',
              year,
              severity: SEVERITY['repeated-value'],
              value,
              ref,
              earlier: earlier.map((pair) => pair.earlier),
            },
          ]
        : []
    }),
  )
}

const isItem = (catalogue: Catalogue, ref: ItemRef): boolean =>
  catalogue.frameworks.find(({ year }) => year === yearOf(ref))?.items.some((item) => item.ref === ref) ??
  false
