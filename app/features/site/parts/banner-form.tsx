import type { Language } from '../../../i18n/language.ts'
import { dayAsTyped } from '../../../kernel/typed-day.ts'
import { type FormView, SelectField, TextAreaField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { BANNER_FORMS, type Banner } from '../banners/banner.domain.ts'
import { lookWorkText } from '../text/look-work.ts'
import { PictureField } from './picture-field.tsx'

export const BANNER_PICTURE = ['picture', 'altTh', 'altEn'] as const

type BannerFormProps = Readonly<{
  lang: Language
  form: FormView
  /** Which one it is about; null adds one. */
  of: Banner | null
  offered: readonly Readonly<{ evidenceId: string; title: string }>[]
}>

export function BannerForm({ lang, form, of, offered }: BannerFormProps) {
  const text = lookWorkText(lang)
  const words = text.banners
  return (
    <form method="post" className="form" action={addressOf.office(lang, 'site/banners')}>
      <h2 id="banner-form">{of ? words.change(of.content.title.th) : words.add}</h2>
      {of && (
        <>
          <input type="hidden" name="id" value={of.id} />
          <input type="hidden" name="seenVersion" value={form.values.seenVersion ?? of.version} />
        </>
      )}
      <SelectField
        form={form}
        name="form"
        label={words.form}
        choices={BANNER_FORMS.map((value) => ({ value, label: words.forms[value] }))}
      />
      <TextField form={form} name="titleTh" label={words.titleTh} lang="th" required />
      <TextField form={form} name="titleEn" label={words.titleEn} lang="en" />
      <TextAreaField form={form} name="wordsTh" label={words.wordsTh} rows={2} lang="th" />
      <TextAreaField form={form} name="wordsEn" label={words.wordsEn} rows={2} lang="en" />
      <TextField form={form} name="link" label={words.link} hint={words.linkHint} inputMode="url" />
      <TextField form={form} name="startsOn" label={words.startsOn} hint={words.dayHint} required />
      <TextField form={form} name="endsOn" label={words.endsOn} required />
      <PictureField
        lang={lang}
        form={form}
        label={words.picture}
        names={BANNER_PICTURE}
        now={of?.content.picture ?? null}
        offered={offered}
      />
      <div className="actions">
        <button type="submit" className="button primary" name="act" value="save">
          <Icon name="yes" />
          {text.save}
        </button>
        {of && <a href={addressOf.office(lang, 'site/banners')}>{words.cancel}</a>}
      </div>
    </form>
  )
}

/** A banner as the fields of the form show it. */
export const bannerValues = ({ form, content, startsOn, endsOn }: Banner): Record<string, string> => ({
  form,
  titleTh: content.title.th,
  titleEn: content.title.en ?? '',
  wordsTh: content.words?.th ?? '',
  wordsEn: content.words?.en ?? '',
  link: content.link ?? '',
  startsOn: dayAsTyped(startsOn),
  endsOn: dayAsTyped(endsOn),
})
