import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { type FormView, TextAreaField, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { ElementWork } from '../item-work.domain.ts'
import { centreItemText } from '../text/centre.ts'
import { type Pick, WAYS, type Way } from '../ways.domain.ts'
import { Place } from './work-element.tsx'
import { Said } from './work-looks.tsx'

type WorkAddProps = Readonly<{
  lang: Language
  year: number
  code: string
  element: ElementWork
  way: Way
  /** What was searched for, and what fits; null where nothing was searched for yet. */
  find: string
  picks: readonly Pick[] | null
  form: FormView
}>

/** The open form that answers an element, in one of several ways. */
export function WorkAdd({ lang, year, code, element, way, find, picks, form }: WorkAddProps) {
  const text = centreItemText(lang)
  const here = addressOf.office(lang, `disclosure/${year}/${code}`)
  const anchor = `#element-${element.key}`
  const asks = way === 'file' || way === 'page' || way === 'fact'
  return (
    <section className="work-add" aria-label={text.addTo(element.text[lang])}>
      <FilterChips
        label={text.ways}
        choices={WAYS.map((one) => ({
          label: text.way[one],
          to: `${here}?element=${element.key}&add=${one}${anchor}`,
          isChosen: one === way,
        }))}
      />
      <p className="muted">{text.wayHint[way]}</p>
      {asks && <FindForm lang={lang} address={`${here}${anchor}`} way={way} find={find} element={element} />}
      {asks && picks === null && <p className="muted">{text.typeFirst}</p>}
      {asks && picks?.length === 0 && <p>{text.nothingFound}</p>}
      {way === 'file' && (
        <p>
          <a href={addressOf.office(lang, 'evidence/add')}>{text.addEvidence}</a>
        </p>
      )}
      {(!asks || (picks !== null && picks.length > 0)) && (
        <form method="post" className="form">
          <Place element={element} />
          <input type="hidden" name="way" value={way} />
          <Fields lang={lang} way={way} form={form} picks={picks ?? []} />
          <div className="actions">
            <button type="submit" className="button primary" name="act" value="answer">
              <Icon name={way === 'none' ? 'none' : 'add'} />
              {way === 'none' ? text.declare : text.save}
            </button>
          </div>
        </form>
      )}
      <p>
        <a href={`${here}${anchor}`}>{text.close}</a>
      </p>
    </section>
  )
}

type FieldsProps = Readonly<{ lang: Language; way: Way; form: FormView; picks: readonly Pick[] }>

function Fields({ lang, way, form, picks }: FieldsProps): ReactNode {
  const text = centreItemText(lang)
  if (way === 'none')
    return <TextAreaField form={form} name="declared" label={text.declared} required lang="th" />
  if (way === 'fact') return <PickList lang={lang} form={form} picks={picks} />
  return (
    <>
      {(way === 'file' || way === 'page') && <PickList lang={lang} form={form} picks={picks} />}
      {way === 'link' && (
        <TextField
          form={form}
          name="address"
          label={text.address}
          hint={text.addressHint}
          type="url"
          inputMode="url"
          required
        />
      )}
      <FactFields
        lang={lang}
        form={form}
        isText={way === 'text'}
        hasOwnTitle={way === 'file' || way === 'page'}
      />
    </>
  )
}

/** Title, words and day of a fact. */
export function FactFields({
  lang,
  form,
  isText,
  hasOwnTitle,
}: {
  lang: Language
  form: FormView
  isText: boolean
  /** Whether what is picked has a title that stands for an empty one. */
  hasOwnTitle: boolean
}) {
  const text = centreItemText(lang)
  return (
    <>
      <TextField
        form={form}
        name="titleTh"
        label={text.titleTh}
        hint={hasOwnTitle ? text.titleFromHint : text.titleHint}
        required={!hasOwnTitle}
        lang="th"
      />
      <TextField form={form} name="titleEn" label={text.titleEn} lang="en" />
      <TextAreaField
        form={form}
        name="words"
        label={isText ? text.words : text.summary}
        rows={isText ? 6 : 3}
        required={isText}
        lang="th"
      />
      <TextField form={form} name="date" label={text.date} hint={text.dateHint} autoComplete="off" />
    </>
  )
}

export function PickList({ lang, form, picks }: { lang: Language; form: FormView; picks: readonly Pick[] }) {
  const text = centreItemText(lang)
  const error = form.errors.pick
  return (
    <fieldset
      className={error === undefined ? 'field' : 'field invalid'}
      aria-describedby={error === undefined ? undefined : 'pick-error'}
    >
      <legend>{text.pick}</legend>
      {error !== undefined && (
        <span className="error" id="pick-error">
          {error}
        </span>
      )}
      {picks.map(({ value, title, about }, index) => {
        const id = index === 0 ? 'pick' : `pick-${index}`
        return (
          <div className="check-field" key={value}>
            <input
              type="radio"
              id={id}
              name="pick"
              value={value}
              defaultChecked={form.values.pick === value || picks.length === 1}
              aria-describedby={`${id}-hint`}
            />
            <label htmlFor={id}>
              <Said lang={lang} words={title} />
            </label>
            <span className="hint" id={`${id}-hint`}>
              {about}
            </span>
          </div>
        )
      })}
    </fieldset>
  )
}

function FindForm({
  lang,
  address,
  way,
  find,
  element,
}: {
  lang: Language
  address: string
  way: 'file' | 'page' | 'fact'
  find: string
  element: ElementWork
}) {
  const text = centreItemText(lang)
  const label = { file: text.findEvidence, page: text.findPage, fact: text.findFact }[way]
  return (
    <form method="get" action={address} className="filter-form">
      <input type="hidden" name="element" value={element.key} />
      <input type="hidden" name="add" value={way} />
      <TextField
        form={{ values: { find }, errors: {} }}
        name="find"
        label={label}
        type="search"
        autoComplete="off"
      />
      <div className="actions">
        <button type="submit" className="button">
          <Icon name="search" />
          {text.find}
        </button>
      </div>
    </form>
  )
}
