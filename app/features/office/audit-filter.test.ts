import { describe, expect, it } from 'vitest'
import { auditQuery, isAsking, readAuditAddress } from './audit-filter.domain.ts'

const read = (address: string) => readAuditAddress(new URLSearchParams(address))

describe('what an address asks of the audit log', () => {
  it.each([
    ['1 ต.ค. 67', '2024-10-01', '2024-10-01'],
    ['๑/๑๐/๒๕๖๗', '2024-10-01', '2024-10-01'],
    ['2024-10-01', '2024-10-01', '2024-10-01'],
    ['67', '2024-01-01', '2024-12-31'],
    ['2567', '2024-01-01', '2024-12-31'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['ก.พ. 67', '2024-02-01', '2024-02-29'],
  ])('“%s” begins on %s and ends on %s', (typed, start, end) => {
    const { filter, faults } = read(`from=${typed}&to=${typed}`)
    expect([filter.from, filter.to, faults]).toEqual([start, end, {}])
  })

  it('a day that cannot be read, and one before the other, are named and ask nothing wrong', () => {
    const unread = read('from=วันนี้&to=31/2/2567&who= สมชาย ')
    expect(unread.faults).toEqual({ from: 'day.unreadable', to: 'day.unreadable' })
    expect(unread.filter).toMatchObject({ actor: 'สมชาย', from: undefined, to: undefined })
    expect(read('from=2568&to=2567').faults).toEqual({ to: 'day.order' })
  })

  it('what no entry can match does not reach the database', () => {
    for (const before of ['', '0', '-1', '1.5', 'x', '1e99'])
      expect(read(`before=${before}`).before).toBeUndefined()
    expect(read('before=51').before).toBe(51)
    expect(read('who=a%00b').filter.actor).toBe('ab')
    expect(read(`text=${'x'.repeat(999)}`).filter.text).toHaveLength(200)
  })

  it('goes into an address and comes back', () => {
    const { typed } = read('who=สมชาย&from=67')
    expect(isAsking(typed)).toBe(true)
    expect(isAsking(read('before=4').typed)).toBe(false)
    expect(auditQuery(read('').typed)).toBe('')
    expect(read(auditQuery(typed, { before: '9' }).slice(1))).toEqual({
      ...read('who=สมชาย&from=67'),
      before: 9,
    })
  })
})
