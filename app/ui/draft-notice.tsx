import './office-drafts.css'
import type { Language } from '../i18n/language.ts'
import { formatInstant } from '../kernel/thai-day.ts'
import { addressOf } from '../web/addresses.ts'
import { Confirm } from './confirm.tsx'
import { Icon } from './icon.tsx'
import { Notice } from './notice.tsx'
import { keepingText } from './text/keeping.ts'

type DraftNoticeProps = Readonly<{
  lang: Language
  /** Which form: as in its `data-draft`. */
  form: string
  /** What the page calls the form, where it has several of which drafts are kept. */
  name?: string
  keptAt: Date
  /** Whether the form below shows the draft (`?draft=use`). */
  isShown: boolean
  /** Path and query of the page. */
  here: string
}>

/**
 * Says above a form that what somebody typed and did not save was kept; they use it or throw it away. Not to be shown where
 * the form shows what was just sent and refused.
 */
export function DraftNotice({ lang, form, name, keptAt, isShown, here }: DraftNoticeProps) {
  const text = keepingText(lang).draft
  const at = formatInstant(keptAt, lang)
  return (
    <div className="no-print">
      <Notice>
        <p>{(isShown ? text.shown : text.offered)(at, name ?? null)}</p>
        <div className="actions">
          <a className="button small" href={withDraft(here, !isShown)}>
            <Icon name={isShown ? 'page' : 'edit'} />
            {isShown ? text.back : text.use}
          </a>
          <DropDraft lang={lang} form={form} to={withDraft(here, false)} />
        </div>
      </Notice>
    </div>
  )
}

/** The button that throws a draft away, after asking; `to` is the page that is shown then. */
export function DropDraft({ lang, form, to }: { lang: Language; form: string; to: string }) {
  const text = keepingText(lang).draft
  return (
    <Confirm label={text.drop}>
      <p>{text.dropSure}</p>
      <form method="post" action={addressOf.office(lang, 'drafts')}>
        <input type="hidden" name="form" value={form} />
        <input type="hidden" name="to" value={to} />
        <button type="submit" className="button danger" name="act" value="drop">
          <Icon name="remove" />
          {text.drop}
        </button>
      </form>
    </Confirm>
  )
}

/** The address of a page with its drafts in its forms, or without. */
export function withDraft(here: string, isShown: boolean): string {
  const [path = '', search = ''] = here.split('?')
  const asked = new URLSearchParams(search)
  asked.delete('draft')
  asked.delete('done')
  if (isShown) asked.set('draft', 'use')
  return asked.size === 0 ? path : `${path}?${asked}`
}
