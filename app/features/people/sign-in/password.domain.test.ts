import { describe, expect, test } from 'vitest'
import { faultOfPassword, foldPassword } from './password.domain.ts'

const PERSONAL = ['สมชาย ตัวอย่าง', 'somchai@agency.example', 'example']
const faultOf = (password: string) => faultOfPassword(password, PERSONAL)

test.each([
  'correct horse battery staple',
  'แมวดำนอนบนหลังคา',
  'ข้าวมันไก่สองจานไม่เอาหนัง',
  'นกแก้ว ๓ ตัวบินข้ามแม่น้ำ',
  'x7!kQ-29vLm#',
])('"%s" may be used', (password) => expect(faultOf(password)).toBeNull())

describe('length', () => {
  test('counts letters, not bytes: twelve Thai letters and marks are enough', () => {
    expect(faultOf('กขคงจฉชซฌญฎ')).toBe('password.too-short')
    expect(faultOf('กขคงจฉชซฌญฎฏ')).toBeNull()
  })
  test('is counted in the one form in which it is hashed', () => {
    // Three letters of the compatibility form are one sign on the screen.
    expect(faultOf('ﬃ'.repeat(3))).toBe('password.too-short')
    expect(faultOf('🐘🐈🐕🐇🐢🐍🐎🐖🐏🐓🦜🦢')).toBeNull()
  })
  test('ends at two hundred', () => {
    const long = 'แมวดีนอนบนหลังคา '.repeat(20)
    expect(faultOf(long.slice(0, 200))).toBeNull()
    expect(faultOf(long)).toBe('password.too-long')
  })
})

test.each([
  'password1234',
  'PASSWORD!!!!',
  'Password 2568',
  'P@ssw0rd2024',
  'passwordpassword',
  'prongsai1234',
  'aaaaaaaaaaaa',
  'abababababab',
  '123456789012',
  'abcdefghijkl',
  'qwertyuiopas',
])('"%s" is guessed too easily', (password) => expect(faultOf(password)).toBe('password.common'))

test('a fullwidth "password" is the same word', () =>
  expect(faultOf('ｐａｓｓｗｏｒｄ１２３４')).toBe('password.common'))

describe('words that others know', () => {
  test.each(['somchai12345', 'agency.example!', 'สมชายตัวอย่าง', 'สมชาย123456789', 'example-2568!'])(
    '"%s" is little more than name, address or agency',
    (password) => expect(faultOf(password)).toBe('password.personal'),
  )
  test('do no harm within a sentence', () => {
    expect(faultOf('สมชายชอบกินข้าวมันไก่ทุกวันศุกร์')).toBeNull()
    expect(faultOf('somchai walks to the river')).toBeNull()
    expect(faultOf('admin ของเราเลี้ยงแมวสามตัว')).toBeNull()
  })
  test('are found in whatever form they were written', () =>
    expect(faultOfPassword('อำนาจ12345678', ['อํานาจ'])).toBe('password.personal'))
})

describe('one form', () => {
  test('marks of a Thai vowel may be typed in either order', () => {
    // U+0E38 (vowel below) and U+0E48 (tone mark).
    expect(foldPassword('ทุ่ง')).toBe(foldPassword('ท\u0e48\u0e38ง'))
  })
  test('sara am is one letter or two', () => expect(foldPassword('น้ำ')).toBe(foldPassword('น้\u0e4d\u0e32')))
  test('composed and decomposed letters are one', () =>
    expect(foldPassword('caf\u00e9')).toBe(foldPassword('cafe\u0301')))
  test('capitals and spaces stay what they are', () => {
    expect(foldPassword('A b')).toBe('A b')
    expect(foldPassword(' a')).not.toBe(foldPassword('a'))
  })
})
