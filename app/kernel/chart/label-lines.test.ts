import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import * as fontkit from 'fontkit'
import { describe, expect, test } from 'vitest'
import { labelLines, textWidth } from './label-lines.ts'

const { resolve } = createRequire(import.meta.url)
const type = { size: 15 }
const unspaced = (text: string) => text.replace(/\s/gu, '')

describe.each([
  ['regular', '400Regular/Sarabun_400Regular.ttf', false],
  ['bold', '700Bold/Sarabun_700Bold.ttf', true],
] as const)('Sarabun %s', (_, path, bold) => {
  const file = readFileSync(resolve(`@expo-google-fonts/sarabun/${path}`))
  const font = fontkit.create(file) as fontkit.Font

  test.each(['ระดับความพึงพอใจต่อบริการ', 'ขั้นตอนที่กำหนด', '+11.77', 'E-Service 89.10', 'น้ำใจผู้ใหญ่'])(
    'is as wide as measured: %s',
    (text) => {
      const advances = [...text].map(
        (letter) => font.glyphForCodePoint(letter.codePointAt(0) ?? 0).advanceWidth,
      )
      const measured = (advances.reduce((sum, width) => sum + width, 0) / font.unitsPerEm) * type.size
      expect(textWidth(text, { ...type, bold })).toBeCloseTo(measured, 0)
    },
  )
})

test('a long label is broken between words, and the lines together are the label', () => {
  const label = 'เปิดโอกาสให้บุคคลภายนอกได้เข้ามามีส่วนร่วมในการปรับปรุงและพัฒนาการดำเนินงาน'
  const lines = labelLines(label, 200, type)
  expect(lines).toEqual(['เปิดโอกาสให้บุคคลภายนอกได้', 'เข้ามามีส่วนร่วมในการปรับปรุง', 'และพัฒนาการดำเนินงาน'])
})

test('no text loses a letter, and no line is wider than its place', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'หน่วยงาน',
          'ธรรมาภิบาล',
          ' ',
          'E-Service',
          'กกกกกกกกกกกกกกกกกกกก',
          'ๆ',
          '(',
          ')',
          'น้ำ',
          'W'.repeat(60),
        ),
        {
          maxLength: 20,
        },
      ),
      fc.integer({ min: 60, max: 400 }),
      (parts, width) => {
        const text = parts.join('')
        const lines = labelLines(text, width, type)
        return (
          unspaced(lines.join('')) === unspaced(text) && lines.every((line) => textWidth(line, type) <= width)
        )
      },
    ),
  )
})
