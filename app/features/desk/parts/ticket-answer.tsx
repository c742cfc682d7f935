import type { Language } from '../../../i18n/language.ts'
import { type Choice, SelectField, TextAreaField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ticketFormsText } from '../text/office.ts'
import { ActForm, type ActForms } from './act-form.tsx'
import { FilesField } from './files-field.tsx'
import { RadioField } from './radio-field.tsx'

type AnswerProps = Readonly<{
  lang: Language
  forms: ActForms
  templates: readonly Choice[]
  /** Whether the person gets it by mail, too. */
  isMailed: boolean
  /** Hint of the files; null where none can be attached here. */
  filesHint: string | null
  /** Where files can be attached. */
  attachTo: string
  draftKey: string
  isInserted: boolean
  hadFiles: boolean
  /** What was kept of it; null where nothing was. */
  start: Readonly<Record<string, string>> | null
}>

/** The answer to the person. A template is put into it by a button, then read and edited before it is sent. */
export function TicketAnswer({ lang, forms, templates, filesHint, ...given }: AnswerProps) {
  const text = ticketFormsText(lang).answer
  const form = forms.formOf('answer', given.start ?? { final: 'answer' })
  const seen = forms.seenOf('answer')
  return (
    <section className="answer-box stack" aria-labelledby="answer">
      <h2 id="answer">{text.title}</h2>
      <p className="muted">
        {text.lead} {given.isMailed && text.byMail}
      </p>
      {given.isInserted && <Notice kind="done">{text.inserted}</Notice>}
      {given.hadFiles && <Notice kind="warning">{text.filesAgain}</Notice>}
      <form
        method="post"
        action={filesHint === null ? forms.here : given.attachTo}
        encType={filesHint === null ? undefined : 'multipart/form-data'}
        className="form long-fields"
        data-draft={given.draftKey}
        data-seen-version={seen}
      >
        <input type="hidden" name="seenVersion" value={seen} />
        {templates.length > 0 && (
          <div className="template-line">
            <SelectField
              form={form}
              name="templateId"
              label={text.template}
              choices={[{ value: '', label: text.noTemplate }, ...templates]}
            />
            <button type="submit" className="button" name="act" value="insert">
              {text.insert}
            </button>
          </div>
        )}
        <TextAreaField form={form} name="text" id="answer-text" label={text.text} rows={8} required />
        {filesHint === null ? (
          <p>
            <a href={`${given.attachTo}#answer`}>
              <Icon name="evidence" /> {text.attach}
            </a>
          </p>
        ) : (
          <FilesField form={form} label={text.files} hint={filesHint} id="answer-files" />
        )}
        <RadioField
          form={form}
          name="final"
          legend={text.final}
          choices={(['answer', 'last', 'interim'] as const).map((value) => ({
            value,
            label: text.finals[value],
          }))}
        />
        <div className="actions">
          <button type="submit" className="button primary" name="act" value="answer">
            <Icon name="send" />
            {text.send}
          </button>
        </div>
      </form>
    </section>
  )
}

/** A note that the person never reads. */
export function TicketNote({ lang, forms }: Readonly<{ lang: Language; forms: ActForms }>) {
  const text = ticketFormsText(lang).note
  return (
    <section className="note-box stack" aria-labelledby="note">
      <h2 id="note">{text.title}</h2>
      <ActForm forms={forms} act="note">
        <TextAreaField
          form={forms.formOf('note')}
          name="text"
          id="note-text"
          label={text.text}
          hint={text.hint}
          rows={3}
        />
        <div className="actions">
          <button type="submit" className="button">
            <Icon name="locked" />
            {text.save}
          </button>
        </div>
      </ActForm>
    </section>
  )
}
