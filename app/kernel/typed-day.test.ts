import { describe, expect, test } from 'vitest'
import { dayAsTyped, typedDay } from './typed-day.ts'

describe('a day as people type it', () => {
  test.each([
    ['1 ต.ค. 67', '2024-10-01'],
    ['1 ตุลาคม 2567', '2024-10-01'],
    ['1/10/2567', '2024-10-01'],
    ['1/10/67', '2024-10-01'],
    ['1/10/2024', '2024-10-01'],
    ['01-10-2567', '2024-10-01'],
    ['2024-10-01', '2024-10-01'],
    ['2567-10-01', '2024-10-01'],
    ['๑/๑๐/๒๕๖๗', '2024-10-01'],
    [' ๑ ต.ค. ๖๗ ', '2024-10-01'],
    ['1 October 2024', '2024-10-01'],
    ['1 Oct 2024', '2024-10-01'],
    ['1 October 2024 (B.E. 2567)', '2024-10-01'],
    ['29/2/2567', '2024-02-29'],
  ])('%s is understood', (text, day) => expect(typedDay(text)).toBe(day))

  test.each([
    '',
    'วันนี้',
    '31/4/2567',
    '29/2/2566',
    '0/1/2567',
    '1/13/2567',
    '2024-13-01',
    '1/1/1500',
    '1 Smarch 2024',
    '1/10/2567 x',
  ])('“%s” is none', (text) => expect(typedDay(text)).toBeNull())
})

test('a day is written short so that it is read back', () => {
  expect(dayAsTyped('2024-10-01')).toBe('1/10/2567')
  expect(typedDay(dayAsTyped('2024-02-29'))).toBe('2024-02-29')
})
