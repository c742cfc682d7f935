import './office-drafts.css'
import type { ReactNode } from 'react'
import type { Language } from '../i18n/language.ts'
import { formatInstant } from '../kernel/thai-day.ts'
import { choiceName, isChoiceName } from '../web/choices.ts'
import type { TypedFields } from '../web/visit.ts'
import { Icon } from './icon.tsx'
import { keepingText } from './text/keeping.ts'

/** A field that both changed, each version as it is shown; null is shown as empty. */
export type ClashField = Readonly<{
  /** As the use case names it. */
  name: string
  label: string
  /** What both started from. */
  seen: ReactNode
  theirs: ReactNode
  mine: ReactNode
}>

type ClashChoiceProps = Readonly<{
  lang: Language
  /** Where the form was sent to; the page itself when not given. */
  action?: string
  /** What saving was refused with (`edit.clash`). */
  clash: Readonly<{
    version: number
    untouched: readonly string[]
    last: Readonly<{ byName: string; at: Date }> | null
  }>
  fields: readonly ClashField[]
  /** The whole form as it was sent: it is sent again with what is chosen. */
  typed: TypedFields
  /** Begins the identifiers, where a page shows several choices. */
  id?: string
}>

/**
 * Shows to the second of two savers the other's version beside their own and what both started from; for each field they
 * choose. What they had not touched is left as the other saved it (`withChoices`).
 */
export function ClashChoice({ lang, action, clash, fields, typed, id = 'clash' }: ClashChoiceProps) {
  const text = keepingText(lang).clash
  const { version, untouched, last } = clash
  const hidden = typed.filter(([name]) => name !== 'seenVersion' && !isChoiceName(name))
  return (
    <section className="clash">
      <div className="notice warning" role="alert">
        <Icon name="clash" />
        <h2>{text.title}</h2>
        {last !== null && <p>{text.by(last.byName, formatInstant(last.at, lang))}</p>}
        <p>{text.lead}</p>
      </div>
      <form method="post" action={action} className="form">
        {hidden.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may come several times, and the order stays
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="seenVersion" value={version} />
        {untouched.map((field) => (
          <input key={field} type="hidden" name={choiceName(field)} value="theirs" />
        ))}
        {fields.map((field) => (
          <fieldset key={field.name} className="clash-field">
            <legend>{field.label}</legend>
            <div className="clash-sides">
              <Side
                id={`${id}-${field.name}-theirs`}
                field={field.name}
                value="theirs"
                label={last === null ? text.theirsUnknown : text.theirs(last.byName)}
                nothing={text.nothing}
              >
                {field.theirs}
              </Side>
              <Side
                id={`${id}-${field.name}-mine`}
                field={field.name}
                value="mine"
                label={text.mine}
                nothing={text.nothing}
              >
                {field.mine}
              </Side>
            </div>
            <details className="fold">
              <summary>{text.seen}</summary>
              <div className="clash-text">{field.seen ?? <Nothing>{text.nothing}</Nothing>}</div>
            </details>
          </fieldset>
        ))}
        <div className="actions">
          <button type="submit" className="button primary">
            <Icon name="yes" />
            {text.save}
          </button>
        </div>
      </form>
    </section>
  )
}

type SideProps = Readonly<{
  id: string
  field: string
  value: 'theirs' | 'mine'
  label: string
  nothing: string
  children: ReactNode
}>

const Side = ({ id, field, value, label, nothing, children }: SideProps) => (
  <div className="clash-side">
    <div className="clash-pick">
      <input
        type="radio"
        id={id}
        name={choiceName(field)}
        value={value}
        required
        aria-describedby={`${id}-text`}
      />
      <label htmlFor={id}>{label}</label>
    </div>
    <div className="clash-text" id={`${id}-text`}>
      {children ?? <Nothing>{nothing}</Nothing>}
    </div>
  </div>
)

const Nothing = ({ children }: { children: ReactNode }) => <p className="muted">{children}</p>
