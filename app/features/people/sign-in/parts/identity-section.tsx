import type { Language } from '../../../../i18n/language.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { addressOf } from '../../../../web/addresses.ts'
import type { ListedIdentity, ListedProvider } from '../other-ways.queries.server.ts'
import { otherWaysText } from '../text/other-ways.ts'

type IdentitySectionProps = Readonly<{
  lang: Language
  identities: readonly ListedIdentity[]
  providers: readonly ListedProvider[]
}>

/** One's own accounts at identity providers; nothing where the agency has none and nothing is linked. */
export function IdentitySection({ lang, identities, providers }: IdentitySectionProps) {
  const text = otherWaysText(lang)
  if (providers.length === 0 && identities.length === 0) return null
  return (
    <section className="stack" aria-labelledby="identity-title">
      <h2 id="identity-title">{text.identityTitle}</h2>
      <p>{text.identityLead}</p>
      {identities.length === 0 ? (
        <p className="muted">{text.identityNone}</p>
      ) : (
        <ul className="cards">
          {identities.map((identity, index) => (
            <IdentityCard
              key={`${identity.issuer} ${identity.subject}`}
              lang={lang}
              identity={identity}
              id={`identity-${index}`}
            />
          ))}
        </ul>
      )}
      {providers.length > 0 && (
        <form method="post" action={addressOf.office(lang, 'account/identities/link')} className="actions">
          {providers.map(({ id, labelTh, labelEn }) => (
            <button key={id} type="submit" className="button" name="provider" value={id}>
              {text.identityLink(lang === 'th' ? labelTh : labelEn)}
            </button>
          ))}
        </form>
      )}
    </section>
  )
}

function IdentityCard({ lang, identity, id }: { lang: Language; identity: ListedIdentity; id: string }) {
  const text = otherWaysText(lang)
  const { issuer, subject, linkedAt, labelTh, labelEn } = identity
  const label = (lang === 'th' ? labelTh : labelEn) ?? issuer
  return (
    <li className="card">
      <strong id={id}>{label}</strong>
      <p className="muted small">
        {text.identityLinked(formatDay(thaiDay(linkedAt), lang))}
        {labelTh === null && ` · ${text.identityGone}`}
      </p>
      <form method="post" action={addressOf.office(lang, 'account/identities/unlink')}>
        <input type="hidden" name="issuer" value={issuer} />
        <input type="hidden" name="subject" value={subject} />
        <button type="submit" className="button danger">
          {text.identityUnlink} <span className="visually-hidden">{label}</span>
        </button>
      </form>
    </li>
  )
}
