import { Icon } from '../../../ui/icon.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { agencyOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { findStaffWords } from '../pages/staff-words.server.ts'
import { PublicHead } from '../parts/public-head.tsx'
import { StaffWords } from '../parts/staff-words.tsx'
import { doorsText } from '../text/public.ts'
import type { Route } from './+types/whistleblow-page'

const NACC = 'https://www.nacc.go.th'
const PACC = 'https://www.pacc.go.th'

export const headers = publicPageHeaders

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx } = await agencyOf(context)
  return {
    lang: languageOf(new URL(request.url).pathname),
    guide: await findStaffWords(ctx, 'whistle'),
  }
}

export default function WhistleblowPage({ loaderData: { lang, guide } }: Route.ComponentProps) {
  const words = doorsText(lang)
  const { complaint, whistle: text } = words
  return (
    <>
      <PublicHead
        lang={lang}
        title={text.title}
        lead={text.lead}
        isInThai={guide !== null && guide.body.en === null}
      />
      <div className="stack">
        <section className="stack whistle-notice" aria-labelledby="not-yet">
          <h2 id="not-yet">
            <Icon name="locked" />
            {text.notYetHeading}
          </h2>
          <p>{text.notYet}</p>
          <p>{text.notMail}</p>
        </section>
        <section className="stack" aria-labelledby="outside">
          <h2 id="outside">{text.outsideHeading}</h2>
          <ul className="outside-links">
            {(
              [
                [text.nacc, NACC],
                [text.pacc, PACC],
              ] as const
            ).map(([name, address]) => (
              <li key={address}>
                <a href={address} rel="noopener noreferrer">
                  {name}
                </a>{' '}
                <span className="muted small">
                  <Icon name="outside" /> {words.opensOutside}{' '}
                  <span className="hash">{new URL(address).host}</span>
                </span>
              </li>
            ))}
          </ul>
          <p className="muted small">{text.outsideNote}</p>
        </section>
        <section className="stack" aria-labelledby="prepare">
          <h2 id="prepare">{text.prepareHeading}</h2>
          <ul>
            <li>{text.what}</li>
            <li>{text.proof}</li>
            <li>{text.traces}</li>
          </ul>
        </section>
        <section className="stack" aria-labelledby="agency">
          <h2 id="agency">{text.agencyHeading}</h2>
          <StaffWords lang={lang} content={guide} empty={text.agencyMissing} />
        </section>
        <section className="stack" aria-labelledby="law">
          <h2 id="law">{text.lawHeading}</h2>
          <p>{text.law}</p>
          <p className="notice warning">
            <Icon name="warning" />
            {text.lawUnverified}
          </p>
        </section>
        <p className="other-door">
          {text.otherDoor} {words.otherDoorLink}{' '}
          <a href={addressOf.sitePage(lang, 'complaint')}>{complaint.title}</a>
        </p>
      </div>
    </>
  )
}
