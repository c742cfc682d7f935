import { describe, expect, it } from 'vitest'
import { JOB_NAMES } from '../../../platform/jobs/jobs.table.ts'
import type { OperationFacts } from '../facts/operation-facts.domain.ts'
import { jobName, operationFindingText } from '../text/index.ts'
import { OPERATION_CODES, operationFindings } from './operation-findings.domain.ts'

const NOW = new Date('2026-11-26T08:00:00Z')
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)
const GB = 1e9

const well: OperationFacts = {
  now: NOW,
  program: { version: '1.0.0', node: '24.0.0', schemaNumber: 19 },
  database: { kind: 'own', version: '17.10', size: GB, findings: [] },
  copies: [{ id: 'one', version: '1.0.0', schemaNumber: 19, startedAt: hoursAgo(5), isThis: true }],
  jobs: [
    {
      name: 'watch',
      everyMs: 60_000,
      isRunning: false,
      succeededAt: hoursAgo(0.01),
      nextAt: null,
      fault: null,
    },
  ],
  mail: { isOn: true, waiting: 0, failed: 0, oldestAt: null },
  storage: { files: 3, used: GB, quota: 10 * GB, disk: { free: 50 * GB, size: 100 * GB }, isInS3: false },
  backup: {
    isScheduled: true,
    hasRecipient: true,
    last: { at: hoursAgo(25), fileName: 'a.prongsai', size: GB, isEncrypted: true, absent: 0 },
    lastDrillAt: hoursAgo(24 * 90),
  },
  certificate: {
    state: 'trusted',
    code: null,
    issuer: 'A',
    notAfter: hoursAgo(-24 * 21),
    checkedAt: hoursAgo(1),
  },
  settings: { hasScanner: true, trustedProxies: 1, origin: 'https://ita.example.go.th', mostUploadMb: 2048 },
}
const codes = (facts: Partial<OperationFacts>) =>
  operationFindings({ ...well, ...facts }).map(({ code, severity }) => `${severity} ${code}`)
const { backup, certificate, storage } = well

describe('what needs whoever administers', () => {
  it('is nothing while all is well', () => {
    expect(codes({})).toEqual([])
  })

  it('is a backup that is older than a day and two hours, lacks files, was never made, or is not encrypted', () => {
    const last = { at: hoursAgo(26), fileName: null, size: null, isEncrypted: false, absent: 2 }
    expect(codes({ backup: { ...backup, last } })).toEqual([
      'late backup.incomplete',
      'late backup.old',
      'returned backup.not-encrypted',
    ])
    expect(codes({ backup: { ...backup, last: null, lastDrillAt: null } })).toEqual(['late backup.never'])
  })

  it('is a restore that was not practised within 90 days', () => {
    expect(codes({ backup: { ...backup, lastDrillAt: hoursAgo(24 * 91) } })).toEqual(['returned drill.old'])
    expect(codes({ backup: { ...backup, lastDrillAt: null } })).toEqual(['returned drill.never'])
  })

  it('is a certificate with less than 21 days left, one that is over, and one that nobody trusts', () => {
    const until = (days: number, state: 'trusted' | 'untrusted' = 'trusted') => ({
      certificate: {
        ...certificate,
        state,
        code: 'x',
        notAfter: hoursAgo(-24 * days),
      } as OperationFacts['certificate'],
    })
    expect(codes(until(20.9))).toEqual(['returned certificate.soon'])
    expect(codes(until(-0.5))).toEqual(['late certificate.over'])
    expect(codes(until(100, 'untrusted'))).toEqual(['late certificate.untrusted'])
    expect(codes({ certificate: { state: 'unreachable', code: 'econnrefused', checkedAt: NOW } })).toEqual([
      'returned certificate.unreachable',
    ])
  })

  it('is a public address without encryption, but not one of this machine', () => {
    const at = (origin: string) =>
      codes({ certificate: { state: 'plain' }, settings: { ...well.settings, origin } })
    expect(at('http://ita.example.go.th')).toEqual(['returned site.plain'])
    expect([at('http://localhost:3000'), at('http://127.0.0.1:3000')]).toEqual([[], []])
  })

  it('is a disk that fills up and files near the quota', () => {
    const disk = (free: number) => ({ storage: { ...storage, disk: { free, size: 100 * GB } } })
    expect([codes(disk(4.9 * GB)), codes(disk(0.9 * GB))]).toEqual([
      ['returned disk.low'],
      ['late disk.full'],
    ])
    const used = (bytes: number) => ({ storage: { ...storage, used: bytes } })
    expect(codes(used(8 * GB))).toEqual(['returned quota.near'])
    expect(codes(used(10 * GB))).toEqual(['late quota.full'])
    expect(codes({ storage: { ...storage, quota: null, disk: null } })).toEqual([])
  })

  it('is a job that failed, and one that was not done for three times its time', () => {
    const job = { name: 'walk-check', everyMs: 86_400_000, isRunning: false, nextAt: null, fault: null }
    const jobs = [
      { ...job, succeededAt: hoursAgo(73) },
      { ...job, name: 'desk', everyMs: 60_000, succeededAt: hoursAgo(0.2) },
      { ...job, name: 'watch', fault: 'econnrefused', succeededAt: null },
    ]
    expect(codes({ jobs })).toEqual(['returned job.late', 'returned job.failed'])
  })

  it('is mail that is off, failed or has waited for hours, and copies of different versions', () => {
    const mail = { isOn: true, waiting: 2, failed: 1, oldestAt: hoursAgo(3) }
    expect(codes({ mail })).toEqual(['returned mail.failed', 'returned mail.stuck'])
    expect(codes({ mail: { ...mail, isOn: false } })).toEqual(['returned mail.off'])
    const [copy] = well.copies
    expect(codes({ copies: copy ? [copy, { ...copy, id: 'two', version: '1.1.0' }] : [] })).toEqual([
      'returned copies.differ',
    ])
  })

  it('is what the rules of the database say of it', () => {
    const text = { th: 'ฐานข้อมูลช้า', en: 'slow' }
    const findings = [{ level: 'fault', text }] as const
    const [found] = operationFindings({ ...well, database: { ...well.database, findings } })
    expect(found).toMatchObject({ code: 'database.health', severity: 'late' })
    expect(found && operationFindingText('th', found).problem).toContain('ฐานข้อมูลช้า')
  })

  it('is said in whole sentences of both languages, each with what to do', () => {
    const values = {
      hours: 30,
      days: 3,
      code: 'x',
      origin: 'http://a',
      free: GB,
      percent: 85,
      failed: 2,
      files: 2,
      job: 'watch',
      versions: '1, 2',
      th: 'ก',
      en: 'a',
    }
    for (const lang of ['th', 'en'] as const)
      for (const code of OPERATION_CODES) {
        const { problem, remedy } = operationFindingText(lang, { code, values })
        expect(problem + remedy, code).not.toMatch(/undefined|NaN/)
        expect(remedy.length, code).toBeGreaterThan(30)
      }
    for (const name of JOB_NAMES) expect([jobName('th', name), jobName('en', name)]).not.toContain(name)
    const words = operationFindingText('th', { code: 'job.failed', values })
    expect(words.problem).toContain('เฝ้าระวังที่อยู่ที่เผยแพร่')
  })
})
