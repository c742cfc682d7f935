import type { Language } from '../../../i18n/language.ts'
import {
  CheckField,
  type Choice,
  type FormView,
  SelectField,
  TextAreaField,
  TextField,
} from '../../../ui/form.tsx'
import type { PageKind } from '../pages/page.domain.ts'
import { SERVICE_PARTS } from '../pages/page-form.domain.ts'
import scriptUrl from '../scripts/page-editor.script.ts?worker&url'
import { pageWorkText } from '../text/page-work.ts'

type FieldsProps = Readonly<{
  lang: Language
  kind: PageKind
  form: FormView
  units: readonly Choice[]
  wasPublic: boolean
}>

/** Every field of a page. Bodies are Markdown: a script puts tools above them, and without it they are typed. */
export function PageFields({ lang, kind, form, units, wasPublic }: FieldsProps) {
  const text = pageWorkText(lang)
  const { fields } = text
  const title = kind === 'question' ? text.question : fields.title
  const body = kind === 'question' ? text.answer : fields.body
  return (
    <>
      <TextField form={form} name="titleTh" label={text.inThai(title)} lang="th" required />
      <TextField form={form} name="titleEn" label={text.inEnglish(title)} lang="en" />
      <TextField
        form={form}
        name="slug"
        label={fields.slug}
        hint={wasPublic ? text.slugKept : text.slugHint}
        spellCheck={false}
        lang="en"
      />
      {kind === 'news' && <TextField form={form} name="date" label={fields.date} hint={text.dayHint} />}
      {kind !== 'question' && (
        <>
          <TextAreaField form={form} name="leadTh" label={text.inThai(fields.lead)} lang="th" rows={2} />
          <TextAreaField form={form} name="leadEn" label={text.inEnglish(fields.lead)} lang="en" rows={2} />
        </>
      )}
      {kind === 'service' &&
        SERVICE_PARTS.map((name) => (
          <fieldset key={name} className="service-fields">
            <legend>{fields[name]}</legend>
            <TextAreaField
              form={form}
              name={`${name}Th`}
              label={text.inThai(fields[name])}
              lang="th"
              rows={3}
            />
            <TextAreaField
              form={form}
              name={`${name}En`}
              label={text.inEnglish(fields[name])}
              lang="en"
              rows={2}
            />
            <CheckField form={form} name={`${name}None`} label={text.isNone(fields[name])} />
          </fieldset>
        ))}
      <TextAreaField
        form={form}
        name="bodyTh"
        label={text.inThai(body)}
        hint={text.bodyHint}
        lang="th"
        rows={14}
        scripted={{ 'data-page-editor': '' }}
      />
      <TextAreaField
        form={form}
        name="bodyEn"
        label={text.inEnglish(body)}
        lang="en"
        rows={10}
        scripted={{ 'data-page-editor': '' }}
      />
      <SelectField
        form={form}
        name="unitId"
        label={fields.unitId}
        choices={[{ value: '', label: text.noUnit }, ...units]}
      />
      <TextField
        form={form}
        name="reviewOn"
        label={fields.reviewOn}
        hint={`${text.dayHint} ${text.reviewHint}`}
      />
    </>
  )
}

/** The tools above the bodies of a page. */
export function PageEditorScript({ lang, nonce }: { lang: Language; nonce: string | undefined }) {
  const text = pageWorkText(lang)
  return (
    <script
      src={scriptUrl}
      nonce={nonce}
      defer
      data-label={text.tools.label}
      data-heading={text.tools.heading}
      data-bold={text.tools.bold}
      data-list={text.tools.list}
      data-link={text.tools.link}
      data-sample={text.tools.sample}
    />
  )
}
