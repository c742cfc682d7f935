import type { Language } from '../../../i18n/language.ts'
import { CheckField, type FormView, SelectField, TextAreaField, TextField } from '../../../ui/form.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { CERTAINTIES, STAGES } from '../settings/channel-settings.domain.ts'
import { settingsText } from '../text/settings.ts'

type Props = Readonly<{ lang: Language; form: FormView; version: number }>

/** Times, keeping, hours and categories of the channel. */
export function ChannelSettingsForm({ lang, form, version }: Props) {
  const text = settingsText(lang)
  return (
    <form method="post" className="card form" action={addressOf.office(lang, 'protected/settings')}>
      <input type="hidden" name="act" value="settings" />
      <input type="hidden" name="seenVersion" value={version} />
      <CheckField form={form} name="isOpen" label={text.open} hint={text.openHint} />
      <TextAreaField form={form} name="noteTh" label={text.noteTh} lang="th" />
      <TextAreaField form={form} name="noteEn" label={text.noteEn} lang="en" />
      <fieldset className="form">
        <legend>{text.times}</legend>
        <p className="muted">{text.timesHint}</p>
        {STAGES.map((stage) => {
          const name = text.stages[stage]
          return (
            <div key={stage} className="form">
              <TextField
                form={form}
                name={`${stage}Days`}
                label={text.days(name)}
                inputMode="numeric"
                autoComplete="off"
                required
              />
              <SelectField
                form={form}
                name={`${stage}Certainty`}
                label={text.certainty(name)}
                choices={CERTAINTIES.map((one) => ({ value: one, label: text.certainties[one] }))}
              />
              <TextField
                form={form}
                name={`${stage}BasisTh`}
                label={text.basisTh(name)}
                lang="th"
                autoComplete="off"
              />
              <TextField
                form={form}
                name={`${stage}BasisEn`}
                label={text.basisEn(name)}
                lang="en"
                autoComplete="off"
              />
            </div>
          )
        })}
      </fieldset>
      <fieldset className="form">
        <legend>{text.keeping}</legend>
        <TextField
          form={form}
          name="retentionDays"
          label={text.retention}
          hint={text.retentionHint}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        <TextField
          form={form}
          name="digestHours"
          label={text.digests}
          hint={text.digestsHint}
          autoComplete="off"
          required
        />
        <CheckField form={form} name="isRecoveryOn" label={text.recoveryOn} />
      </fieldset>
      <TextAreaField
        form={form}
        name="categories"
        label={text.categories}
        hint={text.categoriesHint}
        rows={5}
        required
      />
      <p className="form-actions">
        <button type="submit" className="button primary">
          {text.save}
        </button>
      </p>
    </form>
  )
}
