import type { Language } from '../../../../i18n/language.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { thaiDay } from '../../../../kernel/thai-day.ts'
import { EMPTY_FORM, TextField } from '../../../../ui/form.tsx'
import { addressOf } from '../../../../web/addresses.ts'
import type { ListedPasskey } from '../other-ways.queries.server.ts'
import { otherWaysText } from '../text/other-ways.ts'
import { PasskeyScript, passkeyWords } from './passkey-script.tsx'

type PasskeySectionProps = Readonly<{
  lang: Language
  passkeys: readonly ListedPasskey[]
  /** Whether this site is met by a name (see `offersPasskeys`); a mere address has no passkeys. */
  isOffered: boolean
  nonce: string
}>

/** One's own passkeys: what there is, adding one, removing one. */
export function PasskeySection({ lang, passkeys, isOffered, nonce }: PasskeySectionProps) {
  const text = otherWaysText(lang)
  return (
    <section className="stack" aria-labelledby="passkey-title">
      <h2 id="passkey-title">{text.passkeyTitle}</h2>
      <p>{text.passkeyLead}</p>
      {passkeys.length === 0 ? (
        <p className="muted">{text.passkeyNone}</p>
      ) : (
        <ul className="cards">
          {passkeys.map((passkey) => (
            <PasskeyCard key={passkey.id} lang={lang} passkey={passkey} />
          ))}
        </ul>
      )}
      {isOffered ? <AddPasskey lang={lang} nonce={nonce} /> : <p className="notice">{text.passkeyNoHost}</p>}
    </section>
  )
}

function PasskeyCard({ lang, passkey }: { lang: Language; passkey: ListedPasskey }) {
  const text = otherWaysText(lang)
  const on = (instant: Date) => formatDay(thaiDay(instant), lang)
  const { id, label, createdAt, lastUsedAt } = passkey
  return (
    <li className="card">
      <strong id={`passkey-${id}`}>{label}</strong>
      <p className="muted small">
        {text.passkeyAdded(on(createdAt))} ·{' '}
        {lastUsedAt === null ? text.passkeyUnused : text.passkeyUsed(on(lastUsedAt))}
      </p>
      <form method="post" action={addressOf.office(lang, 'account/passkeys/remove')}>
        <button type="submit" className="button danger" name="passkey" value={id}>
          {text.passkeyRemove} <span className="visually-hidden">{label}</span>
        </button>
      </form>
    </li>
  )
}

function AddPasskey({ lang, nonce }: { lang: Language; nonce: string }) {
  const text = otherWaysText(lang)
  return (
    <>
      <p className="muted" data-without-passkey>
        {text.passkeyNoScript}
      </p>
      <div
        hidden
        className="stack"
        data-passkey="create"
        data-options={addressOf.office(lang, 'account/passkeys/options')}
        data-verify={addressOf.office(lang, 'account/passkeys')}
        {...passkeyWords(text)}
      >
        <TextField
          form={EMPTY_FORM}
          name="label"
          id="passkey-label"
          label={text.passkeyLabel}
          hint={text.passkeyLabelHint}
        />
        <div className="actions">
          <button type="button" className="button">
            {text.passkeyAdd}
          </button>
        </div>
        <p role="status" aria-live="polite" />
        <PasskeyScript nonce={nonce} />
      </div>
    </>
  )
}
