import type { Language } from '../../../../i18n/language.ts'
import { addressOf } from '../../../../web/addresses.ts'
import { otherWaysText } from '../text/other-ways.ts'
import { PasskeyScript, passkeyWords } from './passkey-script.tsx'

type PasskeyButtonProps = Readonly<{
  lang: Language
  /** Where to go afterwards; null for the first page of the office. */
  to: string | null
  nonce: string
  /** Whether this site is met by a name (see `offersPasskeys`); a mere address has no passkeys. */
  isOffered: boolean
}>

/** Signs in with a passkey. Stays hidden without script, and in browsers that know no passkeys. */
export function PasskeyButton({ lang, to, nonce, isOffered }: PasskeyButtonProps) {
  const text = otherWaysText(lang)
  if (!isOffered) return <p className="muted small">{text.passkeyNoHost}</p>
  return (
    <div
      hidden
      data-passkey="get"
      data-options={addressOf.signInPart(lang, 'passkey/options')}
      data-verify={addressOf.signInPart(lang, 'passkey/verify')}
      data-to={to ?? ''}
      {...passkeyWords(text)}
    >
      <button type="button" className="button">
        {text.passkeySignIn}
      </button>
      <p role="status" aria-live="polite" />
      <PasskeyScript nonce={nonce} />
    </div>
  )
}
