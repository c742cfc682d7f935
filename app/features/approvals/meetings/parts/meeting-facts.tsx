import type { Language } from '../../../../i18n/language.ts'
import { formatInstant, thaiDay } from '../../../../kernel/thai-day.ts'
import { Facts } from '../../../../ui/facts.tsx'
import { Icon, type IconName } from '../../../../ui/icon.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import { approvalsTerms } from '../../text/index.ts'
import { type Meeting, PRESENCES } from '../meeting.domain.ts'
import { meetingFormText, meetingPageText } from '../text/index.ts'

type MeetingProps = Readonly<{ lang: Language; meeting: Meeting }>

/** What is known of a meeting; where it was entered on a later day, both days. */
export function MeetingFacts({ lang, meeting }: MeetingProps) {
  const text = meetingPageText(lang)
  const { facts } = meeting
  const chair = [facts.chair, facts.chairPosition].filter((part) => part !== null).join(', ')
  const isBackDated = thaiDay(meeting.enteredAt) > facts.heldOn
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">{text.facts}</h2>
      <Facts
        rows={[
          [text.body, meeting.bodyName],
          [text.form, approvalsTerms(lang).forms[facts.form]],
          [text.time, facts.startsAt === null ? null : text.times(facts.startsAt, facts.endsAt)],
          [text.place, facts.place],
          [text.chair, chair || null],
          [text.secretary, facts.secretary],
          [
            text.entered,
            <>
              {text.enteredBy(formatInstant(meeting.enteredAt, lang), meeting.enteredBy)}
              {isBackDated && (
                <span className="with-icon">
                  <Icon name="history" />
                  {text.backDated}
                </span>
              )}
            </>,
          ],
        ]}
      />
      {meeting.origin === 'report-text' && <p className="small muted">{text.reported}</p>}
    </section>
  )
}

/** Who was there, who was not, and who else attended. */
export function Attendance({ lang, meeting: { facts } }: MeetingProps) {
  const text = meetingPageText(lang)
  if (facts.attendees.length === 0) return null
  return (
    <section aria-labelledby="attendance-title">
      <h2 id="attendance-title">{text.attendance}</h2>
      {PRESENCES.map((presence) => {
        const people = facts.attendees.filter((one) => one.presence === presence)
        if (people.length === 0) return null
        return (
          <details key={presence} className="fold">
            <summary>{text.counted(meetingFormText(lang).lists[presence], people.length)}</summary>
            <ol>
              {people.map(({ name, title }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and the order stays
                <li key={index}>
                  {name}
                  {title !== null && <span className="muted"> {title}</span>}
                </li>
              ))}
            </ol>
          </details>
        )
      })}
    </section>
  )
}

const FILES = [
  ['agenda.pdf', 'document'],
  ['papers.pdf', 'document'],
  ['minutes.pdf', 'document'],
  ['minutes.docx', 'word'],
] as const satisfies readonly (readonly [string, IconName])[]

/** Papers that the program makes of a meeting. */
export function MeetingDownloads({
  lang,
  meeting,
  hasResolution,
}: MeetingProps & Readonly<{ hasResolution: boolean }>) {
  const text = meetingPageText(lang)
  const files = FILES.filter(([file]) => hasResolution || !file.startsWith('minutes'))
  return (
    <section aria-labelledby="files-title">
      <h2 id="files-title">{text.files}</h2>
      <ul className="downloads">
        {files.map(([file, icon]) => (
          <li key={file}>
            <a href={addressOf.office(lang, `meetings/${meeting.id}/files/${file}`)} download>
              <Icon name={icon} />
              <span className="kind">{text.downloads[file]}</span>
              <span className="meta">{file.endsWith('pdf') ? 'PDF' : 'DOCX'}</span>
            </a>
          </li>
        ))}
      </ul>
      {!hasResolution && <p className="small muted">{text.noMinutes}</p>}
    </section>
  )
}
