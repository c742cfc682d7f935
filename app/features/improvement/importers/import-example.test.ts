import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fieldValue } from '../../../kernel/field.ts'
import { yearOf } from '../../../kernel/item-ref.ts'
import { citedIn, foldText, plainText, type RichText, type Run, runsOf } from '../../../kernel/rich-text.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import type { ScoreFact } from '../cycle.domain.ts'
import { importReport } from './import-report.server.ts'

const FOLDER = new URL('../../../../examples/dga-2567/', import.meta.url)
const bytes = readFileSync(new URL('report-2567.txt', FOLDER))
const extract = JSON.parse(readFileSync(new URL('report-2567.json', FOLDER), 'utf8'))
const catalogue = loadCatalogue()
const result = await importReport({ fileName: 'report-2567.txt', bytes, catalogue })
if (!result.ok) throw new Error(result.error.code)
const { cycle, counts, notes, suspectedFaults } = result.value

const inRun = (run: Run) => (run.strong ? `**${run.text}**` : run.text)
const line = (runs: readonly Run[]) => runs.map(inRun).join('').replaceAll('****', '')
const markdown = (text: RichText | null) =>
  (text ?? [])
    .flatMap((block) =>
      block.kind === 'paragraph' ? [line(block.runs)] : block.items.map(({ runs }) => `- ${line(runs)}`),
    )
    .join('\n')
const same = (text: string | null) => (text === null ? null : foldText(text))

describe('the published report of fiscal year 2567', () => {
  test('has 7 issues with 2, 1, 1, 1, 1, 1 and 3 measures, 11 score pairs, 2 single scores and 4 resolutions', () => {
    expect(counts).toEqual({
      issues: 7,
      measures: [2, 1, 1, 1, 1, 1, 3],
      scorePairs: 11,
      singleScores: 2,
      resolutions: 4,
      absences: 2,
      completions: 2,
    })
  })

  test('is of fiscal year 2567, reads the results of 2566 and answers item O28 of 2568', () => {
    expect([cycle.fiscalYear, cycle.resultsYear, cycle.answers]).toEqual([2567, 2566, '2568:O28'])
    expect(cycle.source).toEqual({
      fileName: 'report-2567.txt',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      format: 'text',
    })
  })

  test('has its cover, its names and its background word for word', () => {
    const { document } = extract
    expect(cycle.cover).toEqual({
      title: document.title,
      agencyLine: document.agency_line,
      yearLine: document.fiscal_year_line,
      preparedByLine: document.prepared_by_line,
      approvalLine: document.approval_line,
      runningTitle: document.running_title,
      issuesHeading: `${extract.analysis_heading}\nการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน 7 ประเด็น`,
    })
    expect(cycle.agency).toEqual({ name: document.agency, shortName: document.derived.agency_short })
    expect(plainText(cycle.background)).toBe(extract.background.join('\n'))
    const lists = [extract.advisers, extract.authors].map(({ heading, people }) => ({
      heading,
      persons: people.map((person: { no: number; name: string; position: string }) => ({
        number: `${person.no}.`,
        name: person.name,
        position: person.position,
      })),
    }))
    expect(cycle.nameLists).toEqual(lists)
  })

  test('quotes the rule of its item, with words broken over lines joined', () => {
    const { heading, intro, components, period_condition, scoring } = extract.o28
    expect(cycle.criteria?.heading).toBe(heading)
    const parts = components.map(({ no, text }: { no: number; text: string }) => `(${no}) ${text}`)
    expect(plainText(cycle.criteria?.body ?? [])).toBe([intro, ...parts, period_condition].join('\n'))
    expect(markdown(cycle.criteria?.scoring ?? [])).toBe(
      scoring
        .map(({ score, text }: { score: number; text: string }) => `**${score} คะแนน:** ${text}`)
        .join('\n'),
    )
  })

  test('lists issue 7 under a title with another space than its heading has', () => {
    const titles = cycle.issues.map((issue) => `(${issue.number}) ${issue.listedTitle ?? issue.title}`)
    expect(titles).toEqual(extract.issue_titles)
    expect(cycle.issues.filter((issue) => issue.listedTitle !== null).map((issue) => issue.number)).toEqual([
      7,
    ])
  })
})

