import type { Language } from '../../../i18n/language.ts'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { StandingSteps } from '../../approvals/index.parts.ts'
import type { PlannedMeeting } from '../../approvals/index.server.ts'
import { decidingMeetings, type Standing } from '../../approvals/index.ts'
import { workingReportText } from '../text/working-report.ts'
import { PutBeforeMeeting } from './put-before-meeting.tsx'

type ApprovalProps = Readonly<{
  lang: Language
  fiscalYear: number
  standing: Standing
  /** Before which it may be put, by who may. */
  meetings: readonly PlannedMeeting[]
  mayPlace: boolean
}>

/** How far the content of a draft came on the chain of approval, and what is to be done where a step is lacking. */
export function ApprovalOfContent({ lang, fiscalYear, standing, meetings, mayPlace }: ApprovalProps) {
  const text = workingReportText(lang)
  const thing = `approvals/report/${fiscalYear}`
  return (
    <section className="stack" aria-labelledby="approval">
      <h3 id="approval">{text.approval}</h3>
      <p className="muted small">{text.approvalBody}</p>
      {!standing.chain && (
        <Notice kind="warning">
          <p>{text.noChain}</p>
          <p>
            <a href={addressOf.office(lang, 'approval-chains')}>{text.toChains}</a>
          </p>
        </Notice>
      )}
      {standing.isChangedSince && (
        <Notice kind="late">
          <p>{text.changedSince}</p>
          <p>
            <a href={addressOf.office(lang, `${thing}/difference`)}>{text.toDifference}</a>
          </p>
        </Notice>
      )}
      {standing.chain && (
        <Notice kind={standing.isComplete ? 'done' : 'plain'}>
          {standing.isComplete ? text.complete : text.notComplete}
        </Notice>
      )}
      <StandingSteps lang={lang} steps={standing.steps} />
      {standing.chain && !standing.isComplete && mayPlace && (
        <PutBeforeMeeting
          lang={lang}
          matter={{ kind: 'report', key: String(fiscalYear) }}
          meetings={decidingMeetings(meetings, { kind: 'report', standing })}
        />
      )}
      <p>
        <a href={addressOf.office(lang, thing)}>{text.toStanding}</a>
      </p>
    </section>
  )
}
