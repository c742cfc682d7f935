import type { Language } from '../../../i18n/language.ts'
import { EMPTY_FORM, type FormView, TextAreaField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { publicFollowText } from '../text/public.ts'
import type { FollowUp } from '../tickets/follow-up.queries.server.ts'
import { FilesField } from './files-field.tsx'
import { type MatterKeys, OpensMatter } from './opens-matter.tsx'
import { RadioField } from './radio-field.tsx'

type ActsProps = Readonly<{
  lang: Language
  matter: FollowUp
  keys: MatterKeys
  filesHint: string
  /** What was sent last and refused, and by which form. */
  act: string
  form: FormView
}>

/** What somebody can still do with their matter: add to it, say that it is not over, rate it. */
export function MatterActs(props: ActsProps) {
  const { lang, matter, keys } = props
  const text = publicFollowText(lang)
  const here = addressOf.complaint(lang, 'follow')
  const formOf = (name: string): FormView => (props.act === name ? props.form : EMPTY_FORM)
  return (
    <>
      {matter.mayRate && <RateForm {...props} form={formOf('rate')} />}
      {matter.rating !== null && <p>{text.rated(matter.rating.score)}</p>}
      {matter.mayReopen && (
        <section className="card form no-print" aria-labelledby="reopen-title">
          <h2 id="reopen-title">{text.reopenHeading}</h2>
          <p>{text.reopenLead}</p>
          <form method="post" encType="multipart/form-data" className="form" action={here}>
            <OpensMatter keys={keys} />
            <TextAreaField
              form={nested(formOf('reopen'), 'reopenText')}
              name="reopenText"
              label={text.reopenBody}
              rows={4}
              required
            />
            <FilesField
              form={formOf('reopen')}
              id="reopenFiles"
              label={text.addFiles}
              hint={props.filesHint}
            />
            <button type="submit" className="button" name="act" value="reopen">
              <Icon name="again" />
              {text.reopen}
            </button>
          </form>
        </section>
      )}
      {matter.mayAdd && (
        <section className="card form no-print" aria-labelledby="add-title">
          <h2 id="add-title">{text.addHeading}</h2>
          <form method="post" encType="multipart/form-data" className="form" action={here}>
            <OpensMatter keys={keys} />
            <TextAreaField form={formOf('add')} name="text" label={text.addBody} rows={4} required />
            <FilesField form={formOf('add')} label={text.addFiles} hint={props.filesHint} />
            <button type="submit" className="button primary" name="act" value="add">
              <Icon name="send" />
              {text.add}
            </button>
          </form>
        </section>
      )}
    </>
  )
}

/** The use case names its fault after its own field. */
const nested = ({ values, errors }: FormView, name: string): FormView => ({
  values,
  errors: errors.text === undefined ? errors : { ...errors, [name]: errors.text },
})

function RateForm({ lang, keys, form }: ActsProps) {
  const text = publicFollowText(lang)
  return (
    <section className="card form no-print" aria-labelledby="rate-title">
      <h2 id="rate-title">{text.rateHeading}</h2>
      <form method="post" className="form" action={addressOf.complaint(lang, 'follow')}>
        <OpensMatter keys={keys} />
        <RadioField
          form={form}
          name="score"
          legend={text.score}
          choices={(['5', '4', '3', '2', '1'] as const).map((value) => ({
            value,
            label: text.scores[value],
          }))}
        />
        <RadioField
          form={form}
          name="solved"
          legend={text.solved}
          choices={[
            { value: 'yes', label: text.solvedYes },
            { value: 'no', label: text.solvedNo },
          ]}
        />
        <TextAreaField form={form} name="comment" label={text.comment} rows={3} />
        <button type="submit" className="button" name="act" value="rate">
          <Icon name="yes" />
          {text.rate}
        </button>
      </form>
    </section>
  )
}
