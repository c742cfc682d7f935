import type { Language } from '../../../i18n/language.ts'
import { type FormView, SelectField, TextAreaField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { MatterChoices } from '../matter-choices.server.ts'
import { ticketsText } from '../text/index.ts'
import { publicFormText } from '../text/public.ts'
import { TICKET_KINDS } from '../tickets/ticket.domain.ts'
import { FilesField } from './files-field.tsx'
import { RadioField } from './radio-field.tsx'

type MatterFormProps = Readonly<{
  lang: Language
  form: FormView
  /** Makes of one form one matter, however often it is sent. */
  formSecret: string
  choices: MatterChoices
  filesHint: string
  /** Months after which name and contact are erased. */
  eraseAfterMonths: number
}>

/** What somebody tells the agency. Only the kind and the words are asked for. */
export function MatterForm({
  lang,
  form,
  formSecret,
  choices,
  filesHint,
  eraseAfterMonths,
}: MatterFormProps) {
  const text = publicFormText(lang)
  const { kinds } = ticketsText(lang)
  const none = { value: '', label: text.notSure }
  const hasPoint = ['latitude', 'longitude'].some((name) => form.values[name] || form.errors[name])
  return (
    <form
      method="post"
      encType="multipart/form-data"
      className="form"
      action={addressOf.complaint(lang, 'new')}
    >
      {/* Before the files, so that they are read even where a file breaks off. */}
      <input type="hidden" name="formSecret" value={formSecret} />
      <input type="hidden" name="from" value={form.values.from ?? ''} />
      <RadioField
        form={form}
        name="kind"
        legend={text.kind}
        choices={TICKET_KINDS.map((value) => ({ value, label: kinds[value], hint: text.kindHints[value] }))}
      />
      {choices.services.length > 0 && (
        <SelectField form={form} name="service" label={text.service} choices={[none, ...choices.services]} />
      )}
      {choices.topics.length > 0 && (
        <SelectField form={form} name="topic" label={text.topic} choices={[none, ...choices.topics]} />
      )}
      {choices.units.length > 0 && (
        <SelectField form={form} name="unit" label={text.unit} choices={[none, ...choices.units]} />
      )}
      <TextAreaField form={form} name="body" label={text.body} hint={text.bodyHint} rows={8} required />
      <TextField form={form} name="place" label={text.place} hint={text.placeHint} autoComplete="off" />
      <details className="fold" open={hasPoint}>
        <summary>{text.pointSummary}</summary>
        <div className="form">
          <TextField
            form={form}
            name="latitude"
            label={text.latitude}
            hint={text.pointHint}
            autoComplete="off"
          />
          <TextField form={form} name="longitude" label={text.longitude} autoComplete="off" />
        </div>
      </details>
      <FilesField form={form} label={text.files} hint={filesHint} />
      <fieldset className="contact-fields form">
        <legend>{text.contactHeading}</legend>
        <div className="small">
          <p>{text.contactUse.purpose}</p>
          <p>{text.contactUse.without}</p>
          <p>{text.contactUse.kept(eraseAfterMonths)}</p>
          <p>
            {text.contactUse.rights}{' '}
            <a href={addressOf.sitePage(lang, 'contact')}>{text.contactUse.rightsLink}</a>
          </p>
        </div>
        <TextField form={form} name="name" label={text.name} autoComplete="name" />
        <TextField
          form={form}
          name="email"
          label={text.email}
          hint={text.emailHint}
          inputMode="email"
          autoComplete="email"
        />
        <TextField
          form={form}
          name="telephone"
          label={text.telephone}
          hint={text.telephoneHint}
          autoComplete="tel"
        />
      </fieldset>
      <button type="submit" className="button primary">
        <Icon name="send" />
        {text.send}
      </button>
    </form>
  )
}
