import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import type { ProgressEntry } from '../measures/progress/progress.domain.ts'
import { measurePageText } from '../measures/text/index.ts'
import { RichTextView } from './rich-text-view.tsx'

type ProgressListProps = Readonly<{
  lang: Language
  here: string
  entries: readonly (ProgressEntry & Readonly<{ mayWithdraw: boolean }>)[]
}>

/** What was done, by the day on which it was; the newest first. */
export function ProgressList({ lang, here, entries }: ProgressListProps) {
  const text = measurePageText(lang).progress
  return (
    <ol className="talk">
      {entries.map((entry) => (
        <li key={entry.id}>
          <p className="by">
            <strong>
              <time dateTime={entry.happenedOn}>{formatDay(entry.happenedOn, lang)}</time>
            </strong>
          </p>
          {entry.withdrawnAt !== null ? (
            <p className="muted">{text.withdrawn(entry.byName, formatInstant(entry.withdrawnAt, lang))}</p>
          ) : (
            <>
              <RichTextView text={entry.text} />
              <p className="muted small">
                {text.written(entry.byName, formatInstant(entry.writtenAt, lang))}
              </p>
            </>
          )}
          {entry.mayWithdraw && (
            <Confirm label={text.withdraw}>
              <p>{text.withdrawSure}</p>
              <form method="post" action={here}>
                <input type="hidden" name="progressId" value={entry.id} />
                <button type="submit" name="act" value="withdraw-progress" className="button danger">
                  {text.withdraw}
                </button>
              </form>
            </Confirm>
          )}
        </li>
      ))}
    </ol>
  )
}
