import type { Language } from '../../../i18n/language.ts'
import { type FormView, SelectField, TextField } from '../../../ui/form.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { PagePicture } from '../pages/page.domain.ts'
import { lookWorkText } from '../text/look-work.ts'

type PictureFieldProps = Readonly<{
  lang: Language
  form: FormView
  label: string
  /** Names of the inputs: the picture, and what it shows in Thai and in English. */
  names: readonly [string, string, string]
  now: PagePicture | null
  offered: readonly Readonly<{ evidenceId: string; title: string }>[]
}>

/** A picture chosen from the evidence, with what it shows for those who do not see it. */
export function PictureField({ lang, form, label, names, now, offered }: PictureFieldProps) {
  const text = lookWorkText(lang).picture
  const [field, altTh, altEn] = names
  return (
    <div className="picture-field">
      {now && (
        <p className="picture-now">
          <img
            src={addressOf.publicFile(now.sha256, now.fileName)}
            alt={now.alt.th}
            lang="th"
            width="96"
            height="96"
          />
          <span>{text.now}</span>
        </p>
      )}
      <SelectField
        form={form}
        name={field}
        label={label}
        hint={text.choose}
        choices={[
          { value: '', label: now ? text.keep : text.noneYet },
          ...(now ? [{ value: 'none', label: text.none }] : []),
          ...offered.map(({ evidenceId, title }) => ({ value: evidenceId, label: title })),
        ]}
      />
      <p className="small">
        <a href={addressOf.office(lang, 'evidence/add')}>{text.add}</a>
      </p>
      <TextField form={form} name={altTh} label={text.altTh} hint={text.altHint} lang="th" />
      <TextField form={form} name={altEn} label={text.altEn} lang="en" />
    </div>
  )
}
