import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../kernel/actor.ts'
import { menuFor } from '../office-entries.domain.ts'
import { afterKey, letterOf } from './pressed-keys.domain.ts'
import { shortcutsFor } from './shortcuts.domain.ts'
import { SHORTCUTS } from './shortcuts.table.ts'

const of = (...roles: ('unit-owner' | 'administrator')[]) => {
  const actor: Actor = {
    kind: 'person',
    id: 'p',
    name: 'ก',
    roles: roles.map((role) => ({ role, unitId: role === 'unit-owner' ? 'u' : null })),
  }
  return shortcutsFor(menuFor(actor, { isWhole: true, waiting: {} }), 2569)
}
const press = (...letters: (string | null)[]) => {
  let waiting: readonly string[] = []
  const hits: string[] = []
  for (const letter of letters) {
    const after = afterKey(of('unit-owner'), waiting, letter)
    waiting = after.waiting
    if (after.hit) hits.push(after.hit.name)
  }
  return hits
}

describe('the keys of the office', () => {
  it('lead where the menu of the person leads, and nowhere else', () => {
    const parts = (shortcuts: ReturnType<typeof of>) =>
      Object.fromEntries(shortcuts.map(({ name, part }) => [name, part]))
    expect(parts(of('unit-owner'))).toMatchObject({ home: '', thisYear: 'cycles/2569', evidence: 'evidence' })
    expect(Object.keys(parts(of('unit-owner')))).not.toContain('people')
    expect(parts(of('administrator'))).toMatchObject({ people: 'people', audit: 'audit' })
    expect(Object.keys(parts(of()))).not.toContain('thisYear')
  })

  it('no shortcut is another, or its beginning', () => {
    const all = Object.values(SHORTCUTS).map(({ keys }) => keys.join(' '))
    for (const one of all)
      expect(all.filter((other) => other === one || other.startsWith(`${one} `))).toEqual([one])
  })

  it('g and then a letter opens a page; another key between them begins anew', () => {
    expect(press('g', 'h')).toEqual(['home'])
    expect(press('h')).toEqual([])
    expect(press('g', 'x', 'h')).toEqual([])
    expect(press('g', 'g', 'e')).toEqual(['evidence'])
    expect(press('g', null, 'e')).toEqual([])
    expect(press('g', '/')).toEqual(['search'])
    expect(press('?', '/')).toEqual(['help', 'search'])
  })

  it('on a Thai keyboard the same keys work by their place', () => {
    const key = (key: string, code: string, shiftKey = false) => letterOf({ key, code, shiftKey })
    expect([key('เ', 'KeyG'), key('ำ', 'KeyE'), key('ฝ', 'Slash'), key('ฦ', 'Slash', true)]).toEqual([
      'g',
      'e',
      '/',
      '?',
    ])
    expect([key('g', 'KeyG'), key('G', 'KeyG', true), key('?', 'Slash', true)]).toEqual(['g', 'g', '?'])
    // Another Latin layout: what is printed on the key counts.
    expect(key('?', 'Comma', true)).toBe('?')
    expect([key('Shift', 'ShiftLeft', true), key('ๆ', 'Digit1')]).toEqual([null, null])
  })
})
