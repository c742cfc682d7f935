import { expect, test } from 'vitest'
import { faultOfPassphrase, foldPassphrase } from './passphrase.domain.ts'

const fault = (passphrase: string, again = passphrase) =>
  faultOfPassphrase({ passphrase, again }, ['สมชาย ตัวอย่าง', 'somchai@agency.example', 'สำนักงานตัวอย่าง'])

test('five words that belong to nobody lock a vault, in Thai too', () => {
  expect(fault('correct horse battery staple')).toBeNull()
  expect(fault('แม่น้ำสีเขียวเดินทางไกลกว่าเมฆ')).toBeNull()
})

test.each([
  ['short phrase here', 'passphrase.too-short'],
  ['a'.repeat(201), 'passphrase.too-long'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'passphrase.too-plain'],
  ['horsebatteryhorsebatteryhorsebattery', 'passphrase.too-plain'],
  ['abcdefghijklmnopqrstuvwxyz', 'passphrase.too-plain'],
  ['98765432109876543210 and', 'passphrase.too-plain'],
  ['สมชาย ตัวอย่าง สมชาย ตัวอย่าง 1', 'passphrase.personal'],
])('%j is refused: %s', (passphrase, code) => expect(fault(passphrase)).toBe(code))

test('it is typed twice alike; marks of a vowel may come in either order', () => {
  expect(fault('correct horse battery staple', 'correct horse battery stable')).toBe('passphrase.differs')
  expect(foldPassphrase('กำ')).toBe(foldPassphrase('กํา'))
})
