import type { Language } from '../../../i18n/language.ts'
import { type FormView, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { vaultText } from '../text/receiving.ts'

/** Opens the vaults of whoever asks. `to` is the part of the office where they are led then. */
export function UnlockForm({ lang, form, to }: { lang: Language; form: FormView; to: string }) {
  const text = vaultText(lang)
  return (
    <section className="card form" aria-labelledby="unlock-title">
      <h2 id="unlock-title">{text.unlockTitle}</h2>
      <p>{text.unlockLead}</p>
      <form method="post" className="form" action={addressOf.office(lang, 'protected')}>
        <input type="hidden" name="to" value={to} />
        <TextField
          form={form}
          name="vaultSecret"
          type="password"
          label={text.passphrase}
          autoComplete="off"
          required
        />
        <div className="actions">
          <button type="submit" className="button primary" name="act" value="unlock">
            <Icon name="key" />
            {text.unlock}
          </button>
          <a className="button" href={addressOf.office(lang, 'protected/vault')}>
            {text.recover}
          </a>
        </div>
      </form>
    </section>
  )
}

/** Takes the keys out of memory at once. */
export function LockButton({ lang }: { lang: Language }) {
  return (
    <form method="post" action={addressOf.office(lang, 'protected')} className="not-printed">
      <button type="submit" className="button" name="act" value="lock">
        <Icon name="locked" />
        {vaultText(lang).lock}
      </button>
    </form>
  )
}
