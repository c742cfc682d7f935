import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseItemRef } from '../../kernel/item-ref.ts'
import { loadCatalogue } from './catalogue.store.server.ts'
import { findCitations, parseCitation, printCitation, resolveCitation } from './citation.domain.ts'

const catalogue = loadCatalogue()
const codesOf = (text: string) => parseCitation(text).flatMap(({ codes }) => codes)
const count = (letter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `${letter}${from + at}`)

describe('citations as reports write them', () => {
  test.each([
    ['i1-i6', count('i', 1, 6)],
    ['e11-e12', ['e11', 'e12']],
    ['o31-38', count('o', 31, 38)],
    ['(o5-o10)', count('o', 5, 10)],
    ['OIT ข้อ O14', ['O14']],
    ['(OIT ข้อ O14)', ['O14']],
    ['i๑-i๖', count('i', 1, 6)],
    ['ข้อ o๓๑–๓๘', count('o', 31, 38)],
    ['O14, O15', ['O14', 'O15']],
    ['e1 และ e11 – e12', ['e1', 'e11', 'e12']],
    ['i1 — i3', ['i1', 'i2', 'i3']],
    ['o27/o28/o30', ['o27', 'o28', 'o30']],
    ['o27/28', ['o27', 'o28']],
    ['(o1,o2,3)', ['o1', 'o2', 'o3']],
    ['o1, o2, 3', ['o1', 'o2', 'o3']],
    ['ข้อที่ O14', ['O14']],
    ['ข้อ O.14', ['O14']],
    ['ข้อ O 14', ['O14']],
    ['OIT O-14', ['O14']],
    ['o5 ถึง o10', count('o', 5, 10)],
    ['ข้อ o5 ถึงข้อ o10', count('o', 5, 10)],
    ['i6-i1', count('i', 1, 6)],
  ])('"%s" names its items', (text, codes) => {
    expect(codesOf(text)).toEqual(codes)
  })

  test.each([
    'E-Service',
    'QR',
    'Facebook',
    'IIT',
    'EIT',
    'OIT',
    'ISO9001',
    'i',
    'WI-S10-013',
    'WI-O10-013',
    'GIN',
    'workD',
    'e0',
    'o100',
    'o1-o100',
    'O28-2568',
    '2568:O28',
    '/oit/2568/O28',
    'https://a.example/o28',
    'x@o28.go.th',
    'e1.com',
    'CO2',
    'IPv6',
    'MOIT4',
    'QR Code e-GP',
    'i.1',
    'O.14',
    'O 14',
    'O-14',
    'o28x',
  ])('"%s" is no citation', (text) => {
    expect(findCitations(`ผ่าน ${text} ของหน่วยงาน`)).toEqual([])
    expect(parseCitation(text)).toEqual([])
  })

  test('a text that holds more than citations is not one, yet its citations are found', () => {
    const text = 'ผู้ใช้บริการเห็นว่าไม่เป็นไปตามขั้นตอน (e1) และไม่สะดวกขึ้น (e11-e12)'
    expect(parseCitation(text)).toEqual([])
    expect(
      findCitations(text).map(({ written, index }) => [written, text.slice(index, index + written.length)]),
    ).toEqual([
      ['e1', 'e1'],
      ['e11-e12', 'e11-e12'],
    ])
  })

  test('a range that runs backwards is known to, and one that changes its letter names no item', () => {
    expect(findCitations('(i6-i1)')).toEqual([
      { written: 'i6-i1', index: 1, codes: count('i', 1, 6), irregular: 'reversed' },
    ])
    expect(findCitations('(i3-e2)')).toEqual([
      { written: 'i3-e2', index: 1, codes: [], irregular: 'two-letters' },
    ])
  })

  test.each([
    ['ข้อ o27/28 ได้ดำเนินการแล้ว', ['o27', 'o28']],
    ['ข้อ O 14 แล้ว', ['O14']],
    ['ประชุม O5/67 แล้ว', []],
    ['ข้อ O14, 15 คน', ['O14']],
    ['(O14, 60)', ['O14']],
    ['(o1,o2)', ['o1', 'o2']],
  ])('in “%s” a number alone is an item only where nothing else can be meant', (text, codes) => {
    expect(findCitations(text).flatMap((citation) => citation.codes)).toEqual(codes)
  })
})

