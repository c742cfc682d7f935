import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { type FormView, TextAreaField, TextField } from '../../../ui/form.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import type { SentBulk } from '../measures/bulk/bulk-form.domain.ts'
import type { BulkAct } from '../measures/bulk/bulk-plan.domain.ts'
import type { Register } from '../measures/bulk/register.queries.server.ts'
import { bulkText } from '../measures/bulk/text/index.ts'

type BulkBarProps = Readonly<{
  lang: Language
  register: Register
  /** What was sent and refused or gone back from; null at first. */
  sent: SentBulk | null
  errors: Readonly<Record<string, string>>
}>

const ICONS = { assign: 'assign', extend: 'calendar', remind: 'bell' } as const satisfies Record<
  BulkAct,
  IconName
>

/** What can be done with the measures that are ticked; each act opens with its own fields. Part of the form of the register. */
export function BulkBar({ lang, register, sent, errors }: BulkBarProps) {
  const text = bulkText(lang)
  const { choices, may } = register
  const form: FormView = { values: { dueDay: sent?.dueDay ?? '' }, errors }
  const act = (name: BulkAct, fields: ReactNode) => (
    <details className="bulk-act" open={sent?.act === name}>
      <summary className="button small">
        <Icon name={ICONS[name]} />
        {text.acts[name]}
      </summary>
      <div className="form panel">
        {fields}
        <Note lang={lang} act={name} sent={sent} error={errors.note} />
        <button type="submit" className="button primary" name="act" value={name}>
          {text.preview}
        </button>
      </div>
    </details>
  )
  return (
    <section className="bulk-bar no-print" aria-label={text.bar}>
      {/* What Enter does: the day is the only field of one line. */}
      <button type="submit" name="act" value="extend" hidden />
      <p className="bulk-count" role="status" data-select-count data-chosen={text.chosen('{count}')}>
        {text.bar}
      </p>
      <div className="bulk-acts">
        {may.change &&
          act(
            'assign',
            <>
              <fieldset className="boxes" id="how">
                <legend>{text.how}</legend>
                {(['add', 'replace'] as const).map((how) => (
                  <label className="box" key={how}>
                    <input
                      type="radio"
                      name="how"
                      value={how}
                      defaultChecked={(sent?.how || 'add') === how}
                    />
                    <span>{text.hows[how]}</span>
                  </label>
                ))}
              </fieldset>
              <fieldset className="boxes" id="unitId" tabIndex={-1}>
                <legend>{text.units}</legend>
                {errors.unitId !== undefined && <span className="error">{errors.unitId}</span>}
                {choices.units.length === 0 && <p className="muted">{text.noUnits}</p>}
                <div className="box-columns">
                  {choices.units.map(({ id, code, nameTh, nameEn }) => (
                    <label className="box" key={id}>
                      <input
                        type="checkbox"
                        name="unitId"
                        value={id}
                        defaultChecked={sent?.unitIds.includes(id)}
                      />
                      <span>
                        {[code, lang === 'en' ? (nameEn ?? nameTh) : nameTh].filter(Boolean).join(' ')}
                      </span>
                    </label>
                  ))}
                </div>
              </fieldset>
              {choices.people.length > 0 && (
                <fieldset className="boxes">
                  <legend>{text.people}</legend>
                  <div className="box-columns">
                    {choices.people.map(({ id, name }) => (
                      <label className="box" key={id}>
                        <input
                          type="checkbox"
                          name="personId"
                          value={id}
                          defaultChecked={sent?.personIds.includes(id)}
                        />
                        <span>{name}</span>
                      </label>
                    ))}
                  </div>
                </fieldset>
              )}
            </>,
          )}
        {may.change &&
          act(
            'extend',
            <TextField
              form={form}
              name="dueDay"
              label={text.dueDay}
              hint={text.dueDayHint}
              autoComplete="off"
            />,
          )}
        {may.remind && act('remind', <p className="muted">{text.remindHint}</p>)}
      </div>
    </section>
  )
}

function Note({
  lang,
  act,
  sent,
  error,
}: Readonly<{ lang: Language; act: BulkAct; sent: SentBulk | null; error: string | undefined }>) {
  const text = bulkText(lang)
  // The acts stand in one form: each has a message of its own.
  const name = `note-${act}`
  const isMine = sent?.act === act
  const form: FormView = {
    values: { [name]: isMine ? sent.note : '' },
    errors: isMine && error !== undefined ? { [name]: error } : {},
  }
  return <TextAreaField form={form} name={name} label={text.note} rows={2} />
}
