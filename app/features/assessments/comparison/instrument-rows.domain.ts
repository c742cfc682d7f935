import { difference } from '../../../kernel/decimal.ts'
import { type Catalogue, frameworkOf, type Instrument } from '../../catalogue/index.ts'
import type { YearResults } from '../results/result.domain.ts'
import { standingFrom } from '../results/standing.domain.ts'
import { printed, workingNumber } from '../scoring/working-number.domain.ts'
import type { ComparedCell, ComparedJoin, ComparisonRow } from './comparison.domain.ts'

const PARTS = ['IIT', 'EIT', 'OIT', 'total'] as const

/**
 * Instruments and the total, of 100. No crosswalk says that what they are made of is the same in two years, so a change
 * between them is a number, never a rise or a fall.
 */
export function instrumentRows(
  catalogue: Catalogue,
  results: readonly YearResults[],
): readonly ComparisonRow[] {
  return PARTS.map((part) => {
    const cells = results.map((year) => cellOf(catalogue, year, part))
    return {
      key: part,
      instrument: part === 'total' ? null : part,
      cells,
      joins: cells.slice(1).map((after, at) => joinOf(cells[at] as ComparedCell, after)),
      meets: [],
    }
  })
}

function cellOf(catalogue: Catalogue, results: YearResults, part: Instrument | 'total'): ComparedCell {
  const { year } = results
  const framework = frameworkOf(catalogue, year)
  const standing = framework && standingFrom(framework, results)
  const value = (part === 'total' ? standing?.total : standing?.instruments[part]) ?? null
  const row = results.totals.find((one) => one.part === part)
  const origin = standing?.origins[part] ?? null
  return {
    year,
    ref: null,
    figure:
      value === null
        ? null
        : {
            value: printed(workingNumber(value)),
            nAnswered: (origin === 'printed' ? row?.nAnswered : null) ?? null,
            nRequired: (origin === 'printed' ? row?.nRequired : null) ?? null,
            origin,
          },
    gap: value !== null ? null : framework ? 'not-imported' : 'not-known',
    isUnverified: origin === 'computed' && framework?.aggregation.certainty === 'unverified',
    isShared: false,
  }
}

const joinOf = (before: ComparedCell, after: ComparedCell): ComparedJoin =>
  before.figure && after.figure
    ? { kind: 'unconfirmed', relation: null, change: difference(before.figure.value, after.figure.value) }
    : { kind: 'not-imported', relation: null }
