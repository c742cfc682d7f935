import { describe, expect, it } from 'vitest'
import type { Actor, RoleName } from '../../../kernel/actor.ts'
import { recordRefusal } from './recorder.domain.ts'

const holding = (...roles: RoleName[]): Actor => ({
  kind: 'person',
  id: '1',
  name: 'ผู้ทำงาน',
  roles: roles.map((role) => ({ role, unitId: null })),
})

describe('who records a resolution', () => {
  it('are the roles of the policy where the body stands in no chain', () => {
    expect(recordRefusal(holding('meeting-secretary'), null)).toBeNull()
    expect(recordRefusal(holding('unit-owner'), null)).toMatchObject({ code: 'permission.refused' })
  })

  it('are the roles that the step names, and no others', () => {
    const step = { recorders: ['approver'] } as const
    expect(recordRefusal(holding('approver'), step)).toBeNull()
    expect(recordRefusal(holding('meeting-secretary'), step)).toEqual({ code: 'resolution.not-recorder' })
    expect(recordRefusal(holding('unit-owner'), step)).toEqual({
      code: 'permission.refused',
      act: 'resolution.record',
      roles: ['approver'],
    })
  })

  it('is the keeper of the machine at any time, and the program by itself never', () => {
    const step = { recorders: ['approver'] } as const
    expect(recordRefusal({ kind: 'command', name: 'root' }, step)).toBeNull()
    expect(recordRefusal({ kind: 'system', name: 'clock' }, step)).toMatchObject({
      code: 'permission.refused',
    })
  })
})
