import { foldText } from '../../../kernel/rich-text.ts'
import { formatOfficialDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { shortHash } from '../matter.domain.ts'
import { approvalsTerms } from '../text/index.ts'
import type { AgendaRecord, MeetingRecord, Presence, ResolutionRecord } from './meeting-record.domain.ts'
import { officialForm as form } from './official-form.th.ts'
import {
  type OfficialPaper,
  type PaperItem,
  type PaperPart,
  type Roster,
  type Signature,
  typedText,
} from './official-paper.domain.ts'

/**
 * The extract of the minutes (มติที่ประชุม): who was there, what each item put forward, and what was resolved; of one agenda
 * item, or of the whole meeting. Null where there is no such item, or the meeting was not held: it has resolved nothing.
 */
export function minutesExtract(meeting: MeetingRecord, itemId: string | null): OfficialPaper | null {
  if (meeting.state !== 'held') return null
  const items = meeting.items.filter(({ id }) => itemId === null || id === itemId)
  const [only] = items
  if (itemId !== null && only === undefined) return null
  const name = form.minutes[meeting.form](meeting.body)
  const number = form.number[meeting.form](meeting.number)
  const onlyItem = itemId === null || only === undefined ? [] : [onlyLine(meeting, only)]
  return {
    title: [name, number, ...onlyItem].join(' '),
    agencyName: meeting.agencyName,
    head: [name, number, ...whenAndWhere(meeting), ...onlyItem],
    rosters: rostersOf(meeting),
    opening: openingOf(meeting),
    items: items.map((item) => itemOf(item, meeting)),
    closing: meeting.form === 'meeting' && meeting.endsAt !== null ? form.ended(meeting.endsAt) : null,
    signatures: items.length > 0 && items.every(isToldAlone) ? [] : signaturesOf(meeting),
    foot: `${name} ${number}`,
    madeAt: newestOf(meeting.heldOn, items),
  }
}

/** Nobody can certify a copy of minutes of which the program knows only what a report says. */
const isToldAlone = ({ resolution }: AgendaRecord) => resolution?.origin === 'report-text'

const onlyLine = ({ form: held }: MeetingRecord, { number }: AgendaRecord): string =>
  held === 'meeting' ? form.onlyItem.meeting(number) : form.onlyItem.circular

/** The lines of a head that say when and where; a circular has a day alone. */
function whenAndWhere({ form: held, heldOn, startsAt, place }: MeetingRecord): readonly string[] {
  const day = form.heldOn[held](formatOfficialDay(heldOn))
  if (held === 'circular') return [day]
  return [
    startsAt === null ? day : `${day} ${form.time(startsAt)}`,
    ...(place === null ? [] : [form.place(place)]),
  ]
}

const openingOf = ({ form: held, startsAt }: MeetingRecord): string | null => {
  if (held === 'circular') return form.circularOpening
  return startsAt === null ? null : form.started(startsAt)
}

const ROSTERS: readonly Presence[] = ['present', 'absent', 'attending']

/** Who presides stands first, also where nobody put them on the list. A circular was attended by nobody. */
function rostersOf(meeting: MeetingRecord): readonly Roster[] {
  if (meeting.form === 'circular') return []
  const { chair, chairPosition, secretary, attendees } = meeting
  const isChair = (name: string) => chair !== null && foldText(name) === foldText(chair)
  const isListed = attendees.some(({ name }) => isChair(name))
  const present = attendees.filter(({ presence }) => presence === 'present')
  const chairRow =
    chair === null || isListed ? [] : [{ name: chair, title: chairPosition, presence: 'present' as const }]
  const inOrder = [
    ...chairRow,
    ...present.filter(({ name }) => isChair(name)),
    ...present.filter(({ name }) => !isChair(name)),
    ...attendees.filter(({ presence }) => presence !== 'present'),
  ]
  const roleOf = (name: string, title: string | null) => {
    if (isChair(name)) return title?.includes(form.chairWord) ? null : form.chairRole
    const isSecretary = secretary !== null && foldText(name) === foldText(secretary)
    return isSecretary && !title?.includes(form.secretaryRole) ? form.secretaryRole : null
  }
  return ROSTERS.map((presence) => ({
    heading: form.rosters[presence],
    people: inOrder
      .filter((one) => one.presence === presence)
      .map(({ name, title }) => ({ name, title: form.standing(title, roleOf(name, title)) })),
  })).filter(({ people }) => people.length > 0)
}

function itemOf(item: AgendaRecord, meeting: MeetingRecord): PaperItem {
  const { matter, resolution } = item
  return {
    heading: form.item[meeting.form](item.number, item.title),
    parts: [
      ...(item.details === null ? [] : [typedText(item.details)]),
      ...(matter === null ? [] : matterParts(matter)),
      ...(resolution === null
        ? [{ kind: 'labelled', label: form.decided[meeting.form], text: form.noResolution } as const]
        : resolutionParts(resolution, meeting, matter !== null)),
      ...(resolution?.origin === 'entered' && matter !== null ? keptLater(matter.madeAt, meeting) : []),
    ],
  }
}

/** What was put forward, and the hash by which anybody can tell whether a copy is that very content. */
export const matterParts = ({
  title,
  contentHash,
}: NonNullable<AgendaRecord['matter']>): readonly PaperPart[] => [
  { kind: 'labelled', label: form.matter, text: title },
  { kind: 'hash', label: form.hash, short: shortHash(contentHash), full: contentHash },
]

function resolutionParts(
  resolution: ResolutionRecord,
  meeting: MeetingRecord,
  hasContent: boolean,
): readonly PaperPart[] {
  const decision = approvalsTerms('th').decisions[resolution.decision]
  const { wording, tasks, recordedAt, origin } = resolution
  const entered = thaiDay(recordedAt)
  return [
    { kind: 'labelled', label: form.decided[meeting.form], text: decision },
    // Who typed the decision alone said no more than its word.
    ...(foldText(wording) === decision ? [] : [typedText(wording)]),
    ...(tasks.length === 0
      ? []
      : [
          {
            kind: 'list',
            label: form.tasks,
            entries: tasks.map(({ text, owner, dueOn }) =>
              form.task(text, owner, dueOn === null ? null : formatOfficialDay(dueOn)),
            ),
          } as const,
        ]),
    ...(origin === 'report-text' ? [{ kind: 'note', text: form.fromReport(hasContent) } as const] : []),
    ...(origin === 'entered' && entered !== meeting.heldOn
      ? [{ kind: 'note', text: form.enteredLater[meeting.form](formatOfficialDay(entered)) } as const]
      : []),
  ]
}

/** Content that was kept on a later day than that of the meeting: somebody had to say that it is the same. */
const keptLater = (madeAt: Date, { heldOn }: MeetingRecord): readonly PaperPart[] =>
  thaiDay(madeAt) > heldOn
    ? [{ kind: 'note', text: form.contentKeptLater(formatOfficialDay(thaiDay(madeAt))) }]
    : []

/** All are left to be signed: who writes the paper has signed nothing by it. */
const signaturesOf = ({ form: held, secretary }: MeetingRecord): readonly Signature[] => [
  { label: form.signatures[held].wrote, name: secretary, fields: [] },
  { label: form.signatures[held].checked, name: null, fields: [] },
  { label: form.signatures.copy, name: null, fields: [form.position, form.date] },
]

function newestOf(heldOn: string, items: readonly AgendaRecord[]): Date {
  const recorded = items.flatMap(({ resolution }) => (resolution ? [resolution.recordedAt.getTime()] : []))
  return new Date(Math.max(Date.parse(`${heldOn}T00:00:00Z`), ...recorded))
}
