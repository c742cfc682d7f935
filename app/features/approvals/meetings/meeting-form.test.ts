import { expect, it } from 'vitest'
import { meetingFormValues, readMeetingForm, readSeenForm } from './meeting-form.domain.ts'

const typed = (given: Readonly<Record<string, string>> = {}) => ({
  bodyId: 'a-body',
  form: 'meeting',
  number: '๙/๒๕๖๗',
  heldOn: '๗ พ.ย. ๒๕๖๗',
  startsAt: '09.30',
  present: 'สมชาย ตัวอย่าง | ประธาน\n\nมานี ตัวอย่าง\tเลขานุการ\n',
  absent: 'ปิติ ตัวอย่าง',
  ...given,
})

it('reads the day in the Buddhist era and who attended, line by line', () => {
  expect(readMeetingForm(typed())).toMatchObject({
    ok: true,
    value: {
      heldOn: '2024-11-07',
      attendees: [
        { name: 'สมชาย ตัวอย่าง', title: 'ประธาน', presence: 'present' },
        { name: 'มานี ตัวอย่าง', title: 'เลขานุการ', presence: 'present' },
        { name: 'ปิติ ตัวอย่าง', title: null, presence: 'absent' },
      ],
    },
  })
})

it('names the lines that it cannot read, and every field that is wrong', () => {
  const lines = 'สมชาย ตัวอย่าง | ประธาน | อีกช่อง\nมานี ตัวอย่าง\n| เลขานุการ'
  expect(readMeetingForm(typed({ present: lines, heldOn: 'เมื่อวาน', startsAt: '25.00' }))).toEqual({
    ok: false,
    error: {
      faults: {
        heldOn: 'meeting.bad-day',
        startsAt: 'meeting.bad-time',
        present: 'meeting.bad-attendee',
      },
      badLines: { present: [1, 3] },
    },
  })
})

it('asks neither time nor attendance of a circular', () => {
  const read = readMeetingForm(typed({ form: 'circular', startsAt: '25.00', present: '|' }))
  expect(read).toMatchObject({ ok: true, value: { form: 'circular', attendees: [] } })
})

it('reads what a page showed as it was, and nothing from what is no form', () => {
  const read = readMeetingForm(typed())
  if (!read.ok) throw new Error('not read')
  expect(readSeenForm(JSON.stringify(meetingFormValues(read.value)))).toEqual(read.value)
  for (const text of ['', 'null', '[', '{"heldOn":"?"}']) expect(readSeenForm(text)).toBeNull()
})
