import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { aCatalogue } from '../../../tests/support/catalogue-builders.ts'
import { cycle as anyCycle } from '../../../tests/support/cycle-arbitraries.ts'
import { aCycle, anIssue } from '../../../tests/support/cycle-builders.ts'
import { cycleTexts } from '../../../tests/support/cycle-text.ts'
import { exampleCycle, exampleFaults } from '../../../tests/support/example-cycle.ts'
import { reportText } from '../../../tests/support/report-text.ts'
import { foldText, plain } from '../../kernel/rich-text.ts'
import { loadCatalogue } from '../catalogue/index.server.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { Cycle } from '../improvement/index.ts'
import { buildReport } from './build-report.domain.ts'
import { checkCompleteness } from './completeness.domain.ts'
import { loadCompletenessRules } from './completeness-rules.server.ts'
import { findFindings } from './plausibility/find-findings.domain.ts'
import type { Report, ReportBlock } from './report.domain.ts'
import type { ReportInput } from './report-input.domain.ts'

const HASH = 'ab'.repeat(32)
const SECTIONS = [
  'background',
  'issues',
  'criteria',
  'scores',
  'issue-1',
  'issue-2',
  'issue-3',
  'issue-4',
  'issue-5',
  'issue-6',
  'issue-7',
  'names-1',
  'names-2',
  'appendix',
]

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await loadCatalogue()
})

function report(cycle: Cycle, given: Partial<ReportInput> = {}): Report {
  const suspectedFaults = given.suspectedFaults ?? []
  const known = given.catalogue ?? catalogue
  const rule = loadCompletenessRules().get(cycle.answers)!
  return buildReport({
    cycle,
    catalogue: known,
    verdict: checkCompleteness({ cycle, rule }),
    findings: findFindings({ cycle, catalogue: known, suspectedFaults, rule }),
    suspectedFaults,
    contentHash: HASH,
    lang: 'th',
    withFindings: true,
    proof: null,
    ...given,
  })
}
const example = (given: Partial<ReportInput> = {}) =>
  report(exampleCycle(), { suspectedFaults: exampleFaults(), ...given })
const section = ({ sections }: Report, id: string) => sections.find((each) => each.id === id)!
const blocks = <K extends ReportBlock['kind']>(given: Report, id: string, kind: K) =>
  section(given, id).blocks.filter((block): block is Extract<ReportBlock, { kind: K }> => block.kind === kind)

/** The first text of the cycle that does not follow in the report, or null when all do, in order. */
function firstLost(cycle: Cycle, built: Report): string | null {
  const text = foldText(reportText(built))
  let at = 0
  for (const piece of cycleTexts(cycle).map(foldText)) {
    const found = text.indexOf(piece, at)
    if (found < 0) return piece
    at = found + piece.length
  }
  return null
}

describe('the example', () => {
  test('has its parts in the order of the published form, the appendix last', () => {
    expect(example().sections.map(({ id }) => id)).toEqual(SECTIONS)
    expect(section(example(), 'background').heading).toBe('ที่มาและความสำคัญ')
    expect(section(example(), 'issue-3').heading).toBe(
      'ประเด็นที่ 3 ช่องทางและรูปแบบการประชาสัมพันธ์เผยแพร่ข้อมูลข่าวสารภาครัฐ',
    )
  })

  test('keeps all its text in reading order, in both languages of the pages around it', () => {
    expect(firstLost(exampleCycle(), example())).toBeNull()
    expect(firstLost(exampleCycle(), example({ lang: 'en' }))).toBeNull()
  })

  test('an issue has its analysis, limitations, table and scores under the form’s headings', () => {
    expect(blocks(example(), 'issue-1', 'heading').map(({ level, text }) => [level, text])).toEqual([
      [2, 'ผลการวิเคราะห์'],
      [2, 'ข้อจำกัดของหน่วยงานในการประเมิน ITA'],
      [2, 'มาตรการและผลการดำเนินงาน'],
      [2, 'คะแนนของประเด็น'],
    ])
    expect(section(example(), 'issue-5').blocks.map(({ kind }) => kind)).not.toContain('scores')
  })

  test('the list of issues keeps the titles as they are printed there', () => {
    const [list] = blocks(example(), 'issues', 'numbered')
    expect(list?.items).toHaveLength(7)
    expect(list?.items[6]).toEqual(plain('กลไกและมาตรการในการแก้ไข และป้องกันการทุจริตภายในหน่วยงาน'))
  })

  test('the summary counts as risen only what can be compared', () => {
    const [scores] = blocks(example(), 'scores', 'scores')
    expect(scores?.chart.title).toBe('คู่คะแนนที่เทียบกันได้เพิ่มขึ้นทั้ง 2 คู่ อีก 3 คู่เทียบกันไม่ได้ อีก 6 คู่ยังไม่ยืนยันว่าเทียบกันได้')
    expect(scores?.chart).toMatchObject({ beforeYear: 2566, afterYear: 2567 })
    expect(scores?.chart.rows).toHaveLength(13)
    expect(scores?.chart.rows.find(({ beforeOf }) => beforeOf === '2566:e1')).toMatchObject({
      before: '77.33',
      after: '89.10',
      comparable: 'yes',
      change: '+11.77',
    })
    expect(scores?.chart.rows.find(({ beforeOf }) => beforeOf === '2566:e5')).toMatchObject({
      comparable: 'no',
      change: null,
    })
  })

  test('every name is known as words that are not broken', () => {
    expect(example().properNames).toContain('อังคกมลเศรษฐ์')
    expect(example().properNames).toContain('สพร.')
    expect(example().properNames).toHaveLength(17)
  })

  test('the cover stands as published and the title on one line', () => {
    expect(example().title).toBe(
      'รายงานผลการดำเนินการเพื่อส่งเสริม คุณธรรมและความโปร่งใสภายในหน่วยงาน ของสำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน) ประจำปีงบประมาณ พ.ศ. 2567',
    )
    expect(example().cover.approvalLines).toEqual([exampleCycle().cover.approvalLine])
    expect(example().runningHead.title).toBe(exampleCycle().cover.runningTitle)
  })
})

