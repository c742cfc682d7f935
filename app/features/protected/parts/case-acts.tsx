import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { CheckField, EMPTY_FORM, type FormView, SelectField, TextAreaField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { isOver, OUTCOMES } from '../receiving/case-mark.domain.ts'
import type { ReadCase } from '../receiving/usecases/read-case.server.ts'
import { caseText } from '../text/receiving.ts'

export type RefusedAct = Readonly<{ act: string; form: FormView }> | null

type ActsProps = Readonly<{ lang: Language; opened: ReadCase; here: string; refused: RefusedAct }>

/** What a recipient may do with the case now; what was refused stays open with what was typed. */
export function CaseActs(props: ActsProps) {
  const { lang, opened } = props
  const text = caseText(lang)
  const { status } = opened.facts
  const over = isOver(status)
  return (
    <section aria-labelledby="acts-title" className="case-acts">
      <h2 id="acts-title">{text.doTitle}</h2>
      {status === 'received' && (
        <OneButton {...props} act="acknowledge" label={text.acknowledge} said={text.acknowledgeLead} />
      )}
      {(status === 'acknowledged' || status === 'answered') && (
        <OneButton {...props} act="work" label={text.work} said={text.workLead} />
      )}
      {!over && (
        <Fold {...props} act="reply" label={text.reply} isFirst={status !== 'received'}>
          {(form) => (
            <>
              <TextAreaField
                form={form}
                name="text"
                id="reply-text"
                rows={6}
                label={text.replyText}
                hint={text.replyHint}
                required
              />
              <CheckField form={form} name="isAnswer" label={text.isAnswer} />
              <Send act="reply" label={text.send} />
            </>
          )}
        </Fold>
      )}
      <Fold {...props} act="note" label={text.note}>
        {(form) => (
          <>
            <TextAreaField
              form={form}
              name="text"
              id="note-text"
              label={text.noteText}
              hint={text.noteHint}
              required
            />
            <Send act="note" label={text.saveNote} />
          </>
        )}
      </Fold>
      {!over && <CloseForm {...props} />}
      {!over && <ReasonForm {...props} act="junk" label={text.junk} isDangerous />}
      {status === 'closed' && (
        <ReasonForm {...props} act="reopen" label={text.reopen} said={text.reopenLead} />
      )}
      {status === 'junk' && <ReasonForm {...props} act="unjunk" label={text.unjunk} said={text.reopenLead} />}
    </section>
  )
}

const formOf = ({ refused }: ActsProps, act: string): FormView =>
  refused?.act === act ? refused.form : EMPTY_FORM

const Send = ({ act, label, isDangerous }: { act: string; label: string; isDangerous?: boolean }) => (
  <div className="actions">
    <button type="submit" className={isDangerous ? 'button danger' : 'button primary'} name="act" value={act}>
      {label}
    </button>
  </div>
)

type ActProps = ActsProps & Readonly<{ act: string; label: string; said?: string }>

const OneButton = ({ here, act, label, said }: ActProps) => (
  <form method="post" action={here}>
    <div className="actions">
      <button type="submit" className="button primary" name="act" value={act}>
        <Icon name="yes" />
        {label}
      </button>
      <span className="muted">{said}</span>
    </div>
  </form>
)

function Fold({
  act,
  label,
  isFirst = false,
  children,
  ...props
}: ActProps & Readonly<{ isFirst?: boolean; children: (form: FormView) => ReactNode }>) {
  return (
    <details className="fold" open={isFirst || props.refused?.act === act}>
      <summary>{label}</summary>
      <form method="post" className="form" action={props.here}>
        {children(formOf(props, act))}
      </form>
    </details>
  )
}

function CloseForm(props: ActsProps) {
  const text = caseText(props.lang)
  const form = formOf(props, 'close')
  return (
    <Confirm label={text.close} isOpen={props.refused?.act === 'close'}>
      <p>{text.closeSure}</p>
      <form method="post" className="form" action={props.here}>
        <SelectField
          form={form}
          name="outcome"
          label={text.outcome}
          choices={[
            { value: '', label: text.chooseOutcome },
            ...OUTCOMES.map((value) => ({ value, label: text.outcomes[value] })),
          ]}
        />
        <TextAreaField form={form} name="text" id="close-text" rows={5} label={text.closeText} required />
        <Send act="close" label={text.close} isDangerous />
      </form>
    </Confirm>
  )
}

/** An act that asks why. */
export function ReasonForm({
  act,
  label,
  said,
  isDangerous,
  children,
  ...props
}: ActProps & Readonly<{ isDangerous?: boolean; children?: ReactNode }>) {
  const text = caseText(props.lang)
  const isOpen = props.refused?.act === act
  const question = (
    <>
      {said !== undefined && <p>{said}</p>}
      <form method="post" className="form" action={props.here}>
        {children}
        <TextAreaField
          form={formOf(props, act)}
          name="text"
          id={`${act}-text`}
          label={text.reason}
          hint={text.reasonHint}
          required
        />
        <Send act={act} label={label} {...(isDangerous ? { isDangerous } : {})} />
      </form>
    </>
  )
  if (isDangerous)
    return (
      <Confirm label={label} isOpen={isOpen}>
        {question}
      </Confirm>
    )
  return (
    <details className="fold" open={isOpen}>
      <summary>{label}</summary>
      {question}
    </details>
  )
}
