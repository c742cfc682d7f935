import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { Chip, type ChipState } from '../../../ui/chip.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { ElementState } from '../disclosure.domain.ts'
import type { ElementWork, FactUse, ItemWork } from '../item-work.domain.ts'
import { centreItemText } from '../text/centre.ts'
import { FactLine, factAddress } from './work-fact.tsx'

const STATES: Record<ElementState, ChipState> = { value: 'done', none: 'none', missing: 'late' }

type WorkElementProps = Readonly<{
  lang: Language
  item: Pick<ItemWork, 'year' | 'code' | 'uses' | 'byReport'>
  element: ElementWork
  mayChange: boolean
  /** The form that adds to it, where it is open. */
  children?: ReactNode
}>

/** One element: what it asks, how it stands, what answers it, and what to do. */
export function WorkElement({ lang, item, element, mayChange, children }: WorkElementProps) {
  const text = centreItemText(lang)
  const { key, state, passes, answer } = element
  const isEntered = item.byReport === null
  const here = addressOf.office(lang, `disclosure/${item.year}/${item.code}`)
  return (
    <li className={`work-element ${passes ? 'passes' : 'fails'}`} id={`element-${key}`}>
      <h3>{element.text[lang]}</h3>
      <p className="chips">
        <Chip state={STATES[state]} icon={state === 'missing' ? 'late' : STATES[state]}>
          {text.states[state]}
        </Chip>
        {!passes && state !== 'missing' && (
          <Chip state="late" icon="warning">
            {text.fails}
          </Chip>
        )}
        <span className="muted small">{text.certainty[element.certainty]}</span>
      </p>
      {!passes && (
        <p>
          {element.reason[lang]}
          {element.remedy !== null && (
            <span className="under">
              {text.remedy}: {element.remedy[lang]}
            </span>
          )}
        </p>
      )}
      {answer.facts.length > 0 && (
        <ul className="work-facts">
          {answer.facts.map((fact) => (
            <FactLine key={fact.id} lang={lang} fact={fact}>
              <OtherUses lang={lang} uses={item.uses[fact.id] ?? []} />
              {mayChange && isEntered && (
                <form method="post" action={here} className="actions">
                  <Place element={element} />
                  <input type="hidden" name="fact" value={fact.id} />
                  <a className="button small" href={factAddress(lang, fact.id)}>
                    <Icon name="edit" />
                    <span aria-hidden="true">{text.edit}</span>
                    <span className="visually-hidden">{text.editOf(fact.title.th)}</span>
                  </a>
                  <button type="submit" className="button small" name="act" value="drop">
                    <Icon name="remove" />
                    <span aria-hidden="true">{text.drop}</span>
                    <span className="visually-hidden">{text.dropOf(fact.title.th)}</span>
                  </button>
                </form>
              )}
            </FactLine>
          ))}
        </ul>
      )}
      {answer.declared !== null && isEntered && (
        <p>
          <strong>{text.declaredWhy}:</strong> <span lang="th">{answer.declared.text}</span>
        </p>
      )}
      {element.entered !== null && isEntered && (
        <p className="muted small">
          {text.entered(element.entered.byName, formatInstant(element.entered.at, lang))}
        </p>
      )}
      {mayChange && isEntered && answer.declared !== null && (
        <Confirm label={text.clear}>
          <p>{text.clearSure}</p>
          <form method="post" action={here} className="actions">
            <Place element={element} />
            <button type="submit" className="button danger" name="act" value="clear">
              {text.clearYes}
            </button>
          </form>
        </Confirm>
      )}
      {children ??
        (mayChange && isEntered && (
          <p className="actions">
            <a
              className={state === 'missing' ? 'button primary small' : 'button small'}
              href={`${here}?element=${key}&add=text#element-${key}`}
            >
              <Icon name="add" />
              <span aria-hidden="true">{text.add}</span>
              <span className="visually-hidden">{text.addTo(element.text[lang])}</span>
            </a>
            {state === 'missing' && (
              <a className="button small" href={`${here}?element=${key}&add=none#element-${key}`}>
                {text.way.none}
                <span className="visually-hidden">: {element.text[lang]}</span>
              </a>
            )}
          </p>
        ))}
    </li>
  )
}

/** Which element a form is about, and what stood there when the page was made. */
export const Place = ({ element }: { element: Pick<ElementWork, 'key' | 'seen'> }) => (
  <>
    <input type="hidden" name="element" value={element.key} />
    <input type="hidden" name="seen" value={element.seen} />
  </>
)

/** Items beside this one that use a fact. */
function OtherUses({ lang, uses }: { lang: Language; uses: readonly FactUse[] }) {
  const text = centreItemText(lang)
  if (uses.length === 0) return null
  return (
    <p className="small">
      {text.usedToo}:{' '}
      {uses.map((use, index) => (
        <span key={`${use.year}-${use.code}-${use.element}`}>
          {index > 0 && ', '}
          <a href={`${addressOf.office(lang, `disclosure/${use.year}/${use.code}`)}#element-${use.element}`}>
            {text.inItem(use.code, use.year)}
          </a>
        </span>
      ))}
    </p>
  )
}
