import { expect, test } from 'vitest'
import { searchPages } from './page-search.domain.ts'

const page = (th: string, text = '', changedAt: Date | null = null) => ({
  title: { th, en: `EN ${th}` },
  text: { th: text, en: '' },
  changedAt,
})
const titles = (pages: readonly ReturnType<typeof page>[], asked: string) =>
  searchPages(pages, { asked, lang: 'th', most: 10 }).hits.map(({ page: { title } }) => title.th)

const PAGES = [
  page('ข่าวประชาสัมพันธ์', 'เผยแพร่รายงานผลการดำเนินการ ปี ๒๕๖๗'),
  page('รายงานผลการดำเนินการ', 'ประเด็นที่ 1 กระบวนการปฏิบัติงาน'),
  page('คู่มือการขอรับบริการ', 'ขั้นตอน ระยะเวลา ค่าธรรมเนียม'),
]

test('Thai is found without spaces, without tone marks and in either digits', () => {
  expect(titles(PAGES, 'คู่มือการขอ รับบริการ')).toEqual(['คู่มือการขอรับบริการ'])
  expect(titles(PAGES, 'คูมือ')).toEqual(['คู่มือการขอรับบริการ'])
  expect(titles(PAGES, '2567')).toEqual(['ข่าวประชาสัมพันธ์'])
  expect(titles(PAGES, 'ขั้นตอนระยะเวลา')).toEqual(['คู่มือการขอรับบริการ'])
})

test('every word must be there; titles come before texts, and newer before older', () => {
  expect(titles(PAGES, 'รายงานผล')).toEqual(['รายงานผลการดำเนินการ', 'ข่าวประชาสัมพันธ์'])
  expect(titles(PAGES, 'รายงานผล ค่าธรรมเนียม')).toEqual([])
  const old = page('ประกาศ', '', new Date('2024-01-01'))
  const newer = page('ประกาศ ฉบับใหม่', '', new Date('2025-01-01'))
  expect(titles([old, newer], 'ประกาศ')).toEqual(['ประกาศ ฉบับใหม่', 'ประกาศ'])
})

test('nothing asked finds nothing, and more than is shown is counted', () => {
  expect(titles(PAGES, '  ่ ')).toEqual([])
  expect(searchPages(PAGES, { asked: 'ร', lang: 'th', most: 1 })).toMatchObject({ count: 3 })
})

test('the words are marked in the title and in the passage around them', () => {
  const [hit] = searchPages(PAGES, { asked: 'ระยะเวลา', lang: 'th', most: 1 }).hits
  expect(hit?.passage?.filter(({ isFound }) => isFound).map(({ text }) => text)).toEqual(['ระยะเวลา'])
})
