import { describe, expect, it } from 'vitest'
import { type Actor, ROLES } from './actor.ts'
import { type Policy, refusalOf } from './permission.ts'

const POLICY = {
  'report.read': { roles: ['executive', 'auditor'], ownUnit: true },
  'password.change': { roles: [], self: true },
  'own-report.change': { roles: [], self: ['auditor'] },
} satisfies Policy

const person = (roles: Extract<Actor, { kind: 'person' }>['roles']): Actor => ({
  kind: 'person',
  id: 'somchai',
  name: 'สมชาย',
  roles,
})

describe('a policy', () => {
  it('lets exactly the roles that it names do an act', () => {
    for (const role of ROLES) {
      const refusal = refusalOf(POLICY, 'report.read', person([{ role, unitId: null }]))
      expect(refusal === null, role).toBe(role === 'executive' || role === 'auditor')
    }
  })

  it('lets a unit owner do it for a unit of theirs, and for no other', () => {
    const owner = person([{ role: 'unit-owner', unitId: 'csr' }])
    expect(refusalOf(POLICY, 'report.read', owner, { unitIds: ['dcm', 'csr'] })).toBeNull()
    expect(refusalOf(POLICY, 'report.read', owner, { unitIds: ['dcm'] })).not.toBeNull()
    expect(refusalOf(POLICY, 'report.read', owner)).not.toBeNull()
  })

  it('lets everybody do what is their own', () => {
    expect(refusalOf(POLICY, 'password.change', person([]), { personId: 'somchai' })).toBeNull()
    expect(refusalOf(POLICY, 'password.change', person([]), { personId: 'somsri' })).not.toBeNull()
    expect(refusalOf(POLICY, 'password.change', person([]))).not.toBeNull()
  })

  it('lets who holds one of the roles named for it do what is their own, and nobody whose role has ended', () => {
    const auditor = person([{ role: 'auditor', unitId: null }])
    const own = { personId: 'somchai' }
    expect(refusalOf(POLICY, 'own-report.change', auditor, own)).toBeNull()
    expect(refusalOf(POLICY, 'own-report.change', auditor, { personId: 'somsri' })).not.toBeNull()
    expect(refusalOf(POLICY, 'own-report.change', person([]), own)).not.toBeNull()
    const executive = person([{ role: 'executive', unitId: null }])
    expect(refusalOf(POLICY, 'own-report.change', executive, own)).not.toBeNull()
  })

  it('lets the keeper of the machine do everything, and the program by itself nothing', () => {
    expect(refusalOf(POLICY, 'report.read', { kind: 'command', name: 'prongsai' })).toBeNull()
    expect(refusalOf(POLICY, 'report.read', { kind: 'system', name: 'public-site' })).toEqual({
      code: 'permission.refused',
      act: 'report.read',
      roles: ['executive', 'auditor'],
    })
  })
})
