import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { type FormView, TextField } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SURVEYS, type YearAnswers } from '../answers/survey.domain.ts'
import { answersPageText } from '../text/answers-page.ts'

type Shown = Readonly<{ lang: Language; answers: YearAnswers; mayImport: boolean; here: string }>

/** Files of a year's answers, each with what takes it out again. */
export function AnswerFiles({ lang, answers, mayImport, here }: Shown) {
  const text = answersPageText(lang)
  const { file, instrument, n, imported, note, state } = text.fileColumns
  return (
    <section className="stack" aria-labelledby="files-title">
      <h2 id="files-title">{text.filesTitle}</h2>
      <DataTable
        caption={text.filesTitle}
        columns={[
          { label: file },
          { label: instrument },
          { label: n, look: 'end' },
          { label: imported },
          { label: note },
          { label: state },
          ...(mayImport ? [{ label: text.withdraw, look: 'do' as const, isHidden: true }] : []),
        ]}
        rows={answers.batches.map((batch) => ({
          key: batch.id,
          cells: [
            batch.fileName,
            batch.instrument,
            batch.nRespondents,
            text.byOn(formatDay(thaiDay(batch.importedAt), lang), batch.importedBy),
            batch.sourceNote ?? '',
            batch.withdrawn === null ? (
              <Chip key="state" state="done">
                {text.counts}
              </Chip>
            ) : (
              <div key="state">
                <Chip state="none">{text.withdrawn}</Chip>
                <div className="under">
                  {text.byOn(formatDay(thaiDay(batch.withdrawn.at), lang), batch.withdrawn.by)}
                </div>
              </div>
            ),
            ...(mayImport
              ? [
                  batch.withdrawn === null ? (
                    <Confirm key="withdraw" label={text.withdraw}>
                      <p>{text.withdrawQuestion(batch.fileName, batch.nRespondents)}</p>
                      <form method="post" action={here}>
                        <input type="hidden" name="batchId" value={batch.id} />
                        <button type="submit" className="button danger" name="act" value="withdraw">
                          {text.withdrawNow}
                        </button>
                      </form>
                    </Confirm>
                  ) : (
                    ''
                  ),
                ]
              : []),
          ],
        }))}
      />
    </section>
  )
}

/** How many answered of how many that had to, by survey. */
export function AnswerTargets({ lang, answers, mayImport, here, form }: Shown & { form: FormView }) {
  const text = answersPageText(lang)
  const { instrument, answered, required, state, set } = text.targetColumns
  return (
    <section className="stack" aria-labelledby="targets-title">
      <h2 id="targets-title">{text.targetTitle}</h2>
      <Notice>{text.targetNote}</Notice>
      <DataTable
        caption={text.targetTitle}
        columns={[
          { label: instrument },
          { label: answered, look: 'end' },
          { label: required, look: 'end' },
          { label: state },
          ...(mayImport ? [{ label: set }] : []),
        ]}
        rows={SURVEYS.map((survey) => {
          const target = answers.targets.get(survey)
          const n = answers.respondents[survey]
          const name = `nRequired-${survey}`
          return {
            key: survey,
            cells: [
              text.instruments[survey],
              n,
              target
                ? text.setBy(target.nRequired, target.setBy, formatDay(thaiDay(target.setAt), lang))
                : text.noTarget,
              target === undefined ? (
                ''
              ) : n >= target.nRequired ? (
                <Chip key="state" state="done">
                  {text.reached}
                </Chip>
              ) : (
                <Chip key="state" state="working">
                  {text.lacking(target.nRequired - n)}
                </Chip>
              ),
              ...(mayImport
                ? [
                    <form key="set" method="post" action={here} className="answer-target">
                      <input type="hidden" name="instrument" value={survey} />
                      <TextField
                        form={{
                          values: { [name]: form.values[name] ?? String(target?.nRequired ?? '') },
                          errors: form.errors,
                        }}
                        name={name}
                        label={text.targetField(survey)}
                        inputMode="numeric"
                      />
                      <button type="submit" className="button" name="act" value="target">
                        {text.setTarget}
                      </button>
                    </form>,
                  ]
                : []),
            ],
          }
        })}
      />
    </section>
  )
}
