import type { ReactNode } from 'react'
import '../../../ui/office-evidence.css'
import type { Language } from '../../../i18n/language.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { BrokenUpload } from '../library.queries.server.ts'
import type { UploadMode } from '../scripts/upload-words.ts'
import scriptUrl from '../scripts/uploads.script.ts?worker&url'
import { ACCEPTED_FILES } from '../storing/file-kind.table.ts'
import { addingText } from '../text/pages.ts'

const UPLOADS = '/office/uploads'

type UploadAreaProps = Readonly<{
  lang: Language
  mode: UploadMode
  /** Begins the identifiers, where a page has several. */
  id: string
  /** The page that shows it, or that is gone on to; without what is attached. */
  here: string
  /** Of the piece that gets a new version. */
  evidenceId?: string
  /** Fields that are sent with the files. */
  children?: ReactNode
}>

/** Where files are chosen or dropped. Without a script it is a form that sends them all at once. */
export function UploadArea({ lang, mode, id, here, evidenceId, children }: UploadAreaProps) {
  const text = addingText(lang)
  const isOne = mode === 'version'
  const back = mode === 'attach' ? `${here}#evidence` : here
  const to = mode === 'library' || back === '' ? '' : `?to=${encodeURIComponent(back)}`
  const field = `${id}-files`
  return (
    <div
      className="upload-area"
      data-uploads={mode}
      data-endpoint={UPLOADS}
      data-offers={addressOf.office(lang, 'evidence/offers')}
      data-lang={lang}
      data-here={here}
      data-onward={mode === 'version' ? '' : here}
      data-pieces={`${addressOf.office(lang, 'evidence')}/`}
      data-evidence-id={evidenceId}
      data-sign-in={addressOf.signIn(lang, here)}
      data-words={JSON.stringify(text.words)}
    >
      <form
        method="post"
        encType="multipart/form-data"
        action={addressOf.office(lang, `evidence/files${to}`)}
        className="form"
      >
        {evidenceId !== undefined && <input type="hidden" name="evidenceId" value={evidenceId} />}
        <div className="upload-choice">
          <Icon name="bring" />
          <div className="field">
            <label htmlFor={field}>{isOne ? text.newFile : text.files}</label>
            <span className="hint" id={`${field}-hint`}>
              {isOne ? text.newFileHint : text.filesHint} <span className="only-script">{text.drop}</span>
            </span>
            <input
              type="file"
              id={field}
              name="files"
              multiple={!isOne}
              accept={ACCEPTED_FILES}
              aria-describedby={`${field}-hint`}
            />
          </div>
        </div>
        {children}
        <button type="submit" className={`button ${mode === 'form' ? 'primary' : 'without-script'}`}>
          <Icon name="bring" />
          {text.sendFiles}
        </button>
      </form>
      <ol className="upload-rows" data-upload-rows="" />
      <div className="actions" data-upload-foot="" />
      <p className="visually-hidden" role="status" data-upload-said="" />
    </div>
  )
}

/** Once on a page with areas for files. */
export const UploadsScript = ({ nonce }: { nonce: string }) => <script src={scriptUrl} nonce={nonce} defer />

/** Uploads of the reader that were broken off: what to do, and on paper nothing. */
export function BrokenUploads({ lang, uploads }: { lang: Language; uploads: readonly BrokenUpload[] }) {
  const text = addingText(lang)
  if (uploads.length === 0) return null
  return (
    <details className="fold broken-uploads">
      <summary>
        {text.brokenTitle} ({uploads.length})
      </summary>
      <p>{text.brokenLead}</p>
      <ul data-broken-uploads="" data-words={JSON.stringify(text.words)}>
        {uploads.map(({ id, fileName, size, startedAt }) => (
          <li key={id} data-upload={`${UPLOADS}/${id}`} data-name={fileName} className="upload-row">
            <strong className="upload-name">{fileName}</strong>
            <span className="muted">{text.brokenSince(sizeText(size), formatInstant(startedAt, lang))}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
