import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChannelView } from '../reporting/channel-view.queries.server.ts'
import { FIRST_SETTINGS, STAGES } from '../settings/channel-settings.domain.ts'
import { FIRST_CATEGORIES } from '../text/first-categories.th.ts'
import { linesApart, writePolicy } from './write-policy.ts'

const days = fc.integer({ min: 1, max: 365 })
const limit = fc.record({
  workingDays: days,
  certainty: fc.constantFrom('own' as const, 'sourced' as const, 'unverified' as const),
  basis: fc.record({ th: fc.constantFrom('', 'ระเบียบ ข้อ 5'), en: fc.constantFrom('', 'Rule 5') }),
})
const holder = fc.record({
  keyId: fc.uuid(),
  appointmentId: fc.uuid(),
  personId: fc.uuid(),
  kind: fc.constantFrom('recipient' as const, 'custodian' as const, 'external' as const),
  roleTh: fc.constantFrom('ประธานกรรมการตรวจสอบ', 'ผู้อำนวยการกอง [กฎหมาย]'),
  roleEn: fc.constantFrom('Chair of the audit committee', 'Head of *law*'),
  officeKey: fc.constant(null),
  step: fc.integer({ min: 1, max: 9 }),
  sealingKey: fc.constant(new Uint8Array(32)),
  signingKey: fc.constant(new Uint8Array(32)),
  fingerprint: fc.stringMatching(/^[0-9a-f]{4} [0-9a-f]{4}$/),
  endorsement: fc.constant(new Uint8Array(64)),
  isOffline: fc.boolean(),
  validFrom: fc.constant('2026-11-26'),
  validTo: fc.constant(null),
})
const view: fc.Arbitrary<ChannelView> = fc.record({
  settings: fc.record({
    ...Object.fromEntries(Object.entries(FIRST_SETTINGS).map(([key, value]) => [key, fc.constant(value)])),
    times: fc.record({ acknowledge: limit, answer: limit, close: limit }),
    retentionDays: fc.integer({ min: 31, max: 3650 }),
    categories: fc.constant(FIRST_CATEGORIES),
  }) as unknown as fc.Arbitrary<ChannelView['settings']>,
  recovery: fc.option(
    fc.record({
      publicKey: fc.constant(new Uint8Array(32)),
      endorsement: fc.constant(new Uint8Array(64)),
      shares: fc.constant(5),
      threshold: fc.constant(3),
    }),
  ),
  version: fc.constant(1),
  holders: fc.array(holder, { maxLength: 5 }),
})

test('everything that a reporter is promised stands in the policy, in both languages, and no name of a person', () => {
  fc.assert(
    fc.property(view, (given) => {
      for (const lang of ['th', 'en'] as const) {
        const { body } = writePolicy(given, lang)
        for (const stage of STAGES)
          expect(body).toContain(
            lang === 'th'
              ? `${given.settings.times[stage].workingDays} วันทำการ`
              : `${given.settings.times[stage].workingDays} working day`,
          )
        expect(body).toContain(String(given.settings.retentionDays))
        for (const category of given.settings.categories) expect(body).toContain(category[lang])
        for (const { fingerprint, personId } of given.holders) {
          expect(body).toContain(fingerprint)
          expect(body).not.toContain(personId)
        }
        expect(body.split('\n').filter((line) => line.startsWith('## '))).toHaveLength(7)
        expect(body.includes('3') || given.recovery === null).toBe(true)
      }
    }),
    { numRuns: 100 },
  )
})

test('the same settings give the same text, and another day of another setting another', () => {
  fc.assert(
    fc.property(view, (given) => {
      expect(writePolicy(given, 'th')).toEqual(writePolicy(structuredClone(given), 'th'))
      const longer = {
        ...given,
        settings: { ...given.settings, retentionDays: given.settings.retentionDays + 1 },
      }
      expect(writePolicy(longer, 'th').body).not.toBe(writePolicy(given, 'th').body)
    }),
    { numRuns: 50 },
  )
})

test('days are of the Buddhist era, and what a role is called is words and no markup', () => {
  const [one] = fc.sample(holder, { numRuns: 1, seed: 1 })
  const given: ChannelView = {
    settings: { ...FIRST_SETTINGS, categories: FIRST_CATEGORIES },
    recovery: null,
    version: 0,
    holders: [{ ...one!, roleTh: 'หัวหน้า [x](javascript:alert(1)) <b>', roleEn: '# *Head*' }],
  }
  const { body } = writePolicy(given, 'th')
  expect(body).toContain('26 พฤศจิกายน 2569')
  expect(body).toContain('หัวหน้า \\[x\\](javascript:alert(1)) \\<b\\>')
  expect(writePolicy(given, 'en').body).toContain('\\# \\*Head\\*')
})

test('what stands in one of two texts alone is told, twice the same line too', () => {
  expect(linesApart('a\nb\n\nb\nc', 'a\nb\nd')).toEqual({ gone: ['b', 'c'], added: ['d'] })
  expect(linesApart('a', 'a')).toEqual({ gone: [], added: [] })
})
