import { describe, expect, it } from 'vitest'
import type { Actor, RoleName } from '../../kernel/actor.ts'
import { menuFor } from './office-entries.domain.ts'

const actor = (...roles: RoleName[]): Actor => ({
  kind: 'person',
  id: 'p',
  name: 'สมชาย ตัวอย่าง',
  roles: roles.map((role) => ({ role, unitId: role === 'unit-owner' ? 'u' : null })),
})
const names = (of: Actor, isWhole = true) =>
  menuFor(of, { isWhole, waiting: {} }).flatMap(({ entries }) => entries.map(({ name }) => name))

describe('the menu of the office', () => {
  it('shows to each what they may open, and nothing else', () => {
    expect(names(actor())).toEqual(['home', 'protected', 'notices', 'account'])
    expect(names(actor('unit-owner'))).toEqual([
      'home',
      'cycles',
      'evidence',
      'scores',
      'meetings',
      'approvals',
      'disclosure',
      'watch',
      'site',
      'desk',
      'protected',
      'notices',
      'account',
    ])
    expect(names(actor('auditor'))).toEqual([
      'home',
      'cycles',
      'evidence',
      'scores',
      'meetings',
      'approvals',
      'disclosure',
      'watch',
      'site',
      'desk',
      'protected',
      'notices',
      'people',
      'units',
      'roster',
      'holidays',
      'permissions',
      'audit',
      'account',
    ])
    expect(names(actor('administrator'))).toEqual([
      'home',
      'cycles',
      'evidence',
      'scores',
      'meetings',
      'approvals',
      'disclosure',
      'watch',
      'site',
      'desk',
      'protected',
      'notices',
      'people',
      'units',
      'roster',
      'agency',
      'holidays',
      'chains',
      'providers',
      'permissions',
      'audit',
      'mail',
      'operation',
      'account',
    ])
  })

  it('shows the account alone to who still lacks a second factor', () => {
    expect(names(actor('administrator'), false)).toEqual(['account'])
  })

  it('counts what waits at its entry', () => {
    const menu = menuFor(actor('administrator'), { isWhole: true, waiting: { mail: 3 } })
    const counts = menu.flatMap(({ entries }) => entries.map(({ name, waiting }) => [name, waiting]))
    expect(counts.filter(([, count]) => count !== 0)).toEqual([['mail', 3]])
  })
})
