import type { Language } from '../../../../i18n/language.ts'
import { addressOf } from '../../../../web/addresses.ts'
import type { ListedProvider } from '../other-ways.queries.server.ts'
import { otherWaysText } from '../text/other-ways.ts'

type ProviderButtonsProps = Readonly<{
  lang: Language
  providers: readonly ListedProvider[]
  /** Where to go afterwards; null for the first page of the office. */
  to: string | null
}>

/** One button for each identity provider of the agency; nothing where there is none. */
export function ProviderButtons({ lang, providers, to }: ProviderButtonsProps) {
  const text = otherWaysText(lang)
  if (providers.length === 0) return null
  return (
    <form method="post" action={addressOf.signInPart(lang, 'oidc')} className="actions">
      {to !== null && <input type="hidden" name="to" value={to} />}
      {providers.map(({ id, labelTh, labelEn }) => (
        <button key={id} type="submit" className="button" name="provider" value={id}>
          {text.signInWith(lang === 'th' ? labelTh : labelEn)}
        </button>
      ))}
    </form>
  )
}