describe.each(cycle.issues.map((issue, index) => ({ issue, published: extract.issues[index] })))(
  'issue $issue.number',
  ({ issue, published }) => {
    test('has the published texts after folding of white space', () => {
      expect(issue.title).toBe(published.title)
      expect(same(markdown(issue.analysis))).toBe(same(published.analysis_md))
      expect(issue.limitations.map((text) => same(markdown(text)))).toEqual(
        published.limitations.map(({ text }: { text: string }) => same(text)),
      )
      for (const [index, measure] of issue.measures.entries()) {
        const expected = published.measures[index]
        const outcome = issue.outcomes.find(({ covers }) => covers[0] === measure.number)
        expect(same(markdown(fieldValue(measure.text)))).toBe(same(expected.text))
        expect(same(markdown(fieldValue(measure.summary)))).toBe(same(expected.summary_md))
        expect(same(markdown(outcome ? fieldValue(outcome.text) : null)) || null).toBe(
          same(expected.outcome_md),
        )
        expect(measure.printedNumber).toBe(expected.no === null ? null : `${expected.no}.`)
      }
    })

    test('has its periods and owners as written and as read', () => {
      for (const [index, { period, owners }] of issue.measures.entries()) {
        const expected = published.measures[index]
        expect(fieldValue(period)).toEqual({
          written: expected.period_text,
          start: expected.derived.period_start,
          end: expected.derived.period_end,
        })
        // The extract keeps a stray space in one unit's name; the list of units has the name as it is written elsewhere.
        const units = expected.units.map(({ name, code }: { name: string; code: string | null }) => ({
          name: name.replace('ส่วน การ', 'ส่วนการ'),
          code,
        }))
        expect(fieldValue(owners)).toEqual({ written: expected.responsible_text, units })
      }
    })

    test('cites the items of 2566 in its analysis and of 2567 in its summaries', () => {
      const cited = runsOf(issue.analysis).filter((run) => run.cites)
      expect(cited.map((run) => ({ raw: run.text, refs: run.cites }))).toEqual(
        published.item_refs.map(({ raw, derived }: { raw: string; derived: { codes: string[] } }) => ({
          raw,
          refs: derived.codes.map((code) => `2566:${code}`),
        })),
      )
      for (const [index, measure] of issue.measures.entries()) {
        const refs = citedIn(fieldValue(measure.summary) ?? [])
        expect(refs).toEqual(
          published.measures[index].oit_refs_in_summary.map(
            ({ derived }: { derived: { code: string } }) => `2567:${derived.code}`,
          ),
        )
      }
    })

    test('shares its outcome as the empty cells of the table say', () => {
      const shared = published.derived.outcome_is_shared_by_all_measures_of_the_issue
      const all = issue.measures.map(({ number }) => number)
      expect(issue.outcomes.map(({ covers }) => covers)).toEqual(
        shared ? [all] : all.map((number) => [number]),
      )
    })

    test('states the published values under labels that read as names', () => {
      const scores = issue.outcomes
        .flatMap(({ facts }) => facts)
        .filter((fact): fact is ScoreFact => fact.kind === 'score' || fact.kind === 'percentage')
      expect(
        scores.map(({ before, after, unit }) => [
          before?.value ?? null,
          after.value,
          unit,
          before?.year ?? null,
          after.year,
        ]),
      ).toEqual(
        published.score_pairs.map((pair: Record<'value_2566' | 'value_2567' | 'unit', string | null>) => [
          pair.value_2566,
          pair.value_2567,
          pair.unit,
          pair.value_2566 === null ? null : 2566,
          2567,
        ]),
      )
    })
  },
)

