import { expect, test } from 'vitest'
import { exampleCycle } from '../../../tests/support/example-cycle.ts'
import { reportText } from '../../../tests/support/report-text.ts'
import { itemRef } from '../../kernel/item-ref.ts'
import { loadCatalogue } from '../catalogue/index.server.ts'
import { prepareReport } from './prepare-report.server.ts'

const prepared = (answers = exampleCycle().answers, lang: 'th' | 'en' = 'th') =>
  prepareReport({
    cycle: { ...exampleCycle(), answers },
    catalogue: loadCatalogue(),
    lang,
    suspectedFaults: [],
    withFindings: true,
  })

test('a report that answers an item with a rule is judged', () => {
  expect(prepared().verdict?.score).toBe(100)
})

test('a report that answers an item without a rule is whole, gets no score and says so', () => {
  for (const [lang, sentence] of [
    ['th', 'ยังไม่มีเกณฑ์ตรวจความครบถ้วนของข้อ O1 พ.ศ. 2569'],
    ['en', 'no completeness rule for item O1 of 2569'],
  ] as const) {
    const { verdict, report } = prepared(itemRef(2569, 'O1'), lang)
    expect(verdict).toBeNull()
    expect(reportText(report)).toContain(sentence)
    expect(report.sections.filter(({ id }) => id.startsWith('issue-'))).toHaveLength(7)
  }
})
