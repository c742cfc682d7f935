import type { Language } from '../../../../i18n/language.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { COPIED_PARTS, type CopiedIssue, type CopiedPart } from '../copy-plan.domain.ts'
import { copyPageText } from '../text/index.ts'
import type { CopyPreview } from '../years.queries.server.ts'

type CopyPlanFormProps = Readonly<{
  lang: Language
  here: string
  from: number
  to: number
  parts: readonly CopiedPart[]
  preview: CopyPreview
}>

/** What is copied, to be ticked, with what it comes to. Counting again asks the page; copying sends the form. */
export function CopyPlanForm({ lang, here, from, to, parts, preview }: CopyPlanFormProps) {
  const text = copyPageText(lang)
  const { plan } = preview
  const { counts } = plan
  const hasSome = plan.issues.some(({ standing }) => standing !== 'there')
  return (
    <form method="post" action={here} className="form">
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="chosen" value="1" />
      <Notice>
        <p>{preview.from === 'work' ? text.fromWork : text.fromPublication}</p>
        <p>{preview.isOpen ? text.intoOpen : text.intoNew}</p>
      </Notice>
      <div className="copy-two">
        <fieldset className="copy-part">
          <legend>{text.parts}</legend>
          {COPIED_PARTS.map((part) => (
            <Ticked
              key={part}
              name="part"
              value={part}
              label={text.part[part]}
              hint={text.partHint[part]}
              isTicked={parts.includes(part)}
            />
          ))}
        </fieldset>
        <fieldset className="copy-part">
          <legend>{text.issues}</legend>
          <ul className="copy-issues">
            {plan.issues.map((issue) => (
              <li key={issue.key}>
                <IssueToCopy lang={lang} issue={issue} />
              </li>
            ))}
          </ul>
        </fieldset>
      </div>
      <section className="notice" aria-labelledby="copy-count" aria-live="polite">
        <Icon name="copy" />
        <p id="copy-count">
          {text.count} <strong>{text.counted(counts.issues, counts.measures)}</strong>
        </p>
        <p className="small">
          {text.countedMore(
            counts.withAnalysis,
            counts.limitations,
            counts.withOwners,
            counts.withEvidence,
            counts.withPeriod,
          )}
        </p>
        {plan.endedUnits.length > 0 && <p className="small">{text.ended(plan.endedUnits.join(', '))}</p>}
      </section>
      <div className="actions">
        {hasSome && (
          <button type="submit" className="button primary">
            <Icon name="copy" />
            {text.copy}
          </button>
        )}
        <button type="submit" className="button" formMethod="get">
          <Icon name="again" />
          {text.countAgain}
        </button>
      </div>
    </form>
  )
}

function IssueToCopy({ lang, issue }: { lang: Language; issue: CopiedIssue }) {
  const text = copyPageText(lang)
  const { measures, withOwners, withPeriod } = issue.counts
  if (issue.standing === 'there')
    return (
      <>
        <strong>{issue.title}</strong>
        <span className="under">
          <Icon name="done" /> {text.there}
        </span>
      </>
    )
  return (
    <Ticked
      name="issue"
      value={issue.key}
      label={issue.title}
      hint={measures === 0 ? text.noMeasures : text.holds(measures, withOwners, withPeriod)}
      isTicked={issue.standing === 'copied'}
    />
  )
}

type TickedProps = Readonly<{ name: string; value: string; label: string; hint: string; isTicked: boolean }>

/** One box of several with the same name. */
const Ticked = ({ name, value, label, hint, isTicked }: TickedProps) => {
  const id = `${name}-${value}`
  return (
    <div className="check-field">
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        defaultChecked={isTicked}
        aria-describedby={hint === '' ? undefined : `${id}-hint`}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== '' && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
