import type { Language } from '../../../i18n/language.ts'
import { formatDay, type IsoDay } from '../../../kernel/thai-date.ts'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { publicFormText } from '../text/public.ts'
import { writeFollowUp } from '../tickets/reference.domain.ts'
import { DeskHead } from './desk-head.tsx'

export type Received = Readonly<{
  reference: string
  followUp: string
  /** False where the same form came before. */
  isNew: boolean
  dueOn: IsoDay | null
}>

/** What somebody keeps of a matter. It is shown as the answer to the form, and nowhere else. */
export function Receipt({ lang, received }: { lang: Language; received: Received }) {
  const text = publicFormText(lang).receipt
  const { reference, followUp, isNew, dueOn } = received
  return (
    <>
      <DeskHead lang={lang} title={text.title} lead={text.lead} />
      <div className="stack">
        {!isNew && <Notice>{text.again}</Notice>}
        <dl className="receipt">
          <div>
            <dt>{text.reference}</dt>
            <dd className="number">{reference}</dd>
          </div>
          <div>
            <dt>{text.followUp}</dt>
            <dd className="number">{writeFollowUp(followUp)}</dd>
          </div>
        </dl>
        <p>{dueOn === null ? text.noDue : text.due(formatDay(dueOn, lang))}</p>
        <p className="no-print">{text.print}</p>
        <p className="no-print">{text.warning}</p>
        <div className="actions no-print">
          <form method="post" action={addressOf.complaint(lang, 'follow')}>
            <input type="hidden" name="reference" value={reference} />
            <input type="hidden" name="followUpSecret" value={followUp} />
            <button type="submit" className="button primary">
              {text.go}
            </button>
          </form>
          <a className="button" href={addressOf.complaint(lang, 'new')}>
            {text.another}
          </a>
        </div>
      </div>
    </>
  )
}
