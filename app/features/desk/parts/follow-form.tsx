import type { Language } from '../../../i18n/language.ts'
import { type FormView, TextField } from '../../../ui/form.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { publicFollowText } from '../text/public.ts'

/** Reference and follow-up number, by which a matter opens. */
export function FollowForm({ lang, form }: { lang: Language; form: FormView }) {
  const text = publicFollowText(lang)
  return (
    <form method="post" className="form" action={addressOf.complaint(lang, 'follow')}>
      <TextField
        form={form}
        name="reference"
        label={text.reference}
        hint={text.referenceHint}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <TextField
        form={form}
        name="followUpSecret"
        label={text.followUp}
        hint={text.followUpHint}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        required
      />
      <button type="submit" className="button primary">
        {text.open}
      </button>
    </form>
  )
}
