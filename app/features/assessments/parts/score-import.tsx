import type { Language } from '../../../i18n/language.ts'
import { codeOf, yearOf } from '../../../kernel/item-ref.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EMPTY_FORM, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SheetUploadForm } from '../../../ui/sheet-import.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { ScorePlan } from '../score.domain.ts'
import { scoresPageText } from '../text/scores-page.ts'

/** Where a file is chosen, and how it is prepared. */
export function ScoreUpload({ lang }: { lang: Language }) {
  const text = scoresPageText(lang)
  const rules = text.rules
  return (
    <SheetUploadForm
      text={text}
      action={addressOf.office(lang, 'scores')}
      rules={[rules.columns, rules.item, rules.value, rules.correct]}
      fields={
        <TextField form={EMPTY_FORM} name="sourceNote" label={text.sourceNote} hint={text.sourceNoteHint} />
      }
    />
  )
}

/** `content` is the file itself (base64url): the confirmation sends it again, without a script and without keeping it here. */
export type ShownScores = Readonly<{
  plan: ScorePlan
  rows: number
  seen: string
  fileName: string
  sourceNote: string
  content: string
}>

/** What an import would do, and the button that does it. */
export function ScorePreview({ lang, shown }: { lang: Language; shown: ShownScores }) {
  const text = scoresPageText(lang)
  const { scores, unchanged } = shown.plan
  const corrected = scores.filter(({ kind }) => kind === 'corrected').length
  return (
    <section className="stack" aria-labelledby="preview-title">
      <h2 id="preview-title">{text.previewTitle}</h2>
      {scores.length === 0 ? (
        <Notice kind="done">{text.nothing}</Notice>
      ) : (
        <p>{text.previewLead(shown.fileName, shown.rows)}</p>
      )}
      <p>{text.counts(scores.length - corrected, corrected, unchanged)}</p>
      {scores.length > 0 && (
        <DataTable
          caption={text.previewTitle}
          columns={[
            { label: text.heads.year },
            { label: text.columns.item },
            { label: text.columns.value, look: 'end' },
            { label: text.columns.was, look: 'end' },
          ]}
          rows={scores.map((score) => ({
            key: score.ref,
            cells: [yearOf(score.ref), codeOf(score.ref), score.value, score.was ?? ''],
          }))}
        />
      )}
      <form method="post" className="form" action={addressOf.office(lang, 'scores')}>
        <input type="hidden" name="content" value={shown.content} />
        <input type="hidden" name="seen" value={shown.seen} />
        <input type="hidden" name="fileName" value={shown.fileName} />
        <input type="hidden" name="sourceNote" value={shown.sourceNote} />
        <div className="actions">
          {scores.length > 0 && (
            <button type="submit" className="button primary" name="act" value="import">
              <Icon name="upload" />
              {text.confirm}
            </button>
          )}
          <a className="button" href={addressOf.office(lang, 'scores')}>
            {text.otherFile}
          </a>
        </div>
      </form>
    </section>
  )
}
