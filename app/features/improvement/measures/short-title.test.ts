import { describe, expect, it } from 'vitest'
import { measureTitle, shortTitle } from './short-title.domain.ts'

describe('a title of one line', () => {
  it('is cut between whole letters, and says that it was', () => {
    const cut = shortTitle(`${'ก'.repeat(89)}ที่นี่ และที่อื่น`)
    expect(cut).toBe(`${'ก'.repeat(89)}ที่…`)
    expect(shortTitle('สั้น')).toBe('สั้น')
  })

  it('has one line, whatever the text has', () => {
    expect(shortTitle(' ก\n\n ข\t')).toBe('ก ข')
  })

  it('of a measure without words is its number', () => {
    expect(measureTitle({ issue: 1, measure: 2, text: '' })).toBe('1.2')
  })
})
