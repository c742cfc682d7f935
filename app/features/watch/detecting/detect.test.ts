import { describe, expect, it } from 'vitest'
import { EMPTY_READING, type Reading } from '../reading/reading.domain.ts'
import type { WatchTarget } from '../watch.domain.ts'
import { detect, type Seen } from './detect.domain.ts'
import { driftBetween } from './drift.domain.ts'

const HASH = 'a'.repeat(64)
const aTarget = (given: Partial<WatchTarget> = {}): WatchTarget => ({
  address: 'https://a.example/oit/2568/O28',
  title: { th: 'รายงาน', en: 'Report' },
  unitId: null,
  part: 'oit/2568/O28',
  marks: [],
  namesYear: null,
  sha256: null,
  hasMenu: false,
  ...given,
})
const aReading = (given: Partial<Reading> = {}): Reading => ({
  ...EMPTY_READING,
  kind: 'html',
  mediaType: 'text/html',
  title: 'รายงาน',
  text: 'รายงานผลการดำเนินงาน',
  ...given,
})
const aSeen = (reading: Reading | null, given: Partial<Seen> = {}): Seen => ({
  address: 'https://a.example/oit/2568/O28',
  saidType: 'text/html; charset=utf-8',
  isAttachment: false,
  size: 100,
  sha256: HASH,
  reading,
  ...given,
})
const mark = (given: Partial<WatchTarget['marks'][number]> = {}) => ({
  element: 'progress',
  label: { th: 'ความก้าวหน้า', en: 'Progress' },
  anyOf: ['ผลการดำเนินงาน'],
  columns: [],
  ...given,
})
const codes = (target: WatchTarget, seen: Seen) => detect(target, seen).findings.map(({ code }) => code)

describe('elements', () => {
  it('are seen by any of their words, however Thai is spaced and marked', () => {
    const target = aTarget({ marks: [mark({ anyOf: ['ความก้าวหน้า', 'ผลการ ดำเนิน งาน'] })] })
    expect(codes(target, aSeen(aReading()))).toEqual([])
    expect(detect(target, aSeen(aReading())).facts.elements).toMatchObject([
      { element: 'progress', isSeen: true },
    ])
  })

  it('are missing where none of their words is there, with their label', () => {
    const [found] = detect(aTarget({ marks: [mark()] }), aSeen(aReading({ text: 'ประกาศ' }))).findings
    expect(found).toEqual({
      code: 'element.missing',
      weight: 'fails',
      subject: 'progress',
      detail: { 'label.th': 'ความก้าวหน้า', 'label.en': 'Progress' },
    })
  })

  it('need their columns, each by any of its names', () => {
    const target = aTarget({ marks: [mark({ columns: [['วงเงิน', 'งบประมาณ'], ['ผู้ชนะ']] })] })
    const reading = aReading({ columns: [['ลำดับ', 'งบประมาณ (บาท)']] })
    expect(detect(target, aSeen(reading)).findings).toMatchObject([
      { code: 'column.missing', subject: 'progress ผู้ชนะ', detail: { label: 'ผู้ชนะ' } },
    ])
  })

  it('need no columns where it is said that there is none', () => {
    const target = aTarget({ marks: [mark({ anyOf: ['เรื่องร้องเรียน'], columns: [['จำนวน']] })] })
    expect(codes(target, aSeen(aReading({ text: 'เรื่องร้องเรียนการทุจริต: ไม่มี' })))).toEqual([])
    expect(codes(target, aSeen(aReading({ text: 'ไม่มีเรื่องร้องเรียน' })))).toEqual([])
    expect(codes(target, aSeen(aReading({ text: `เรื่องร้องเรียน ${'ก'.repeat(100)} ไม่มี` })))).toEqual([
      'column.missing',
    ])
  })
})

describe('the year', () => {
  it.each(['ปีงบประมาณ พ.ศ. 2568', 'ประจำปี ๒๕๖๘', 'ปี2568'])('is named by “%s”', (text) => {
    expect(codes(aTarget({ namesYear: 2568 }), aSeen(aReading({ text })))).toEqual([])
  })

  it.each(['ปีงบประมาณ 2567', 'เลขที่ 125689', 'ปี 68', 'year 2025'])('is not named by “%s”', (text) => {
    expect(codes(aTarget({ namesYear: 2568 }), aSeen(aReading({ text })))).toEqual(['year.missing'])
  })
})

