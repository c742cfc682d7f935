import { describe, expect, it } from 'vitest'
import { type DigestFacts, digestFor, isQuiet, type OpenMeasure } from './digest.domain.ts'
import { digestMail } from './text/index.ts'

const TODAY = '2024-10-10'

const measure = (given: Partial<OpenMeasure> = {}): OpenMeasure => ({
  id: 'm',
  title: '1.1 จัดทำประกาศ',
  state: 'working',
  dueOn: '2024-10-12',
  unitIds: ['unit'],
  personIds: ['owner'],
  ...given,
})
const facts = (given: Partial<DigestFacts> = {}): DigestFacts => ({
  measures: [],
  expiring: [],
  heads: new Map(),
  coordinatorIds: new Set(['coordinator']),
  reachableIds: new Set(['coordinator', 'owner', 'head']),
  ...given,
})
const titles = (personId: string, given: Partial<DigestFacts>, daysBefore = 7) =>
  Object.fromEntries(
    Object.entries(digestFor({ personId, daysBefore }, facts(given), TODAY)).flatMap(([section, lines]) =>
      lines.length === 0 ? [] : [[section, lines.map(({ title }) => title)]],
    ),
  )

describe('what somebody is reminded of', () => {
  it('is due from so many days before on, and overdue from the day after its due day', () => {
    const of = (dueOn: string | null, daysBefore?: number) =>
      Object.keys(titles('owner', { measures: [measure({ dueOn })] }, daysBefore))
    expect(of('2024-10-18')).toEqual([])
    expect(of('2024-10-17')).toEqual(['due'])
    expect(of('2024-10-10')).toEqual(['due'])
    expect(of('2024-10-10', 0)).toEqual(['due'])
    expect(of('2024-10-11', 0)).toEqual([])
    expect(of('2024-10-09')).toEqual(['overdue'])
    expect(of(null)).toEqual([])
  })

  it('is quiet when it was handed in or is done, and loud when it was returned', () => {
    const of = (state: OpenMeasure['state']) =>
      Object.keys(titles('owner', { measures: [measure({ state, dueOn: '2024-10-09' })] }))
    expect(of('in-review')).toEqual([])
    expect(of('done')).toEqual([])
    expect(of('returned')).toEqual(['returned'])
    expect(of('not-started')).toEqual(['overdue'])
  })

  it('waits for review with coordinators alone', () => {
    const measures = [measure({ state: 'in-review' })]
    expect(titles('coordinator', { measures })).toEqual({ review: ['1.1 จัดทำประกาศ'] })
    expect(titles('stranger', { measures })).toEqual({})
  })

  it('of evidence is told to who added it, and to coordinators where nobody did', () => {
    const piece = (addedBy: string | null, expiresOn = '2024-10-15') => ({
      expiring: [{ id: 'e', title: 'ประกาศ', expiresOn, addedBy }],
    })
    expect(titles('owner', piece('owner'))).toEqual({ expiring: ['ประกาศ'] })
    expect(titles('coordinator', piece('owner'))).toEqual({})
    expect(titles('coordinator', piece(null))).toEqual({ expiring: ['ประกาศ'] })
    expect(titles('owner', piece('owner', '2024-10-18'))).toEqual({})
  })

  it('of evidence is told to coordinators where who added it cannot be reached any more', () => {
    const expiring = [{ id: 'e', title: 'ประกาศ', expiresOn: '2024-10-15', addedBy: 'gone' }]
    expect(titles('coordinator', { expiring })).toEqual({ expiring: ['ประกาศ'] })
  })
})

describe('what is overdue for more than seven days', () => {
  const late = (dueOn: string, given: Partial<OpenMeasure> = {}) => [measure({ dueOn, ...given })]

  it('is told to the head of the unit, from the eighth day on', () => {
    const heads = new Map([['unit', 'head']])
    expect(titles('head', { measures: late('2024-10-03'), heads })).toEqual({})
    expect(titles('head', { measures: late('2024-10-02'), heads })).toEqual({ escalated: ['1.1 จัดทำประกาศ'] })
    expect(titles('coordinator', { measures: late('2024-10-02'), heads })).toEqual({})
    expect(titles('head', { measures: late('2024-10-02', { state: 'in-review' }), heads })).toEqual({})
  })

  it('is told to coordinators where the unit has no head, or its head is who should hand it in', () => {
    const measures = late('2024-10-02')
    expect(titles('coordinator', { measures })).toEqual({ escalated: ['1.1 จัดทำประกาศ'] })
    const heads = new Map([['unit', 'owner']])
    expect(titles('coordinator', { measures, heads })).toEqual({ escalated: ['1.1 จัดทำประกาศ'] })
    expect(titles('owner', { measures, heads })).toEqual({ overdue: ['1.1 จัดทำประกาศ'] })
  })

  it('is told to coordinators where its head cannot be reached, unless another head can', () => {
    const measures = late('2024-10-02', { unitIds: ['unit', 'second'] })
    const told = { escalated: ['1.1 จัดทำประกาศ'] }
    expect(titles('coordinator', { measures, heads: new Map([['unit', 'gone']]) })).toEqual(told)
    const heads = new Map([
      ['unit', 'gone'],
      ['second', 'head'],
    ])
    expect(titles('coordinator', { measures, heads })).toEqual({})
    expect(titles('head', { measures, heads })).toEqual(told)
  })
})

describe('the letter', () => {
  const whole = facts({
    measures: [
      measure(),
      measure({ id: 'late', title: '1.2 อบรม <b>', dueOn: '2024-10-09' }),
      ...Array.from({ length: 25 }, (_, number) =>
        measure({ id: `r${number}`, title: `2.${number} แก้`, state: 'returned' }),
      ),
    ],
  })
  const digest = digestFor({ personId: 'owner', daysBefore: 7 }, whole, TODAY)
  const mail = (lang: 'th' | 'en') =>
    digestMail(lang, { name: 'สมชาย', digest, origin: 'https://ita.agency.example' })

  it('counts, names each thing with its day and leads to its page, in the reader’s language', () => {
    expect(mail('th').subject).toBe('งาน ITA ที่รอท่านวันนี้ 27 เรื่อง เกินกำหนด 1 เรื่อง')
    expect(mail('th').paragraphs).toContain(
      'เกินกำหนดแล้ว\n• 1.2 อบรม <b> (กำหนดส่ง 9 ตุลาคม 2567 เกินกำหนด 1 วัน)\nhttps://ita.agency.example/office/measures/late',
    )
    expect(mail('en').paragraphs).toContain(
      'Due soon\n• 1.1 จัดทำประกาศ (due on 12 October 2024 (B.E. 2567))\nhttps://ita.agency.example/en/office/measures/m',
    )
    expect(mail('en').action.url).toBe('https://ita.agency.example/en/office')
    expect(mail('th').closing).toContain('https://ita.agency.example/office/account/reminders')
  })

  it('does not grow without end', () => {
    const returned = mail('th').paragraphs.find((text) => text.startsWith('ขอให้แก้ไข')) ?? ''
    expect(returned.split('•')).toHaveLength(21)
    expect(returned).toContain('และอีก 5 เรื่อง')
  })

  it('is none where there is nothing to say', () => {
    expect(isQuiet(digestFor({ personId: 'stranger', daysBefore: 60 }, whole, TODAY))).toBe(true)
    expect(isQuiet(digest)).toBe(false)
  })
})