test.each([
  [1, 'ตัวชี้วัดคุณภาพการดำเนินงาน', '2566:ind6', '2567:ind6'],
  [1, 'ระดับความพึงพอใจต่อบริการของ สพร. ในภาพรวม', null, null],
  [2, 'การให้บริการตามขั้นตอน', '2566:e1', '2567:e1'],
  [2, 'การทำงานเกิดประโยชน์แก่ประชาชน และบริการอย่างเท่าเทียมกัน', '2566:e5', '2567:e2'],
  [2, 'การบริการที่ดีขึ้นสามารถสื่อสาร ตอบข้อซักถาม หรือให้คำอธิบายได้อย่างชัดเจน', '2566:e11', '2567:e6'],
  [2, 'ปรับปรุงการบริการให้สะดวกรวดเร็วขึ้น', '2566:e12', '2567:e7'],
  [2, 'เปิดโอกาสให้บุคคลภายนอกได้เข้ามามีส่วนร่วมในการปรับปรุงและพัฒนาการดำเนินงาน', '2566:e14', '2567:e8'],
  [3, 'มีช่องทางเผยแพร่ข้อมูลที่เข้าถึงได้ง่าย', '2566:e6', '2567:e4'],
  [3, 'ผู้รับบริการได้รับทราบข้อมูลข่าวสารอย่างชัดเจน', '2566:e7', '2567:e5'],
  [3, 'มีช่องทางที่สามารถติชมแสดงความคิดเห็น', '2566:e8', '2567:e6'],
  [4, 'กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ', '2566:ind4', '2567:ind4'],
  [7, 'ตัวชี้วัดการป้องกันการทุจริต', null, '2567:ind10'],
  [7, 'การแก้ไขปัญหาคอร์รัปชัน', null, '2567:ind5'],
])('issue %i: the score “%s” is bound to %s and %s', (number, label, before, after) => {
  const facts = cycle.issues
    .find((issue) => issue.number === number)
    ?.outcomes.flatMap((outcome) => outcome.facts)
  const fact = facts?.find(
    (candidate): candidate is ScoreFact => 'label' in candidate && candidate.label === label,
  )
  expect([fact?.before?.of ?? null, fact?.after.of ?? null]).toEqual([before, after])
})

test('only the survey of the agency itself is bound to no item, and the import says so', () => {
  const labels = notes.filter((note) => note.code === 'label-not-matched').map((note) => note.excerpt)
  expect(new Set(labels)).toEqual(new Set(['ระดับความพึงพอใจต่อบริการของ สพร. ในภาพรวม']))
})

test('its resolutions are 9/2567, 2/2567, 3/2567 and 8/2567, with body, day, subject and place', () => {
  expect(
    cycle.resolutions.map(({ meetingNumber, body, heldOn, about, place }) => [
      meetingNumber,
      body,
      heldOn.written,
      heldOn.day,
      about,
      place.part,
      place.issue,
    ]),
  ).toEqual([
    ['9/2567', 'ที่ประชุมฝ่ายบริหาร ของ สพร.', '7 พฤศจิกายน 2567', '2024-11-07', 'report', 'cover', null],
    ['2/2567', 'ที่ประชุมฝ่ายบริหาร', '13 มี.ค. 67', '2024-03-13', 'measures', 'background', null],
    [
      '3/2567',
      'คณะทำงานส่งเสริมและพัฒนาการบริหารงานที่โปร่งใส และพัฒนาบริหารจัดการคุณภาพองค์กร ของ สพร.',
      '21 ต.ค. 67',
      '2024-10-21',
      'report',
      'background',
      null,
    ],
    ['8/2567', 'ที่ประชุมฝ่ายบริหาร', '11 ต.ค. 67', '2024-10-11', 'other', 'outcome', 7],
  ])
  for (const { wording, meetingNumber } of cycle.resolutions) expect(wording).toContain(meetingNumber)
})

