import '../../../ui/office-drafts.css'
import type { Language } from '../../../i18n/language.ts'
import { addressOf } from '../../../web/addresses.ts'
import { draftsText } from '../drafts/text/index.ts'
import scriptUrl from '../scripts/drafts.script.ts?worker&url'

type DraftScriptProps = Readonly<{
  lang: Language
  /** Of this one answer. */
  nonce: string
  /** Who works here: what another typed on this machine is none of theirs. */
  personId: string
  now: Date
}>

/** Keeps what is typed into the forms of the page that name a draft (`data-draft`). Once on a page. */
export function DraftScript({ lang, nonce, personId, now }: DraftScriptProps) {
  const text = draftsText(lang)
  return (
    <script
      src={scriptUrl}
      nonce={nonce}
      defer
      data-keep={addressOf.office(lang, 'drafts/keep')}
      data-person={personId}
      data-now={now.getTime()}
      data-kept={text.kept('{at}')}
      data-away={text.away}
      data-out={text.out}
      data-too-long={text.tooLong}
      data-lost={text.lost}
      data-found={text.found}
      data-show={text.show}
    />
  )
}
