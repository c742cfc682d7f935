import { expect, it } from 'vitest'
import { isMailAddress, readMailbox } from './mail-address.ts'

it('an address is one ASCII address of a length that mail servers take', () => {
  const good = [
    'a@b',
    'somchai.t+ita@mail.agency.example',
    "o'hara@agency.example",
    `${'a'.repeat(64)}@b.example`,
  ]
  expect(good.filter((text) => !isMailAddress(text))).toEqual([])
  const bad = [
    ...[
      '',
      'a',
      '@b',
      'a@',
      'a b@c',
      'a@b c',
      'a@b\n',
      'a@b,c@d',
      '<a@b>',
      'a@-b',
      'a@b-',
      'a@b..c',
      '"a"@b',
      'สมชาย@b',
    ],
    `${'a'.repeat(65)}@b.example`,
    `a@${'b.'.repeat(130)}c`,
  ]
  expect(bad.filter(isMailAddress)).toEqual([])
})

it('a sender is an address with or without a name', () => {
  expect(readMailbox('ita@agency.example')).toEqual({ name: null, address: 'ita@agency.example' })
  expect(readMailbox('<ita@agency.example>')).toEqual({ name: null, address: 'ita@agency.example' })
  expect(readMailbox(' โปร่งใส <ita@agency.example> ')).toEqual({
    name: 'โปร่งใส',
    address: 'ita@agency.example',
  })
  expect(readMailbox('"Example, Agency" <ita@agency.example>')?.name).toBe('Example, Agency')
  expect(readMailbox('a\nb <ita@agency.example>')).toBeNull()
  expect(readMailbox('a <ita@agency.example> b')).toBeNull()
})
