import { Icon } from '../../../ui/icon.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { agencyOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { findStaffWords } from '../pages/staff-words.server.ts'
import { Channels, hasChannels } from '../parts/channels.tsx'
import { PublicHead } from '../parts/public-head.tsx'
import { StaffWords } from '../parts/staff-words.tsx'
import { findProfile } from '../profile/site-profile.queries.server.ts'
import { aboutText, doorsText } from '../text/public.ts'
import type { Route } from './+types/complaint-page'

export const headers = publicPageHeaders

export async function loader({ context, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await agencyOf(context)
  const [profile, guide] = await Promise.all([findProfile(ctx), findStaffWords(ctx, 'complaint')])
  return { lang, profile, guide }
}

export default function ComplaintPage({ loaderData: { lang, profile, guide } }: Route.ComponentProps) {
  const words = doorsText(lang)
  const { complaint: text, whistle } = words
  return (
    <>
      <PublicHead
        lang={lang}
        title={text.title}
        lead={text.lead}
        isInThai={guide !== null && guide.body.en === null}
      />
      <div className="stack">
        <section className="stack" aria-labelledby="how">
          <h2 id="how">{text.howHeading}</h2>
          <ol className="door-steps">
            <li>{text.prepare}</li>
            <li>{text.send}</li>
            <li>{text.follow}</li>
          </ol>
          <p className="notice">
            <Icon name="info" />
            {text.noForm}
          </p>
        </section>
        <section className="stack" aria-labelledby="channels">
          <h2 id="channels">{text.channelsHeading}</h2>
          {hasChannels(profile) ? (
            <Channels lang={lang} profile={profile} />
          ) : (
            <p>{aboutText(lang).contact.empty}</p>
          )}
        </section>
        <section className="stack" aria-labelledby="agency">
          <h2 id="agency">{text.agencyHeading}</h2>
          <StaffWords lang={lang} content={guide} empty={text.agencyMissing} />
        </section>
        <p className="other-door">
          {text.otherDoor} {words.otherDoorLink}{' '}
          <a href={addressOf.sitePage(lang, 'whistleblow')}>{whistle.title}</a>
        </p>
      </div>
    </>
  )
}
