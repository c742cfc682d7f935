import type { Language } from '../../../i18n/language.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import { EMPTY_FORM, type FormView, TextAreaField, TextField } from '../../../ui/form.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { LONGEST, MOST_FILES } from '../reporting/report-form.domain.ts'
import type { ReporterThread } from '../reporting/thread.queries.server.ts'
import { reportFormText, threadText } from '../text/reporting.ts'

type FormsProps = Readonly<{
  lang: Language
  thread: ReporterThread
  /** What was typed and not taken. */
  typed: Readonly<{ text: string; name: string; contact: string }>
  /** What makes a form once: it is sent twice to no other effect. */
  formSecret: string
  mostBytes: number
}>

/** Everything a reporter can do from within their report. */
export function ThreadForms({ lang, thread, typed, formSecret, mostBytes }: FormsProps) {
  const text = threadText(lang).thread
  const form = reportFormText(lang)
  const values: FormView = { ...EMPTY_FORM, values: { ...typed } }
  const to = addressOf.reporting(lang, 'thread')
  return (
    <>
      <h2>{text.add}</h2>
      <form method="post" action={to} encType="multipart/form-data" autoComplete="off">
        <input type="hidden" name="act" value="add" />
        <input type="hidden" name="once" value={formSecret.slice(0, 43)} />
        <TextAreaField form={values} name="text" label={text.text} rows={6} />
        <div className="field">
          <label htmlFor="files">{form.review.files}</label>
          <span className="hint" id="files-hint">
            {form.review.filesHint(MOST_FILES, sizeText(mostBytes))}
          </span>
          <input id="files" name="files" type="file" multiple aria-describedby="files-hint" />
        </div>
        <p className="actions">
          <button type="submit" className="primary">
            {text.send}
          </button>
        </p>
      </form>
      {thread.mayGiveIdentity && (
        <details open={typed.name !== '' || typed.contact !== ''}>
          <summary>{text.identity}</summary>
          <form method="post" action={to} autoComplete="off">
            <input type="hidden" name="act" value="identity" />
            <span className="hint">{form.form.identityHint}</span>
            <TextField form={values} name="name" label={form.form.name} autoComplete="off" />
            <TextField form={values} name="contact" label={form.form.contact} autoComplete="off" />
            <button type="submit">{text.giveIdentity}</button>
          </form>
        </details>
      )}
      <details>
        <summary>{text.reissue}</summary>
        {thread.isReissued ? (
          <p>{text.reissued}</p>
        ) : (
          <form method="post" action={to}>
            <input type="hidden" name="act" value="reissue" />
            <input type="hidden" name="formSecret" value={formSecret} />
            <p>{text.reissueHint}</p>
            <button type="submit">{text.reissueDo}</button>
          </form>
        )}
      </details>
      <details>
        <summary>{text.proof}</summary>
        <p>{text.proofHint}</p>
        <p>
          <a className="button" href={addressOf.reporting(lang, 'thread/proof')}>
            {text.proofDo}
          </a>
        </p>
      </details>
      <form method="post" action={to}>
        <input type="hidden" name="act" value="end" />
        <p className="actions">
          <button type="submit">{text.end}</button>
        </p>
        <p className="muted">{text.idle}</p>
      </form>
    </>
  )
}

type ConsentProps = Readonly<{ lang: Language; asked: ReporterThread['consentAsked'] }>

/** Whether somebody may know who the reporter is: asked of the reporter, and answered once. */
export function ConsentForm({ lang, asked }: ConsentProps) {
  if (asked === null) return null
  const text = threadText(lang).thread.consent
  return (
    <form method="post" action={addressOf.reporting(lang, 'thread')} className="notice warning">
      <h2>{text.title}</h2>
      <p>{text.lead(asked.reader?.[lang] ?? text.somebody, asked.days)}</p>
      <input type="hidden" name="act" value="consent" />
      <input type="hidden" name="releaseId" value={asked.releaseId} />
      <p className="actions">
        <button type="submit" name="consent" value="given">
          {text.give}
        </button>
        <button type="submit" name="consent" value="refused">
          {text.refuse}
        </button>
      </p>
    </form>
  )
}

/** Why something was not taken, in words. */
export function addFaultText(
  { act, code, minutes }: Readonly<{ act: string; code: string; minutes: number }>,
  mostBytes: number,
  lang: Language,
): string {
  const { faults } = threadText(lang).thread
  const form = reportFormText(lang)
  const words: Readonly<Record<string, string>> = {
    empty: faults.empty,
    'no-name': faults.noName,
    over: faults.over,
    answered: faults.answered,
    again: faults.again,
    custodians: form.faults.custodians,
    busy: form.faults.busy,
    away: form.faults.away,
    storage: form.faults.storage,
    'too-large': form.faults.tooLarge(sizeText(mostBytes)),
    'too-many': form.faults.tooMany(MOST_FILES),
    'too-long':
      act === 'identity'
        ? form.faults.tooLong(form.form.name, '400')
        : form.faults.tooLong(threadText(lang).thread.text, LONGEST.what.toLocaleString('en-US')),
    wait: form.faults.wait(minutes),
  }
  return words[code] ?? form.faults.broken
}
