import '../../../ui/office-drafts.css'
import type { Language } from '../../../i18n/language.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Icon } from '../../../ui/icon.tsx'
import { choiceName, isChoiceName } from '../../../web/choices.ts'
import type { TypedFields } from '../../../web/visit.ts'
import type { PageKind } from '../pages/page.domain.ts'
import type { PageClash as Clash } from '../pages/page.errors.ts'
import { fieldsOf, type PageValues } from '../pages/page-form.domain.ts'
import { pageWorkText } from '../text/page-work.ts'

type ClashProps = Readonly<{
  lang: Language
  kind: PageKind
  clash: Omit<Clash, 'code'>
  theirs: PageValues
  typed: TypedFields
}>

/** Shows to the second of two savers, field by field, what the other saved beside their own: they choose. */
export function PageClash({ lang, kind, clash, theirs, typed }: ClashProps) {
  const text = pageWorkText(lang)
  const mine = Object.fromEntries(typed)
  const labels: Readonly<Record<string, string>> = text.fields
  const differing = Object.entries(fieldsOf(kind)).filter(([, inputs]) =>
    inputs.some((input) => (theirs[input] ?? '') !== (mine[input] ?? '').replace(/\r\n?/g, '\n')),
  )
  return (
    <section className="clash">
      <div className="notice warning" role="alert">
        <Icon name="clash" />
        <h2>{text.clashTitle}</h2>
        <p>{text.clashBy(clash.byName, formatInstant(clash.at, lang))}</p>
      </div>
      <form method="post" className="form">
        {typed
          .filter(([name]) => name !== 'seenVersion' && name !== 'act' && !isChoiceName(name))
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <input type="hidden" name="seenVersion" value={clash.version} />
        {differing.map(([name, inputs]) => (
          <fieldset key={name} className="clash-field">
            <legend>{labels[name] ?? name}</legend>
            <div className="clash-sides">
              {(['theirs', 'mine'] as const).map((side) => {
                const values = side === 'theirs' ? theirs : mine
                const shown = inputs.map((input) => values[input] ?? '').filter((value) => value !== '')
                return (
                  <div key={side} className="clash-side">
                    <div className="clash-pick">
                      <input
                        type="radio"
                        id={`${name}-${side}`}
                        name={choiceName(name)}
                        value={side}
                        required
                      />
                      <label htmlFor={`${name}-${side}`}>
                        {side === 'theirs' ? text.theirs(clash.byName) : text.mine}
                      </label>
                    </div>
                    <div className="clash-text page-clash-text">
                      {shown.length === 0 ? <p className="muted">{text.nothing}</p> : shown.join('\n\n')}
                    </div>
                  </div>
                )
              })}
            </div>
          </fieldset>
        ))}
        <div className="actions">
          <button type="submit" name="act" value="save" className="button primary">
            <Icon name="yes" />
            {text.saveChosen}
          </button>
        </div>
      </form>
    </section>
  )
}