test('its units are named once each, by the name that is used most', () => {
  expect(cycle.units).toEqual([
    { name: 'ส่วนบริหารความเสี่ยง', code: 'CSR' },
    { name: 'ส่วนการตลาดและการสื่อสาร', code: 'DCM' },
    { name: 'เจ้าของบริการ', code: null },
    { name: 'ฝ่ายเทคโนโลยีสารสนเทศ', code: 'IT' },
    { name: 'ฝ่ายตรวจสอบภายใน', code: 'IA' },
  ])
})

test('no complaint and all activities done are read from issues 5 and 6, with the passages that say so', () => {
  const statements = cycle.issues.flatMap((issue) =>
    issue.outcomes.flatMap(({ facts }) =>
      facts
        .filter((fact) => fact.kind === 'absence' || fact.kind === 'completion')
        .map((fact) => [issue.number, fact.kind, fact.quote]),
    ),
  )
  expect(statements).toEqual([
    [5, 'absence', 'ไม่มีเรื่องร้องเรียนการทุจริตในการใช้งบประมาณและการจัดซื้อจัดจ้าง'],
    [5, 'completion', expect.stringMatching(/^สามารถดำเนินงานได้ตามแผน.*ครบทุกกิจกรรม$/u)],
    [6, 'absence', expect.stringMatching(/^ไม่มีเรื่องร้องเรียน.*การปฏิบัติหน้าที่$/u)],
    [6, 'completion', expect.stringMatching(/^สามารถดำเนินงานได้ตามแผน.*ครบทุกกิจกรรม$/u)],
  ])
})

test('each assumption about years is said once, and the year and item that were read are said', () => {
  const count = (code: string) => notes.filter((note) => note.code === code).length
  expect(count('citation-year-assumed')).toBe(3)
  expect(notes.filter((note) => note.code === 'year-read').map((note) => note.line)).toEqual([8, 18])
  expect(count('shared-outcome')).toBe(2)
  expect(count('incomplete')).toBe(0)
})

test('no text is without a place', () => {
  expect(notes.filter((note) => note.code === 'not-placed')).toEqual([])
})

test('the navigation of the pages and the title repeated at their head are left out, each place with a note', () => {
  const lines = (code: string) => notes.filter((note) => note.code === code).map((note) => note.line)
  expect(lines('running-title-dropped')).toEqual([116, 148, 242])
  const menus = notes.filter(
    (note) => note.code === 'navigation-dropped' && note.excerpt.startsWith('ประเด็นที่ 1'),
  )
  expect(menus.map((note) => note.line)).toEqual([54, 86, 118, 150, 180, 212, 244])
  expect(new Set(menus.map((note) => note.excerpt))).toEqual(
    new Set([[1, 2, 3, 4, 5, 6, 7].map((number) => `ประเด็นที่ ${number}`).join(' ')]),
  )
  expect(lines('lines-joined')).toEqual([33, 40, 41, 43, 114])
})

test('every citation of the cycle carries the year of its part', () => {
  for (const issue of cycle.issues) {
    for (const ref of citedIn(issue.analysis)) expect(yearOf(ref)).toBe(2566)
    for (const { summary } of issue.measures)
      for (const ref of citedIn(fieldValue(summary) ?? [])) expect(yearOf(ref)).toBe(2567)
  }
  expect(citedIn(cycle.background)).toEqual(['2568:O28'])
})

const known = extract.derived.suspected_text_faults as { source_line: number; text: string; sure: boolean }[]

test.each(known)('line $source_line: “$text” is suspected', ({ source_line, text, sure }) => {
  const fault = suspectedFaults.find(
    (candidate) =>
      candidate.line === source_line && (text.includes(candidate.text) || candidate.text.includes(text)),
  )
  expect(fault?.sure).toBe(sure)
})

test('besides the twelve known faults, no more than three other places are suspected', () => {
  expect(known).toHaveLength(12)
  expect(suspectedFaults.length).toBeLessThanOrEqual(known.length + 3)
})
