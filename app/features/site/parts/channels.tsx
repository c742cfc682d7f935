import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { telephoneLink } from '../../../web/site-frame.tsx'
import type { SiteProfile } from '../profile/site-profile.domain.ts'
import { aboutText } from '../text/public.ts'
import { SaidText } from './said-text.tsx'

export const hasChannels = ({ contact }: SiteProfile): boolean =>
  contact.address !== null ||
  contact.telephones.length > 0 ||
  contact.email !== null ||
  contact.officialEmail !== null ||
  contact.social.length > 0

/** Every way to reach the agency that it has named. */
export function Channels({ lang, profile: { contact } }: { lang: Language; profile: SiteProfile }) {
  const text = aboutText(lang).contact
  const mail = (email: string) => <a href={`mailto:${email}`}>{email}</a>
  return (
    <dl className="channels">
      {contact.address && (
        <Channel icon="place" name={text.address}>
          <SaidText lang={lang} text={contact.address} />
        </Channel>
      )}
      {contact.telephones.length > 0 && (
        <Channel icon="telephone" name={text.telephones}>
          <ul className="bare">
            {contact.telephones.map((telephone) => (
              <li key={telephone}>
                <a href={telephoneLink(telephone)}>{telephone}</a>
              </li>
            ))}
          </ul>
        </Channel>
      )}
      {contact.officialEmail !== null && (
        <Channel icon="mail" name={text.officialEmail}>
          {mail(contact.officialEmail)}
        </Channel>
      )}
      {contact.email !== null && (
        <Channel icon="mail" name={text.email}>
          {mail(contact.email)}
        </Channel>
      )}
      {contact.hours && (
        <Channel icon="working" name={text.hours}>
          <SaidText lang={lang} text={contact.hours} />
        </Channel>
      )}
      {contact.social.length > 0 && (
        <Channel icon="page" name={text.social}>
          <ul className="bare">
            {contact.social.map(({ name, address }) => (
              <li key={address}>
                <a href={address} rel="noopener me">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </Channel>
      )}
    </dl>
  )
}

const Channel = ({ icon, name, children }: { icon: IconName; name: string; children: ReactNode }) => (
  <div>
    <dt>
      <Icon name={icon} />
      {name}
    </dt>
    <dd>{children}</dd>
  </div>
)