describe('a document', () => {
  it('that is another than the approved one is found', () => {
    const pdf = aReading({ kind: 'pdf', mediaType: 'application/pdf', pages: { all: 1, withText: 1 } })
    const seen = aSeen(pdf, { saidType: 'application/pdf' })
    expect(codes(aTarget({ sha256: 'b'.repeat(64) }), seen)).toEqual(['file.changed'])
    expect(codes(aTarget({ sha256: HASH }), seen)).toEqual([])
  })

  it('that is a page or a drawing with something that runs is active content', () => {
    const page = aReading({ active: ['script'] })
    expect(codes(aTarget(), aSeen(page))).toEqual([])
    expect(codes(aTarget(), aSeen(page, { address: 'https://a.example/report.pdf' }))).toEqual([
      'content.active',
    ])
    expect(codes(aTarget(), aSeen(page, { saidType: 'application/pdf' }))).toEqual(['content.active'])
    expect(codes(aTarget(), aSeen(page, { isAttachment: true }))).toEqual(['content.active'])
    const drawing = aReading({ kind: 'svg', mediaType: 'image/svg+xml', active: ['onload'], pictures: 1 })
    expect(codes(aTarget(), aSeen(drawing, { saidType: 'image/svg+xml' }))).toEqual(['content.active'])
  })

  it('of pictures alone is told, and no element is held to be missing in what nobody read', () => {
    const scan = aReading({
      kind: 'pdf',
      mediaType: 'application/pdf',
      text: '',
      pages: { all: 3, withText: 0 },
    })
    const seen = aSeen(scan, { saidType: 'application/pdf' })
    expect(detect(aTarget({ marks: [mark()], namesYear: 2568 }), seen).findings).toEqual([
      { code: 'pdf.no-text', weight: 'warns', subject: '', detail: { pages: '3' } },
    ])
  })

  it('that says that it is another kind is told', () => {
    const pdf = aReading({ kind: 'pdf', mediaType: 'application/pdf', pages: { all: 1, withText: 1 } })
    expect(codes(aTarget(), aSeen(pdf, { saidType: 'text/html' }))).toEqual(['type.mismatched'])
  })

  it('that cannot be read, or has nothing in it, fails', () => {
    expect(codes(aTarget(), aSeen(null))).toEqual(['content.unreadable'])
    expect(codes(aTarget(), aSeen(null, { size: 0 }))).toEqual(['content.empty'])
    expect(codes(aTarget(), aSeen(aReading({ text: '' })))).toEqual(['content.empty'])
  })
})

describe('the menu', () => {
  const link = (text: string) => ({ text, address: 'https://a.example/x', isInContent: false })
  const whole = [
    'แจ้งเรื่องร้องเรียนบริการ',
    'แจ้งเบาะแสการทุจริต',
    'ITA / OIT',
    'ติดต่อ',
    'นโยบายของเว็บไซต์',
    'แผนผังเว็บไซต์',
  ]

  it('has all that is asked for, in Thai and in English', () => {
    const target = aTarget({ hasMenu: true })
    expect(codes(target, aSeen(aReading({ links: whole.map(link), hasSearch: true })))).toEqual([])
    const english = [
      'Complain about a service',
      'Report corruption',
      'ITA / OIT',
      'Contact',
      'All policies',
      'Search',
      'Site map',
    ]
    expect(codes(target, aSeen(aReading({ links: english.map(link) })))).toEqual([])
  })

  it('lacks a link by its name, and one door does not stand for the other', () => {
    const links = whole.filter((text) => !text.includes('เบาะแส') && text !== 'ITA / OIT').map(link)
    const { findings } = detect(
      aTarget({ hasMenu: true }),
      aSeen(aReading({ links: [...links, link('DIGITAL')] })),
    )
    expect(findings.map(({ code, subject }) => `${code} ${subject}`)).toEqual([
      'menu-link.missing corruption',
      'menu-link.missing disclosure',
      'menu-link.missing search',
    ])
  })
})

describe('drift', () => {
  const seen = (given: object, isSeen = true) => ({
    title: 'ก',
    sha256: HASH,
    size: 10,
    facts: {
      redirects: [],
      certificate: null,
      elements: [{ element: 'a', label: { th: 'ก', en: 'a' }, isSeen }],
      menuLinks: [],
      pages: null,
      accessibility: null,
      excerpt: null,
      drift: [],
    },
    ...given,
  })

  it('names what is not as it was', () => {
    expect(driftBetween(seen({}), seen({}))).toEqual([])
    expect(driftBetween(seen({}), seen({ title: 'ข', sha256: 'c', size: 11 }, false))).toEqual([
      'title',
      'content',
      'size',
      'elements',
    ])
  })

  it('is none where nothing came', () => {
    expect(driftBetween(seen({}), seen({ sha256: null, title: null }))).toEqual([])
  })
})
