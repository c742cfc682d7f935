import { describe, expect, it } from 'vitest'
import type { WatchCode } from '../watch.domain.ts'
import { type LoggedCheck, watchLog } from './watch-log.domain.ts'

const at = (day: number) => new Date(`2025-05-${String(day).padStart(2, '0')}T19:00:00Z`)
const A = 'https://a.example/oit/2568/O1'

const aCheck = (
  day: number,
  given: Partial<LoggedCheck> & { fails?: readonly WatchCode[] } = {},
): LoggedCheck => {
  const { fails = [], ...rest } = given
  return {
    id: `check-${day}`,
    address: A,
    startedAt: at(day),
    status: 200,
    sha256: 'a'.repeat(64),
    passes: fails.length === 0,
    findings: fails.map((code) => ({ code, weight: 'fails', subject: '', detail: {} })),
    ...rest,
  }
}
const told = (checks: readonly LoggedCheck[]) =>
  watchLog(checks).map(({ kind, from, to }) => [kind, from.getUTCDate(), to?.getUTCDate() ?? null])

describe('the log of an address', () => {
  it('is empty while it passes and stays the same', () => {
    expect(watchLog([aCheck(1), aCheck(2)])).toEqual([])
  })

  it('has one outage from the first check that could not open it to the first that could', () => {
    const checks = [
      aCheck(1),
      aCheck(2, { fails: ['connection.refused'], sha256: null }),
      aCheck(3, { fails: ['answer.slow'], sha256: null }),
      aCheck(4),
    ]
    expect(told(checks)).toEqual([['outage', 2, 4]])
    expect(watchLog(checks)[0]?.codes).toEqual(['connection.refused', 'answer.slow'])
  })

  it('leaves open what lasts', () => {
    expect(told([aCheck(1), aCheck(2, { fails: ['element.missing'] })])).toEqual([['failing', 2, null]])
  })

  it('tells an outage from an address that opens and would still get 0', () => {
    expect(
      told([aCheck(1, { fails: ['status.error'] }), aCheck(2, { fails: ['element.missing'] }), aCheck(3)]),
    ).toEqual([
      ['failing', 2, 3],
      ['outage', 1, 2],
    ])
  })

  it('has a drift where the content changed, and none for the page of an error', () => {
    const other = 'b'.repeat(64)
    expect(told([aCheck(1), aCheck(2, { sha256: other })])).toEqual([['drift', 2, null]])
    expect(told([aCheck(1), aCheck(2, { sha256: other, fails: ['status.error'] }), aCheck(3)])).toEqual([
      ['outage', 2, 3],
    ])
    expect(watchLog([aCheck(2, { sha256: other }), aCheck(1)])[0]?.hashes).toEqual(['a'.repeat(64), other])
  })

  it('is kept apart by address, the newest first', () => {
    const B = 'https://b.example/'
    const log = watchLog([
      aCheck(1, { fails: ['link.dead'] }),
      aCheck(2, { address: B, fails: ['link.dead'] }),
    ])
    expect(log.map(({ address }) => address)).toEqual([B, A])
  })
})
