import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { type FormView, TextField } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { FactChoice, OfferedScore } from '../outcomes/fact-choice.domain.ts'
import { outcomePageText } from '../outcomes/text/index.ts'
import { Comparing } from './outcome-facts.tsx'
import { spokenIn } from './worded.tsx'

type FactFieldsProps = Readonly<{ lang: Language; form: FormView; fact: FactChoice; fiscalYear: number }>

/** The fields of the fact that is added to an outcome. */
export function FactFields({ lang, form, fact, fiscalYear }: FactFieldsProps) {
  const text = outcomePageText(lang)
  const kind = <input type="hidden" name="kind" value={fact.kind === 'typed-score' ? 'score' : fact.kind} />
  if (fact.kind === 'absence' || fact.kind === 'completion')
    return (
      <>
        {kind}
        <Notice>{text.kindHints[fact.kind]}</Notice>
      </>
    )
  if (fact.kind === 'score')
    return fact.after === null ? null : (
      <>
        {kind}
        <PickedFields lang={lang} form={form} fact={fact} />
      </>
    )
  return (
    <fieldset className="checks">
      <legend>{text.kinds[fact.kind === 'percentage' ? 'percentage' : 'typedScore']}</legend>
      {kind}
      <TextField form={form} name="label" label={text.label} hint={text.labelHint} required lang="th" />
      {fact.kind === 'typed-score' && (
        <TextField form={form} name="item" label={text.item} hint={text.itemHint} autoComplete="off" />
      )}
      <TextField form={form} name="afterValue" label={text.afterValue} required autoComplete="off" />
      <TextField
        form={form}
        name="afterYear"
        label={text.afterYear}
        hint={text.assumedYear(fiscalYear)}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField form={form} name="beforeValue" label={text.beforeValue} autoComplete="off" />
      <TextField
        form={form}
        name="beforeYear"
        label={text.beforeYear}
        hint={text.assumedYear(fiscalYear - 1)}
        inputMode="numeric"
        autoComplete="off"
      />
    </fieldset>
  )
}

type PickedFieldsProps = Readonly<{
  lang: Language
  form: FormView
  fact: Extract<FactChoice, { kind: 'score'; after: OfferedScore }>
}>

function PickedFields({ lang, form, fact: { after, before, whyNone } }: PickedFieldsProps) {
  const text = outcomePageText(lang)
  const chosen = form.values.beforeScore ?? ''
  return (
    <>
      <input type="hidden" name="afterScore" value={after.id} />
      <div className="chosen-score" id="afterScore">
        <p className="muted">{text.chosen}</p>
        <p lang={spokenIn(scoreWords(lang, after))}>{scoreWords(lang, after)}</p>
        <a href="?kind=score">{text.change}</a>
      </div>
      <fieldset className="checks" id="beforeScore">
        <legend>{text.before}</legend>
        {before.map((score) => (
          <Radio key={score.id} id={score.id} isChosen={chosen === score.id} label={scoreWords(lang, score)}>
            <Comparing lang={lang} comparing={{ comparable: score.comparable, why: score.rationale }} />
          </Radio>
        ))}
        <Radio id="" isChosen={chosen === ''} label={text.noBefore}>
          {whyNone !== null && <span className="small muted">{text.whyNone[whyNone]}</span>}
        </Radio>
      </fieldset>
    </>
  )
}

type RadioProps = Readonly<{ id: string; isChosen: boolean; label: string; children: ReactNode }>

const Radio = ({ id, isChosen, label, children }: RadioProps) => (
  <div className="check-field">
    <input
      type="radio"
      id={`before-${id}`}
      name="beforeScore"
      value={id}
      defaultChecked={isChosen}
      aria-describedby={`before-${id}-hint`}
    />
    <label htmlFor={`before-${id}`} lang={spokenIn(label)}>
      {label}
    </label>
    <span className="hint lines" id={`before-${id}-hint`}>
      {children}
    </span>
  </div>
)

/** A result in one line, to choose. */
export const scoreWords = (lang: Language, { ref, title, value }: OfferedScore): string =>
  outcomePageText(lang).scoreOption(ref, title ?? '', value)
