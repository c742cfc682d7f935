import { agendaPaper } from './agenda-paper.domain.ts'
import type { MeetingRecord } from './meeting-record.domain.ts'
import { minutesExtract } from './minutes-extract.domain.ts'
import type { OfficialPaper } from './official-paper.domain.ts'

/** What an address of a meeting's file asks for. */
export type PaperWanted =
  | Readonly<{ kind: 'pack' }>
  | Readonly<{ kind: 'pdf' | 'docx'; paper: OfficialPaper }>

/**
 * The paper that stands under a name: `papers.pdf`, `agenda.pdf`, `minutes.pdf`, `minutes.docx`, and of one agenda item
 * `item-<its identifier>.pdf` and `.docx`. Null where the meeting has no such paper.
 */
export function paperWanted(meeting: MeetingRecord, file: string): PaperWanted | null {
  if (file === 'papers.pdf') return { kind: 'pack' }
  if (file === 'agenda.pdf') return { kind: 'pdf', paper: agendaPaper(meeting) }
  const [, whole, itemId = null, kind] = /^(?:(minutes)|item-([0-9a-f-]{1,40}))\.(pdf|docx)$/.exec(file) ?? []
  if (kind === undefined) return null
  const paper = minutesExtract(meeting, whole === undefined ? itemId : null)
  return paper && { kind: kind as 'pdf' | 'docx', paper }
}

/** The name under which it is kept by who downloads it: "minutes-9-2567.pdf", "item-4.1-9-2567.docx". */
export function downloadName(meeting: MeetingRecord, file: string): string {
  const [, name = '', ending = ''] = /^(.*)\.([a-z]+)$/.exec(file) ?? []
  const item = meeting.items.find(({ id }) => name === `item-${id}`)
  const parts = [item ? `item-${item.number ?? ''}` : name, meeting.number]
  return `${parts.map(plainly).filter(Boolean).join('-')}.${ending}`
}

/** Letters, digits, dots and hyphens alone: every program takes such a name. */
const plainly = (text: string) => text.replace(/[^A-Za-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '')
