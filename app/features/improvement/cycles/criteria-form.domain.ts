import { withoutControls } from '../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { Criteria } from '../cycle.domain.ts'
import { readNotation, writeNotation } from '../notation/notation.domain.ts'
import type { CyclesErrorCode } from './cycles.errors.ts'
import type { RowFaults } from './resolution-rows.domain.ts'

type Values = Readonly<Record<string, string>>

const LONGEST_LINE = 300

/** The box that quotes the item's rule, as the form shows it. `year` is the framework year (B.E.) of codes without one. */
export const criteriaValues = (criteria: Criteria | null, { year }: Readonly<{ year: number }>): Values => ({
  criteriaHeading: criteria?.heading ?? '',
  criteriaBody: criteria === null ? '' : writeNotation(criteria.body, { year }),
  scoringHeading: criteria?.scoringHeading ?? '',
  scoring: criteria === null ? '' : writeNotation(criteria.scoring, { year }),
})

/** The box as it was sent; null where nothing is in it. */
export function readCriteria(
  sent: Values,
  home: Readonly<{ year: number; catalogue: Catalogue }>,
): Result<Criteria | null, RowFaults> {
  const typed = (name: keyof ReturnType<typeof criteriaValues>) => withoutControls(sent[name] ?? '')
  const heading = typed('criteriaHeading').trim()
  const scoringHeading = typed('scoringHeading').trim()
  const body = readNotation(typed('criteriaBody'), home)
  const scoring = readNotation(typed('scoring'), home)
  const faults: Record<string, CyclesErrorCode> = {
    ...(heading.length > LONGEST_LINE && { criteriaHeading: 'cover.long-line' as const }),
    ...(scoringHeading.length > LONGEST_LINE && { scoringHeading: 'cover.long-line' as const }),
    ...(!body.ok && { criteriaBody: 'background.unknown-item' as const }),
    ...(!scoring.ok && { scoring: 'background.unknown-item' as const }),
  }
  if (!body.ok || !scoring.ok) return err({ faults })
  const isEmpty =
    heading === '' && scoringHeading === '' && body.value.length === 0 && scoring.value.length === 0
  if (isEmpty) return ok(null)
  if (heading === '') faults.criteriaHeading = 'criteria.no-heading'
  if (Object.keys(faults).length > 0) return err({ faults })
  return ok({
    heading,
    body: body.value,
    scoringHeading: scoringHeading === '' ? null : scoringHeading,
    scoring: scoring.value,
  })
}
