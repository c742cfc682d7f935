import { formatOfficialDay } from '../../../kernel/thai-date.ts'
import type { AgendaRecord, MeetingRecord } from './meeting-record.domain.ts'
import { matterParts } from './minutes-extract.domain.ts'
import { officialForm as form } from './official-form.th.ts'
import { type OfficialPaper, type PaperItem, typedText } from './official-paper.domain.ts'

/** The agenda of a meeting (ระเบียบวาระการประชุม), or what a circular asks about. */
export function agendaPaper(meeting: MeetingRecord): OfficialPaper {
  const name = form.agenda[meeting.form](meeting.body)
  const number = form.number[meeting.form](meeting.number)
  return {
    title: `${name} ${number}`,
    agencyName: meeting.agencyName,
    head: [name, number, ...comingUp(meeting)],
    rosters: [],
    opening: null,
    items: meeting.items.map((item) => agendaItem(item, meeting)),
    closing: null,
    signatures: [],
    foot: `${name} ${number}`,
    madeAt: new Date(`${meeting.heldOn}T00:00:00Z`),
  }
}

/** When and where, of a meeting that may be still to come. */
export function comingUp({ form: held, state, heldOn, startsAt, place }: MeetingRecord): readonly string[] {
  const day = formatOfficialDay(heldOn)
  const time = held === 'meeting' && startsAt !== null ? ` ${form.time(startsAt)}` : ''
  return [
    `${day}${time}`,
    ...(held === 'circular' || place === null ? [] : [form.place(place)]),
    ...(state === 'cancelled' ? [form.cancelled] : []),
  ]
}

const agendaItem = (item: AgendaRecord, { form: held }: MeetingRecord): PaperItem => ({
  heading: form.item[held](item.number, item.title),
  parts: [
    ...(item.details === null ? [] : [typedText(item.details)]),
    ...(item.matter === null ? [] : matterParts(item.matter)),
  ],
})
