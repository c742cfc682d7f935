import { describe, expect, it } from 'vitest'
import { type GrantedRole, type ReviewStep, reviewOf } from './work-proof.domain.ts'

const step = (kind: ReviewStep['kind'], day: string, personId = 'owner'): ReviewStep => ({
  measureId: 'm',
  kind,
  personId,
  byName: personId,
  at: new Date(`${day}T03:00:00Z`),
})
const unit = (id: string) => ({ id, nameTh: `ส่วน ${id}`, nameEn: null })
const grant = (given: Partial<GrantedRole> = {}): GrantedRole => ({
  personId: 'owner',
  role: 'unit-owner',
  unit: unit('a'),
  validFrom: '2024-01-01',
  validTo: null,
  ...given,
})
const review = (steps: readonly ReviewStep[], roles: readonly GrantedRole[] = [grant()]) =>
  reviewOf(steps, { unitIds: ['a'], roles })

describe('by whom a measure was handed in and accepted', () => {
  it('is the last of each, in the role and for the unit of that day', () => {
    const found = review(
      [step('submitted', '2024-09-01'), step('accepted', '2024-09-02', 'coordinator')],
      [grant(), grant({ personId: 'coordinator', role: 'ita-coordinator', unit: null })],
    )
    expect(found.submitted).toMatchObject({ byName: 'owner', role: 'unit-owner', unit: { id: 'a' } })
    expect(found.accepted).toMatchObject({ byName: 'coordinator', role: 'ita-coordinator', unit: null })
  })

  it('is nobody after it was returned or opened again', () => {
    expect(review([step('submitted', '2024-09-01'), step('returned', '2024-09-02')]).submitted).toBeNull()
    const reopened = [
      step('submitted', '2024-09-01'),
      step('accepted', '2024-09-02'),
      step('reopened', '2024-09-03'),
    ]
    expect(review(reopened)).toEqual({ submitted: null, accepted: null })
  })

  it('is who handed it in again after it was returned', () => {
    const found = review([step('returned', '2024-09-02'), step('submitted', '2024-09-03')])
    expect(found.submitted?.at).toEqual(new Date('2024-09-03T03:00:00Z'))
  })

  it('is told for the unit that owns the measure where somebody answers for several', () => {
    const found = review(
      [step('submitted', '2024-09-01')],
      [grant({ unit: unit('b') }), grant({ unit: unit('a') })],
    )
    expect(found.submitted?.unit?.id).toBe('a')
  })

  it('is told without a role that ended before or began after that day', () => {
    const roles = [grant({ validTo: '2024-08-31' }), grant({ validFrom: '2024-09-02' })]
    expect(review([step('submitted', '2024-09-01')], roles).submitted).toMatchObject({
      role: null,
      unit: null,
    })
  })
})
