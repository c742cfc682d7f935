import type { Language } from '../../../i18n/language.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { type FormView, TextField } from '../../../ui/form.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { PublicFileRef } from '../disclosure.domain.ts'
import { centreItemText } from '../text/centre.ts'
import { factAddress } from './work-fact.tsx'

type PublicFileProps = Readonly<{
  lang: Language
  factId: string
  file: PublicFileRef
  /** Of the reason, where it was refused. */
  form: FormView
  isRefused: boolean
}>

/** A file that everybody may have, and the form by which it is taken from the public, with its reason. */
export function PublicFileBox({ lang, factId, file, form, isRefused }: PublicFileProps) {
  const text = centreItemText(lang)
  return (
    <section className="stack" aria-labelledby="public-file">
      <h2 id="public-file">{text.publicFile}</h2>
      <p>
        <a href={addressOf.publicFile(file.sha256, file.fileName)}>{file.fileName}</a>
      </p>
      <Confirm label={text.endFile} isOpen={isRefused}>
        <p>{text.endFileSure}</p>
        <form method="post" action={factAddress(lang, factId)} className="form">
          <TextField form={form} name="reason" label={text.reason} required />
          <button type="submit" className="button danger" name="act" value="end-file">
            {text.endFileYes}
          </button>
        </form>
      </Confirm>
    </section>
  )
}
