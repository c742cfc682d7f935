import { describe, expect, test } from 'vitest'
import { exampleCycle } from '../../../../tests/support/example-cycle.ts'
import type { NamedResolution, Publication } from '../../approvals/index.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { judge, ruleOf } from '../prepare-report.server.ts'
import { cellsOf } from './cells.domain.ts'
import type { WalkInput } from './walk-of.domain.ts'
import { walkOf } from './walk-of.domain.ts'
import { assembleProof, type WalkProof } from './walk-proof.domain.ts'

const cycle = exampleCycle()
const HASH = 'a'.repeat(64)

const resolution = (given: Partial<NamedResolution> = {}): NamedResolution => ({
  id: 'r1',
  bodyName: 'ที่ประชุมฝ่ายบริหาร',
  meetingNumber: '9/2567',
  form: 'meeting',
  decidedOn: '2024-03-13',
  decision: 'approved',
  wording: 'เห็นชอบรายงาน',
  recordedAt: new Date('2024-03-14T02:00:00Z'),
  isWithdrawn: false,
  ...given,
})

const publication: Publication = {
  id: 'p1',
  kind: 'report',
  key: '2567',
  version: 1,
  contentHash: HASH,
  matterId: 'm1',
  publishedAt: new Date('2024-03-15T02:00:00Z'),
  publishedBy: 'ผู้เผยแพร่ ตัวอย่าง',
  steps: [resolution()],
  withdrawal: null,
}

const walk = (given: Partial<WalkInput> = {}) =>
  walkOf({
    cycle,
    publication,
    status: 'published',
    address: '/reports/2567/versions/1',
    title: cycle.cover.title,
    verdict: judge(cycle, cycle.answers),
    rule: ruleOf(cycle.answers),
    catalogue: loadCatalogue(),
    proof: null,
    measuresApproved: { resolutions: [], isSame: false },
    broken: [],
    withheld: new Set(),
    ...given,
  })

/** The proof of a report that was written here: one file for measure 1 of issue 1, and one that is confidential. */
const proofOfWork = (): WalkProof => {
  const proof = assembleProof({
    cycle,
    working: null,
    known: { evidence: [], steps: new Map(), scores: [] },
    madeAt: new Date(0),
  })
  const piece = {
    id: 'e1',
    title: 'ภาพกิจกรรม',
    kind: 'file' as const,
    fileName: 'photo.jpg',
    sha256: 'b'.repeat(64),
    size: 1200,
    mediaType: 'image/jpeg',
    link: null,
    version: 1,
    evidenceDate: '2024-02-01',
    addedOn: '2024-02-02',
    expiresOn: null,
    isConfidential: false,
  }
  const step = {
    at: '2024-02-03T00:00:00.000Z',
    byName: 'ชื่อจริง นามสกุลจริง',
    role: 'unit-owner' as const,
    unit: { nameTh: 'ส่วนตัวอย่าง', nameEn: null },
  }
  return {
    ...proof,
    source: null,
    workVersion: 4,
    evidence: [piece, { ...piece, id: 'e2', title: 'บันทึกลับ', isConfidential: true, fileName: 'secret.pdf' }],
    cells: proof.cells.map((cell) =>
      cell.cell.startsWith('issue-1.measure-1.')
        ? {
            ...cell,
            object: { kind: 'measure', id: 'm' },
            evidence: ['e1', 'e2'],
            submitted: step,
            accepted: step,
          }
        : cell,
    ),
  }
}

const cellOf = (found: ReturnType<typeof walk>, id: string) => {
  const cell = found.cells.find((one) => one.id === id)
  if (!cell) throw new Error(`no cell ${id}`)
  return cell
}

