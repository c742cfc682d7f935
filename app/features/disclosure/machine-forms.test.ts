import { expect, test } from 'vitest'
import { itemRef } from '../../kernel/item-ref.ts'
import { itemForMachines } from './machine-forms.server.ts'

const PERSON = 'นางสาวสมหญิง ตัวอย่าง'
const AT = new Date('2026-11-26T03:00:00Z')
const words = { th: 'ก', en: 'a' }
const HASH = 'ab'.repeat(32)

const version = (number: number, isWithdrawn: boolean) => ({
  version: number,
  contentHash: HASH,
  publishedAt: AT,
  publishedByName: PERSON,
  publicationId: null,
  withdrawn: isWithdrawn ? { at: AT, byName: PERSON, reason: 'ผิด' } : null,
})
const judged = (key: string, state: 'value' | 'none') => ({
  key,
  text: words,
  certainty: 'sourced' as const,
  state,
  passes: true,
  reason: words,
  remedy: null,
})
const fact = {
  id: '1',
  version: 1,
  title: { th: 'แผน', en: null },
  words: null,
  date: null,
}

test('an item for programs has every element with its facts or why there is none, with whole addresses, and names nobody', () => {
  const form = itemForMachines(
    {
      ref: itemRef(2568, 'O1'),
      year: 2568,
      code: 'O1',
      title: words,
      certainty: 'sourced',
      documentYear: null,
      group: { number: '9.1', title: words },
      unit: { th: 'ฝ่าย', en: null },
      answers: [
        {
          key: 'a',
          state: 'value',
          declared: null,
          facts: [
            {
              ...fact,
              kind: 'file',
              address: null,
              file: { sha256: HASH, fileName: 'แผน ก.pdf', mediaType: 'application/pdf', size: 9 },
            },
            { ...fact, kind: 'page', address: '/reports/2567', file: null },
          ],
        },
        {
          key: 'b',
          state: 'none',
          facts: [],
          declared: { text: 'ไม่มี', byName: PERSON, at: AT.toISOString() },
        },
      ],
      score: { score: 100, elements: [judged('a', 'value'), judged('b', 'none')], faults: [] },
      byReport: null,
      shown: version(2, false),
      versions: [version(2, false), version(1, true)],
    },
    'https://a.go.th',
  )
  expect(JSON.stringify(form)).not.toContain(PERSON)
  expect(form).toMatchObject({ state: 'whole', version: 2, address: 'https://a.go.th/oit/2568/O1' })
  const addresses = form.elements.flatMap(({ facts }) => facts.map((one) => one.file?.address ?? one.address))
  expect(addresses).toEqual([
    `https://a.go.th/files/${HASH}/${encodeURIComponent('แผน ก.pdf')}`,
    'https://a.go.th/reports/2567',
  ])
  expect(form.elements[1]?.declared).toEqual({ text: 'ไม่มี', at: AT.toISOString() })
  expect(form.versions.map(({ withdrawn }) => withdrawn?.reason ?? null)).toEqual([null, 'ผิด'])
})
