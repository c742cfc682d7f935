import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'

/** What a form shows: values as they were typed or are kept, and for a field that is wrong a sentence. */
export type FormView = Readonly<{
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
}>

export const EMPTY_FORM: FormView = { values: {}, errors: {} }

type Common = Readonly<{
  form: FormView
  name: string
  label: string
  hint?: string | undefined
  id?: string
}>

const idOf = ({ id, name }: Common) => id ?? name

/** Label, hint, error and control in the order in which they are read. */
function Field({ children, ...field }: Common & { children: ReactNode }) {
  const id = idOf(field)
  const error = field.form.errors[field.name]
  return (
    <div className={error === undefined ? 'field' : 'field invalid'}>
      <label htmlFor={id}>{field.label}</label>
      {field.hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {field.hint}
        </span>
      )}
      {error !== undefined && (
        <span className="error" id={`${id}-error`}>
          {error}
        </span>
      )}
      {children}
    </div>
  )
}

function describedBy(field: Common) {
  const id = idOf(field)
  const error = field.form.errors[field.name]
  const parts = [
    ...(field.hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ]
  return {
    id,
    name: field.name,
    'aria-describedby': parts.length === 0 ? undefined : parts.join(' '),
    'aria-invalid': error === undefined ? undefined : (true as const),
  }
}

type TextFieldProps = Common &
  Readonly<{
    type?: 'text' | 'email' | 'password' | 'search' | 'url'
    autoComplete?: HTMLInputAutoCompleteAttribute
    inputMode?: 'text' | 'numeric' | 'email' | 'url'
    /** Said to assistive technology; the form is checked by the server, with words. */
    required?: boolean
    spellCheck?: boolean
    lang?: string
  }>

export function TextField({ type = 'text', required, autoComplete, inputMode, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      <input
        {...describedBy(field)}
        type={type}
        defaultValue={type === 'password' ? undefined : field.form.values[field.name]}
        autoComplete={autoComplete}
        inputMode={inputMode}
        aria-required={required}
        spellCheck={field.spellCheck}
        lang={field.lang}
      />
    </Field>
  )
}

type TextAreaFieldProps = Common &
  Readonly<{
    rows?: number
    lang?: string
    /** Said to assistive technology; the form is checked by the server, with words. */
    required?: boolean
    /** What a script needs of the field. */
    scripted?: Readonly<Record<`data-${string}`, string>>
  }>

/** Plain text of several lines. */
export function TextAreaField({ rows = 3, required, scripted, ...field }: TextAreaFieldProps) {
  return (
    <Field {...field}>
      <textarea
        {...describedBy(field)}
        rows={rows}
        defaultValue={field.form.values[field.name]}
        aria-required={required}
        lang={field.lang}
        {...scripted}
      />
    </Field>
  )
}

/** Marks cannot stand within a choice: one in Thai says so as a whole, also on an English page. */
const THAI = /[\u0e01-\u0e5b]/

export type Choice = Readonly<{ value: string; label: string }>

export function SelectField({ choices, ...field }: Common & { choices: readonly Choice[] }) {
  return (
    <Field {...field}>
      <select {...describedBy(field)} defaultValue={field.form.values[field.name]}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value} lang={THAI.test(label) ? 'th' : undefined}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}

export function FileField({ accept, ...field }: Common & { accept: string }) {
  return (
    <Field {...field}>
      <input {...describedBy(field)} type="file" accept={accept} />
    </Field>
  )
}

export function CheckField({ form, name, label, hint, id = name }: Common) {
  return (
    <div className="check-field">
      <input
        type="checkbox"
        id={id}
        name={name}
        value="on"
        defaultChecked={form.values[name] === 'on'}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}

/** Everything that is wrong, first on the page, each leading to its field (GOV.UK pattern). '' is the form as a whole. */
export function ErrorSummary({
  form,
  title,
  idOfField = (name) => name,
}: {
  form: FormView
  title: string
  idOfField?: (name: string) => string
}) {
  const errors = Object.entries(form.errors)
  if (errors.length === 0) return null
  return (
    <div className="error-summary" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {errors.map(([name, error]) => (
          <li key={name}>{name === '' ? error : <a href={`#${idOfField(name)}`}>{error}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
