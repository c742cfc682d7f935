import type { ReactNode } from 'react'
import '../../../ui/office-look.css'
import type { Language } from '../../../i18n/language.ts'
import { EMPTY_FORM, ErrorSummary, type FormView } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { lookWorkText } from '../text/look-work.ts'

type ShownForm = Readonly<{
  /** After it was refused. */
  refused: FormView | undefined
  /** What was typed before the last session ended. */
  kept: Readonly<Record<string, string>> | null
  /** The row that it is about; null where it adds one. */
  values: Readonly<Record<string, string>> | null
}>

/** What the form beside a list holds. */
export const shownForm = ({ refused, kept, values }: ShownForm): FormView =>
  refused ?? (kept ? { values: kept, errors: {} } : values ? { values, errors: {} } : EMPTY_FORM)

type LookListProps = Readonly<{
  lang: Language
  words: Readonly<{ title: string; lead: string; toSite: string; empty: string; done: Readonly<object> }>
  /** Where the site shows it. */
  toSite: string
  /** The code of what was done, as the address has it. */
  done: string | null
  isKept: boolean
  form: FormView
  /** Null where nothing is in it. */
  table: ReactNode
  children: ReactNode
}>

/** A page of the office with a list of what the site shows, and below it the form that adds to it or changes a row. */
export function LookList({ lang, words, toSite, done, isKept, form, table, children }: LookListProps) {
  const text = lookWorkText(lang)
  const said = new Map<string, string>(Object.entries(words.done)).get(done ?? '')
  return (
    <>
      <title>{words.title}</title>
      <PageHead
        title={words.title}
        said={words.lead}
        action={
          <a className="button" href={toSite}>
            {words.toSite}
          </a>
        }
      />
      <div className="stack wide">
        {said !== undefined && <Notice kind="done">{said}</Notice>}
        {isKept && <Notice>{text.kept}</Notice>}
        <ErrorSummary form={form} title={text.errorTitle} />
        {table ?? <Notice>{words.empty}</Notice>}
        {children}
      </div>
    </>
  )
}
