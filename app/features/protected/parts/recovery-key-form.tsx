import type { Language } from '../../../i18n/language.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { type FormView, TextField } from '../../../ui/form.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { settingsText } from '../text/settings.ts'

type Props = Readonly<{
  lang: Language
  form: FormView
  recovery: Readonly<{ shares: number; threshold: number; fingerprint: string }> | null
}>

/** The public half of the organisation's recovery key: its private half is never typed here, nor anywhere before it is needed. */
export function RecoveryKeyForm({ lang, form, recovery }: Props) {
  const text = settingsText(lang)
  const here = addressOf.office(lang, 'protected/settings')
  return (
    <section className="card form" aria-labelledby="recovery">
      <h2 id="recovery">{text.recovery}</h2>
      <p>{text.recoveryLead}</p>
      {recovery === null ? (
        <p>
          <strong>{text.recoveryNone}</strong>
        </p>
      ) : (
        <>
          <p>{text.recoveryNow(recovery.threshold, recovery.shares)}</p>
          <p>
            {text.fingerprint}: <code>{recovery.fingerprint}</code>
          </p>
        </>
      )}
      <form method="post" className="form" action={here}>
        <input type="hidden" name="act" value="recovery" />
        <TextField form={form} name="publicKey" label={text.publicKey} autoComplete="off" required />
        <TextField
          form={form}
          name="shares"
          label={text.shares}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        <TextField
          form={form}
          name="threshold"
          label={text.threshold}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        <p className="form-actions">
          <button type="submit" className="button">
            {text.keepKey}
          </button>
        </p>
      </form>
      {recovery !== null && (
        <Confirm label={text.removeKey}>
          <p>{text.removeQuestion}</p>
          <form method="post" action={here}>
            <input type="hidden" name="act" value="remove-recovery" />
            <button type="submit" className="button danger">
              {text.removeKey}
            </button>
          </form>
        </Confirm>
      )}
    </section>
  )
}
