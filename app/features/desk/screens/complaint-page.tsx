import { Icon } from '../../../ui/icon.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { agencyOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { Channels, hasChannels, PublicHead, StaffWords } from '../../site/index.parts.ts'
import { findProfile, findStaffWords } from '../../site/index.server.ts'
import { OtherDoor } from '../parts/other-door.tsx'
import { findDeskSettings } from '../settings/desk-settings.queries.server.ts'
import { ticketsText } from '../text/index.ts'
import { publicFormText } from '../text/public.ts'
import { TICKET_KINDS } from '../tickets/ticket.domain.ts'
import '../../../ui/desk.css'
import type { Route } from './+types/complaint-page'

export const headers = publicPageHeaders

export async function loader({ context, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await agencyOf(context)
  const [profile, guide, { settings }] = await Promise.all([
    findProfile(ctx),
    findStaffWords(ctx, 'complaint'),
    findDeskSettings(ctx),
  ])
  return { lang, profile, guide, dueDays: settings.dueDays }
}

export default function ComplaintPage({
  loaderData: { lang, profile, guide, dueDays },
}: Route.ComponentProps) {
  const text = publicFormText(lang)
  const { kinds } = ticketsText(lang)
  return (
    <>
      <PublicHead
        lang={lang}
        title={text.title}
        lead={text.lead}
        isInThai={guide !== null && guide.body.en === null}
      />
      <div className="stack">
        <p className="actions">
          <a className="button primary" href={addressOf.complaint(lang, 'new')}>
            <Icon name="edit" />
            {text.write}
          </a>
          <a className="button" href={addressOf.complaint(lang, 'follow')}>
            <Icon name="search" />
            {text.toFollow}
          </a>
          <a className="button" href={addressOf.complaint(lang, 'statistics')}>
            <Icon name="chart" />
            {text.toStatistics}
          </a>
        </p>
        <OtherDoor lang={lang} />
        <section className="stack" aria-labelledby="how">
          <h2 id="how">{text.howHeading}</h2>
          <ol className="door-steps">
            <li>{text.how.write}</li>
            <li>{text.how.receive}</li>
            <li>{text.how.follow}</li>
          </ol>
        </section>
        <section className="stack" aria-labelledby="times">
          <h2 id="times">{text.timesHeading}</h2>
          <ul>
            {TICKET_KINDS.map((kind) => {
              const days = dueDays[kind]
              return (
                <li key={kind}>{days === null ? text.noTime(kinds[kind]) : text.time(kinds[kind], days)}</li>
              )
            })}
          </ul>
          <p className="muted small">{text.timesNote}</p>
        </section>
        <section className="stack" aria-labelledby="agency">
          <h2 id="agency">{text.agencyHeading}</h2>
          <StaffWords lang={lang} content={guide} empty={text.agencyMissing} />
        </section>
        <section className="stack" aria-labelledby="channels">
          <h2 id="channels">{text.channelsHeading}</h2>
          {hasChannels(profile) ? <Channels lang={lang} profile={profile} /> : <p>{text.noChannels}</p>}
        </section>
      </div>
    </>
  )
}
