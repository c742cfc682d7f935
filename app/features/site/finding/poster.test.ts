import { afterAll, expect, test } from 'vitest'
import { popplerPages, withoutSpaces } from '../../../../tests/support/pdf-text.ts'
import { lastPagePicture, qrOfPng, qrOfSvg } from '../../../../tests/support/qr-reading.ts'
import { qrSvg } from '../../../platform/pictures/qr-code.ts'
import { createPosterMaker } from './poster.server.ts'

const maker = createPosterMaker({ processes: 1 })
afterAll(() => maker.close())

const ADDRESS = 'https://ita.example.go.th/oit/2568/O28'
const TITLE = 'O28 รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน'

async function poster(title: string) {
  const made = await maker.render({
    lang: 'th',
    agencyName: 'สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)',
    title,
    address: 'ita.example.go.th/oit/2568/O28',
    qr: qrSvg(ADDRESS),
    colour: '#0b3d78',
    createdAt: new Date('2026-11-26T03:00:00Z'),
  })
  if (!made.ok) throw new Error(made.error.detail)
  return made.value.bytes
}

test('a poster is one page of A5 that a camera and a reader understand', async () => {
  expect(qrOfSvg(qrSvg(ADDRESS))).toBe(ADDRESS)
  const bytes = await poster(TITLE)
  const pages = popplerPages(bytes)
  expect(pages).toHaveLength(1)
  const said = withoutSpaces(pages.flat().join(''))
  expect(said).toContain(withoutSpaces(TITLE))
  expect(said).toContain('สแกนเพื่อเปิดหน้านี้')
  expect(said).toContain('ita.example.go.th/oit/2568/O28')
  expect(qrOfPng(lastPagePicture(bytes))).toBe(ADDRESS)
})

test('words that look like a program are words, and the longest title stays on its page', async () => {
  const hostile = `#eval("1") $x$ [[2568:O28]] ${'ธรรมาภิบาลของหน่วยงาน'.repeat(12)}`
  const pages = popplerPages(await poster(hostile))
  expect(pages).toHaveLength(1)
  expect(withoutSpaces(pages.flat().join(''))).toContain('#eval("1")$x$')
})