test('in the example report every citation is found and is an item of its year', () => {
  const file = new URL('../../../examples/dga-2567/report-2567.txt', import.meta.url)
  const found = findCitations(readFileSync(file, 'utf8'))
  // Small letters are the numbering of the results analysed (2566), capitals that of the year of the work (2567).
  const [analyses, summaries] = [/^[a-z]/, /^[A-Z]/].map((letter) =>
    found.filter(({ written }) => letter.test(written)),
  )
  expect(analyses?.map(({ written }) => written).join(' ')).toBe(
    'i1-i6 e1 e11-e12 e15 i1-i3 o30 e1 e5 e11-e12 e14 e6-e10 o1-o3 o5-o10 i19-i24 i22-i23 o34-o35 i7-i12 o11-o13 o19-o22 i13-i18 i27 o23-o26 o39-o41 i25-i26 i28-i29 o31-38 o43 e10 e15 o27 o28',
  )
  expect([...new Set(summaries?.map(({ written }) => written))].join(' ')).toBe(
    'O28 O11 O8 O9 O14 O15 O16 O17 O30 O18 O19 O20 O21',
  )
  const resolved = (year: number, citations = found) =>
    resolveCitation({ catalogue, year, codes: citations.flatMap(({ codes }) => codes) }).ok
  expect(resolved(2566, analyses)).toBe(true)
  expect(resolved(2567, summaries)).toBe(true)
  expect(resolved(2568, summaries)).toBe(false)
})

const code = fc
  .tuple(fc.constantFrom('i', 'e', 'o', 'I', 'E', 'O'), fc.integer({ min: 1, max: 99 }))
  .map(([letter, number]) => `${letter}${number}`)

describe('for every citation', () => {
  test('printing codes and reading them gives the same codes', () => {
    fc.assert(
      fc.property(fc.array(code, { minLength: 1, maxLength: 12 }), (codes) => {
        expect(codesOf(printCitation(codes))).toEqual(codes)
      }),
    )
  })

  test('a range stands for each of its items, whatever its dash, spaces and digits', () => {
    const thai = (number: number) =>
      String(number).replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)))
    fc.assert(
      fc.property(
        fc.record({
          letter: fc.constantFrom('i', 'e', 'o', 'O'),
          from: fc.integer({ min: 1, max: 98 }),
          more: fc.integer({ min: 1, max: 40 }),
          dash: fc.constantFrom('-', '–', '—', ' - ', ' – ', '‐', '‑'),
          again: fc.boolean(),
          write: fc.constantFrom(String, thai),
        }),
        ({ letter, from, more, dash, again, write }) => {
          const to = Math.min(99, from + more)
          const written = `${letter}${write(from)}${dash}${again ? letter : ''}${write(to)}`
          expect(parseCitation(`(${written})`)).toEqual([
            { written, index: 1, codes: count(letter, from, to) },
          ])
        },
      ),
    )
  })

  test('a code without its year is never a reference', () => {
    fc.assert(
      fc.property(code, (bare) => {
        expect(parseItemRef(bare)).toBeNull()
      }),
    )
  })

  test('what is found stands in the text at its place', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            code,
            fc.string({ unit: 'binary', maxLength: 6 }),
            fc.constantFrom(' ', '-', '/', '(', 'ก'),
          ),
          { maxLength: 14 },
        ),
        (parts) => {
          const text = parts.join('')
          for (const { written, index, codes, irregular } of findCitations(text)) {
            expect(text.slice(index, index + written.length)).toBe(written)
            expect(codes.length === 0).toBe(irregular === 'two-letters')
          }
        },
      ),
    )
  })
})

describe('a citation becomes references of one year', () => {
  test('in the writing of that year, whatever the case in the report', () => {
    const refs = (year: number, text: string) => resolveCitation({ catalogue, year, codes: codesOf(text) })
    expect(refs(2566, 'O27-O28')).toEqual({ ok: true, value: ['2566:o27', '2566:o28'] })
    expect(refs(2567, 'o14, O15')).toEqual({ ok: true, value: ['2567:O14', '2567:O15'] })
  })

  test('and items that the year does not have are named, not guessed', () => {
    expect(resolveCitation({ catalogue, year: 2568, codes: ['O28', 'O29', 'i1'] })).toEqual({
      ok: false,
      error: { code: 'citation.unknown-item', unknown: ['O29', 'i1'] },
    })
    expect(resolveCitation({ catalogue, year: 2500, codes: ['O1'] }).ok).toBe(false)
  })
})
