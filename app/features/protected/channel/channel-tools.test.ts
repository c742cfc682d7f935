import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createChannelLimits, limitOf } from './channel-limits.server.ts'
import { openChannelLog } from './channel-log.server.ts'
import { createSealedSessions } from './sealed-sessions.server.ts'
import { staffNetworks } from './staff-networks.server.ts'
import { createSuspectQueue } from './suspect-queue.server.ts'

const clock = (start = '2026-11-26T03:41:27.123Z') => {
  let at = Date.parse(start)
  return { now: () => new Date(at), pass: (minutes: number) => (at += minutes * 60_000) }
}

describe('a session in memory', () => {
  const begin = () => {
    const time = clock()
    const sessions = createSealedSessions<{ key: string }>(time.now)
    return { ...time, sessions, id: sessions.begin({ key: 'secret' }, 'owner') }
  }
  test('of who opens again and again takes the place of their own, of nobody else', () => {
    const { sessions, id } = begin()
    const own = Array.from({ length: 6_000 }, () => sessions.begin({ key: 'x' }, 'flood'))
    expect(sessions.find(id)).toEqual({ key: 'secret' })
    expect(own.filter((one) => sessions.find(one) !== null)).toEqual(own.slice(-8))
    sessions.endAllOf('flood')
    expect(own.filter((one) => sessions.find(one) !== null)).toEqual([])
    expect(sessions.find(id)).toEqual({ key: 'secret' })
  })

  test('is found by its identifier alone', () => {
    const { sessions, id } = begin()
    expect(sessions.find(id)).toEqual({ key: 'secret' })
    for (const other of [null, '', `${id.slice(0, -1)}${id.endsWith('A') ? 'B' : 'A'}A`, 'x'.repeat(43)])
      expect(sessions.find(other)).toBeNull()
  })
  test('ends after a quarter of an hour without use, and after an hour however it is used', () => {
    const idle = begin()
    idle.pass(14)
    expect(idle.sessions.find(idle.id)).not.toBeNull()
    idle.pass(16)
    expect(idle.sessions.find(idle.id)).toBeNull()
    const used = begin()
    for (let minute = 0; minute < 60; minute += 10) {
      expect(used.sessions.find(used.id)).not.toBeNull()
      used.pass(10)
    }
    used.pass(1)
    expect(used.sessions.find(used.id)).toBeNull()
  })
  test('can be ended, and given other content', () => {
    const { sessions, id } = begin()
    sessions.change(id, { key: 'other' })
    expect(sessions.find(id)).toEqual({ key: 'other' })
    sessions.end(id)
    expect(sessions.find(id)).toBeNull()
  })
})

describe('limits', () => {
  test('slow first and refuse later; what one network does is not held against another', () => {
    const { now, pass } = clock()
    const limits = createChannelLimits(now)
    const { free, most } = limitOf('send')
    const taken = Array.from({ length: most }, () => limits.take('send', '192.0.2.1'))
    expect(taken.slice(0, free).every((one) => 'delayMs' in one && one.delayMs === 0)).toBe(true)
    expect(taken.slice(free).every((one) => 'delayMs' in one && one.delayMs > 0)).toBe(true)
    expect(limits.take('send', '192.0.2.1')).toEqual({ refused: 60 })
    expect(limits.take('send', '192.0.2.2')).toMatchObject({ delayMs: 0 })
    pass(61)
    expect(limits.take('send', '192.0.2.1')).toMatchObject({ delayMs: 0 })
  })
})

test('who guesses waits among themselves, and more than may wait are sent away', async () => {
  const queue = createSuspectQueue(1, 1)
  const done: string[] = []
  let finish = () => {}
  const first = queue.run(() => new Promise<void>((resolve) => (finish = resolve)))
  const second = queue.run(async () => done.push('second'))
  expect(await queue.run(async () => done.push('third'))).toBeNull()
  finish()
  await Promise.all([first, second])
  expect(done).toEqual(['second'])
})

describe('the log of the channel', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'channel-log-'))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  test('knows the hour and no more, in its lines and in the time of its file', () => {
    const log = openChannelLog(folder, clock().now)
    log('report-failed', { code: 'ENOSPC' })
    const [name = ''] = readdirSync(folder)
    expect(name).toBe('2026-11-26.log')
    const written = readFileSync(path.join(folder, name), 'utf8')
    expect(JSON.parse(written)).toEqual({ hour: '2026-11-26T03', event: 'report-failed', code: 'ENOSPC' })
    expect(statSync(path.join(folder, name)).mtime.toISOString()).toBe('2026-11-26T03:00:00.000Z')
  })
})

test('networks of the agency are known in both forms of addresses', () => {
  const isStaff = staffNetworks(['10.0.0.0/8', '2001:db8::/32'])
  expect(['10.9.8.7', '2001:db8:1:2'].map(isStaff)).toEqual([true, true])
  expect(['11.0.0.1', '2001:db9:1:2', 'unknown'].map(isStaff)).toEqual([false, false, false])
  expect(staffNetworks([])('10.0.0.1')).toBe(false)
})
