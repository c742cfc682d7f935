import type { Language } from '../../../i18n/language.ts'
import { type FormView, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { Executive } from '../profile/executive.domain.ts'
import { lookWorkText } from '../text/look-work.ts'
import { PictureField } from './picture-field.tsx'

export const EXECUTIVE_PICTURE = ['picture', 'altTh', 'altEn'] as const

type ExecutiveFormProps = Readonly<{
  lang: Language
  form: FormView
  /** Whom it is about; null adds somebody. */
  of: Executive | null
  offered: readonly Readonly<{ evidenceId: string; title: string }>[]
}>

export function ExecutiveForm({ lang, form, of, offered }: ExecutiveFormProps) {
  const text = lookWorkText(lang)
  const words = text.executives
  return (
    <form method="post" className="form" action={addressOf.office(lang, 'site/executives')}>
      <h2 id="executive-form">{of ? words.change(of.name.th) : words.add}</h2>
      {of && (
        <>
          <input type="hidden" name="id" value={of.id} />
          <input type="hidden" name="seenVersion" value={form.values.seenVersion ?? of.version} />
        </>
      )}
      <TextField form={form} name="nameTh" label={words.nameTh} lang="th" required />
      <TextField form={form} name="nameEn" label={words.nameEn} lang="en" />
      <TextField form={form} name="titleTh" label={words.titleTh} lang="th" required />
      <TextField form={form} name="titleEn" label={words.titleEn} lang="en" />
      <TextField form={form} name="telephone" label={words.telephone} />
      <TextField form={form} name="email" label={words.email} inputMode="email" />
      <PictureField
        lang={lang}
        form={form}
        label={words.picture}
        names={EXECUTIVE_PICTURE}
        now={of?.picture ?? null}
        offered={offered}
      />
      <div className="actions">
        <button type="submit" className="button primary" name="act" value="save">
          <Icon name="yes" />
          {text.save}
        </button>
        {of && <a href={addressOf.office(lang, 'site/executives')}>{words.cancel}</a>}
      </div>
    </form>
  )
}

/** One of them as the fields of the form show them. */
export const executiveValues = ({ name, title, telephone, email }: Executive): Record<string, string> => ({
  nameTh: name.th,
  nameEn: name.en ?? '',
  titleTh: title.th,
  titleEn: title.en ?? '',
  telephone: telephone ?? '',
  email: email ?? '',
})
