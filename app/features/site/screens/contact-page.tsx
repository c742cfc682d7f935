import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { languageOf } from '../../../web/addresses.ts'
import { nameOf } from '../../../web/app.server.ts'
import { agencyOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { Channels, hasChannels } from '../parts/channels.tsx'
import { DoorCards } from '../parts/door-cards.tsx'
import { PublicHead } from '../parts/public-head.tsx'
import { coordinatesText, type MapPlace, mapAddresses } from '../profile/map-place.domain.ts'
import { findProfile } from '../profile/site-profile.queries.server.ts'
import { aboutText } from '../text/public.ts'
import type { Route } from './+types/contact-page'

export const headers = publicPageHeaders

export async function loader({ context, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const agency = await agencyOf(context)
  return { lang, name: nameOf(agency, lang), profile: await findProfile(agency.ctx) }
}

export default function ContactPage({ loaderData: { lang, name, profile } }: Route.ComponentProps) {
  const text = aboutText(lang).contact
  const { contact } = profile
  const isInThai = [contact.address, contact.hours].some((said) => said !== null && said.en === null)
  return (
    <>
      <PublicHead lang={lang} title={text.title} lead={text.lead(name)} isInThai={isInThai} />
      <div className="stack wide">
        <div className="contact-parts">
          <section className="stack" aria-labelledby="channels">
            <h2 id="channels">{text.channels}</h2>
            {hasChannels(profile) ? (
              <Channels lang={lang} profile={profile} />
            ) : (
              <p className="notice">
                <Icon name="info" />
                {text.empty}
              </p>
            )}
          </section>
          {contact.place && <MapSection lang={lang} place={contact.place} name={name} />}
        </div>
        <section className="stack" aria-labelledby="doors">
          <h2 id="doors">{text.doors}</h2>
          <DoorCards lang={lang} heading="h3" />
        </section>
      </div>
    </>
  )
}

/** No map of somebody else is drawn into the page: it leads to several, and says where they are. */
function MapSection({ lang, place, name }: { lang: Language; place: MapPlace; name: string }) {
  const text = aboutText(lang).contact
  const to = mapAddresses(place, name)
  return (
    <section className="stack" aria-labelledby="map">
      <h2 id="map">{text.map}</h2>
      <p>
        {text.coordinates} <span className="number">{coordinatesText(place)}</span>
      </p>
      <ul className="map-links">
        {(
          [
            ['place', text.openDevice, to.device],
            ['outside', text.openStreetMap, to.openStreetMap],
            ['outside', text.openGoogle, to.google],
          ] as const
        ).map(([icon, label, address]) => (
          <li key={address}>
            <a className="button" href={address} rel="noopener">
              <Icon name={icon} />
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p className="muted small">{text.mapNote}</p>
    </section>
  )
}