describe('the appendix', () => {
  const tables = (built: Report) => blocks(built, 'appendix', 'table')
  const captions = (built: Report) => tables(built).map(({ caption }) => caption)

  test('names what every cited item asks in its own year', () => {
    const items = tables(example({ lang: 'en' })).find(({ head }) => head[1] === 'Item')!
    const rows = items.rows.map((cells) => cells.map(({ text }) => text))
    expect(rows.find(([year, code]) => year === '2566' && code === 'o28')?.[2]).toMatch(/complain|report/i)
    expect(rows.filter(([, code]) => code === 'e1').map(([year]) => year)).toEqual(['2566', '2567'])
    expect(rows.map(([, code]) => code)).toContain('Indicator 10')
    expect(rows.map(([year]) => year)).toEqual(rows.map(([year]) => year).toSorted())
  })

  test('lists the findings and suspected faults, each once, and only when asked to', () => {
    const built = example({ lang: 'en' })
    const findings = tables(built).find(({ head }) => head[1] === 'Finding')!
    const faults = tables(built).find(({ head }) => head[0] === 'As printed')!
    const listed = findFindings({
      cycle: exampleCycle(),
      catalogue,
      rule: loadCompletenessRules().get(exampleCycle().answers)!,
      suspectedFaults: [],
    })
    expect(findings.rows.map(([, message]) => message?.text)).toEqual(listed.map(({ message }) => message.en))
    expect(faults.rows).toHaveLength(12)
    const without = example({ lang: 'en', withFindings: false })
    expect(captions(built).filter((caption) => !captions(without).includes(caption))).toEqual([
      findings.caption,
      faults.caption,
    ])
  })

  test('says when there is nothing to find', () => {
    expect(reportText(report(aCycle({ issues: [] }), { lang: 'en', findings: [] }))).toContain('No findings')
  })

  test('gives the score, the elements by state, and what to do about those that fail', () => {
    const passing = blocks(example({ lang: 'en' }), 'appendix', 'table')[0]!
    expect(passing.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['measure or activity', '10', '0', '0', '0', 'Pass'],
      ['summary of the work', '10', '0', '0', '0', 'Pass'],
      ['outcome or success', '7', '3', '0', '0', 'Pass'],
      ['period', '10', '0', '0', '0', 'Pass'],
    ])
    const failing = reportText(report(aCycle({ issues: [anIssue({ outcomes: [] })] }), { lang: 'en' }))
    expect(failing).toContain('Item O28 by the ITA criteria of 2568: 0 points')
    expect(failing).toContain('Ask Risk section (CSR) to state the outcome of measure 1 in issue 1')
  })

  test('lists the resolutions by date and ends with the content hash', () => {
    const built = example({ lang: 'en' })
    const resolutions = tables(built).find(({ head }) => head[1] === 'Meeting')!
    expect(resolutions.rows.map(([day]) => day?.text)).toEqual([
      '13 March 2024 (B.E. 2567)',
      '11 October 2024 (B.E. 2567)',
      '21 October 2024 (B.E. 2567)',
      '7 November 2024 (B.E. 2567)',
    ])
    expect(blocks(built, 'appendix', 'note')[0]?.runs[0]?.text).toBe(HASH)
  })
})

test('a part that a cycle does not have gets no section, and an empty issue says what it lacks', () => {
  const built = report(
    aCycle({ background: [], issues: [anIssue({ analysis: [], measures: [], outcomes: [] })] }),
    { lang: 'en' },
  )
  expect(built.sections.map(({ id }) => id)).toEqual(['issues', 'issue-1', 'appendix'])
  expect(blocks(built, 'issue-1', 'note').map(({ runs }) => runs[0]?.text)).toEqual([
    'This issue has no analysis yet',
    'This issue has no measure yet',
  ])
})

test('whatever the cycle, the report holds all its text in order, and anchors are unique', () => {
  fc.assert(
    fc.property(anyCycle, fc.constantFrom('th' as const, 'en' as const), (cycle, lang) => {
      const built = report(cycle, { lang, catalogue: aCatalogue() })
      expect(firstLost(cycle, built)).toBeNull()
      const ids = built.sections.flatMap(({ id, blocks: inside }) => [
        id,
        ...inside.flatMap((block) => (block.kind === 'heading' ? [block.id] : [])),
      ])
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})
