import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { contentOf } from '../cycle.domain.ts'
import type { ImportOutcome } from './import.domain.ts'
import { importReport } from './import-report.server.ts'

const example = readFileSync(new URL('../../../../examples/dga-2567/report-2567.txt', import.meta.url))
const text = example.toString('utf8')
const lines = text.split('\n')
const catalogue = loadCatalogue()
const importing = async (bytes: Uint8Array) => importReport({ fileName: 'ก.txt', bytes, catalogue })
const whole = await importing(example)
if (!whole.ok) throw new Error(whole.error.code)
const wholeContent = contentOf(whole.value.cycle)

/** Every part that the whole report has is there, or a note says that something is missing or was not placed. */
function isWholeOrSaid({ cycle, notes }: ImportOutcome): boolean {
  const extra = notes.filter((note) =>
    ['incomplete', 'not-placed', 'part-assumed'].includes(note.code),
  ).length
  const isWhole = cycle.issues.every(
    (issue) =>
      issue.analysis.length > 0 &&
      issue.measures.length > 0 &&
      issue.outcomes.length > 0 &&
      issue.measures.every((measure) =>
        [measure.text, measure.period, measure.owners, measure.summary].every(
          ({ state }) => state === 'value',
        ),
      ),
  )
  return extra > 0 || (isWhole && cycle.issues.length === wholeContent.issues.length)
}

test('a report cut after any letter is refused, or whole, or says what is missing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: text.length }), async (length) => {
      const result = await importing(Buffer.from(text.slice(0, length)))
      expect(result.ok ? isWholeOrSaid(result.value) : result.error.code).toBeTruthy()
    }),
    { numRuns: 150 },
  )
})

test('a report cut after any byte never throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: example.length }), async (length) => {
      const result = await importing(example.subarray(0, length))
      if (!result.ok) expect(result.error.code).toMatch(/^import\./)
    }),
    { numRuns: 100 },
  )
})

test('a report with lines left out is refused, or whole, or says what is missing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: lines.length }),
      fc.integer({ min: 1, max: 60 }),
      async (from, count) => {
        const left = lines.filter((_, index) => index < from || index >= from + count)
        const result = await importing(Buffer.from(left.join('\n')))
        expect(result.ok ? isWholeOrSaid(result.value) : result.error.code).toBeTruthy()
      },
    ),
    { numRuns: 150 },
  )
})

test('marks, tags and controls thrown into a report never make an import throw', async () => {
  const rubbish = fc.oneof(
    fc.constantFrom(
      '\t',
      '\t\t',
      '**',
      '<b>',
      '</ul>',
      '<li>',
      '<p',
      '<!--',
      '&lt;',
      '|',
      '- ',
      '#',
      '\\',
      '\u0000',
      '\u200b',
      '  \n',
      '\n',
    ),
    fc.constantFrom(
      '(e1',
      'O28',
      'ครั้งที่ 1/2567 เมื่อวันที่',
      'จาก 1 คะแนน เป็น 2 คะแนน',
      'ประเด็นที่ 3',
      'ผลการวิเคราะห์ :',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(text.length), rubbish), { minLength: 1, maxLength: 30 }),
      async (places) => {
        const spoiled = places
          .toSorted(([a], [b]) => b - a)
          .reduce((whole, [at, what]) => whole.slice(0, at) + what + whole.slice(at), text)
        const result = await importing(Buffer.from(spoiled))
        if (!result.ok) expect(result.error.code).toMatch(/^import\./)
      },
    ),
    { numRuns: 100 },
  )
})

test('bytes without sense are refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      expect((await importing(bytes)).ok).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('text built of the words of a report never makes an import throw, and every cycle has something in it', async () => {
  const word = fc.constantFrom(
    ...[
      '# ',
      '## ',
      '- ',
      '1. ',
      '\n',
      '\n\n',
      '\t',
      '  \n',
      '**',
      ' ',
      'ประเด็นที่ 1 ',
      'ประเด็นที่ 2',
      'ผลการวิเคราะห์ :',
    ],
    ...[
      'ข้อจำกัด :',
      'มาตรการ',
      'ระยะเวลา',
      'ผู้รับผิดชอบ',
      'สรุปผล',
      'ผลลัพธ์',
      'ม.ค. 67',
      'ส่วน (CSR)',
      '(e1)',
      'หมายเหตุ',
    ],
    ...['รายงานผล', 'ประจำปีงบประมาณ พ.ศ. 2567', 'รายนามคณะ', 'มาตรการ\tระยะเวลา\tผู้รับผิดชอบ\tสรุปผล\tผลลัพธ์\n'],
  )
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 60 }), async (words) => {
      const result = await importing(Buffer.from(words.join('')))
      if (result.ok) expect(result.value.cycle.issues.length).toBeGreaterThan(0)
      else expect(result.error.code).toMatch(/^import\./)
    }),
    { numRuns: 300 },
  )
})