describe('the walk of the example report', () => {
  test('has every cell of the report once, and no cell is without an answer in both languages', () => {
    const { cells } = walk()
    const ids = cells.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const expected = cycle.issues.flatMap(({ number, measures, outcomes }) => [
      `issue-${number}.title`,
      `issue-${number}.analysis`,
      ...measures.flatMap((measure) =>
        ['text', 'period', 'owners', 'summary'].map(
          (part) => `issue-${number}.measure-${measure.number}.${part}`,
        ),
      ),
      ...outcomes.map((_, index) => `issue-${number}.outcome-${index + 1}`),
    ])
    expect(ids).toEqual(expect.arrayContaining(['cover', 'background', ...expected]))
    for (const cell of cells) {
      expect(cell.answer.th.trim(), cell.id).not.toBe('')
      expect(cell.answer.en.trim(), cell.id).not.toBe('')
      expect(cell.label.th.trim(), cell.id).not.toBe('')
    }
  })

  test('tells of every element of the verdict in a cell of the report', () => {
    const { cells, verdict } = walk()
    const told = cells.flatMap(({ elements, issue }) =>
      elements.map(({ measure, element }) => `${issue} ${measure} ${element}`),
    )
    expect(verdict?.score).toBe(100)
    const judged = judge(cycle, cycle.answers)?.elements.map(
      ({ issue, measure, element }) => `${issue} ${measure} ${element}`,
    )
    expect(new Set(told)).toEqual(new Set(judged))
  })

  test('follows every item that a cell names through the framework years', () => {
    const { cells, items } = walk()
    const named = new Set(cells.flatMap((cell) => cell.items))
    expect(named.size).toBeGreaterThan(20)
    expect(new Set(items.map(({ item }) => item))).toEqual(named)
    const traced = items.find(({ item }) => item === '2566:e14')
    expect(traced?.years.find(({ year }) => year === 2567)?.items[0]).toMatchObject({
      item: '2567:e8',
      comparable: 'yes',
    })
  })

  test('says that a report brought in from a file has no record of evidence, and names the file', () => {
    const source = { fileName: 'report-2567.txt', sha256: 'c'.repeat(64), format: 'text' as const }
    const found = walk({ cycle: { ...cycle, source } })
    expect(found.source).toEqual(source)
    expect(found.cells.every(({ basis }) => basis === 'file')).toBe(true)
    expect(cellOf(found, 'issue-1.analysis').answer.th).toContain('report-2567.txt')
  })

  test('says so where no proof was kept and no file is known', () => {
    const { cells } = walk({ cycle: { ...cycle, source: null } })
    expect(cells.every(({ basis }) => basis === 'not-known')).toBe(true)
  })

  test('names the resolutions by which this content is public, and those of the report text beside them', () => {
    const { approvals } = walk()
    expect(approvals.report).toHaveLength(1)
    expect(approvals.mentioned).toHaveLength(4)
    expect(approvals.answer.th).toContain('1 ครั้ง')
    expect(walk({ publication: { ...publication, steps: [] } }).approvals.answer.th).toContain('ไม่มีมติ')
  })

  test('says that a resolution was withdrawn after publication', () => {
    const steps = [resolution({ isWithdrawn: true })]
    expect(walk({ publication: { ...publication, steps } }).approvals.answer.th).toContain('เพิกถอน')
  })
})

describe('what a cell rests on', () => {
  const input = { proof: proofOfWork(), cycle: { ...cycle, source: null } }

  test('is told with its file and hash, who handed it in by unit and role, and who accepted', () => {
    const cell = cellOf(walk(input), 'issue-1.measure-1.summary')
    expect(cell.evidence).toEqual([
      expect.objectContaining({
        title: 'ภาพกิจกรรม',
        fileName: 'photo.jpg',
        sha256: 'b'.repeat(64),
        broken: [],
      }),
    ])
    expect(cell.submitted).toEqual({
      at: '2024-02-03T00:00:00.000Z',
      role: 'unit-owner',
      unit: { th: 'ส่วนตัวอย่าง', en: 'ส่วนตัวอย่าง' },
    })
    expect(cell.answer.th).toContain('1 รายการ')
  })

  test('names no person, and of confidential evidence only the number', () => {
    const found = walk(input)
    const told = JSON.stringify(found)
    for (const secret of ['ชื่อจริง', 'บันทึกลับ', 'secret.pdf', 'ผู้เผยแพร่ ตัวอย่าง', 'byName'])
      expect(told).not.toContain(secret)
    expect(cellOf(found, 'issue-1.measure-1.summary').confidentialEvidence).toBe(1)
  })

  test('names none of the people whom the report lists', () => {
    const told = JSON.stringify(walk())
    const names = cycle.nameLists.flatMap(({ persons }) => persons.map(({ name }) => name))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(told).not.toContain(name)
  })

  test('is withheld when it became confidential after publication', () => {
    const cell = cellOf(walk({ ...input, withheld: new Set(['e1']) }), 'issue-1.measure-1.summary')
    expect(cell.evidence).toEqual([])
    expect(cell.confidentialEvidence).toBe(2)
  })

  test('says on which day it expired', () => {
    const broken = [
      { code: 'evidence.expired', cell: 'issue-1.measure-1.summary', objectId: 'e1', since: '2024-12-31' },
    ] as const
    const cell = cellOf(walk({ ...input, broken }), 'issue-1.measure-1.summary')
    expect(cell.evidence[0]).toMatchObject({ broken: ['evidence.expired'], expiresOn: '2024-12-31' })
  })

  test('says in words where nothing was attached', () => {
    const { answer, basis } = cellOf(walk(input), 'issue-2.measure-1.summary')
    expect(basis).toBe('work')
    expect(answer.th).toBe('เขียนขึ้นในระบบ ไม่มีหลักฐานแนบเป็นรายส่วน')
  })
})

test('a measure without an outcome has a cell of its own that says so', () => {
  const [first, ...others] = cycle.issues
  if (!first) throw new Error('the example has issues')
  const lacking = { ...cycle, issues: [{ ...first, outcomes: [] }, ...others] }
  const ids = cellsOf(lacking).map(({ id }) => id)
  expect(ids).toContain('issue-1.measure-1.outcome')
  const found = walk({ cycle: lacking, verdict: judge(lacking, lacking.answers) })
  expect(found.verdict?.score).toBe(0)
  expect(cellOf(found, 'issue-1.measure-1.outcome').elements[0]).toMatchObject({
    passes: false,
    state: 'missing',
  })
})
