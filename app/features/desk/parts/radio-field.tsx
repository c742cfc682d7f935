import type { FormView } from '../../../ui/form.tsx'

type RadioFieldProps = Readonly<{
  form: FormView
  name: string
  legend: string
  choices: readonly Readonly<{ value: string; label: string; hint?: string }>[]
}>

/** One of a few, all of them seen. The error leads to the first. */
export function RadioField({ form, name, legend, choices }: RadioFieldProps) {
  const error = form.errors[name]
  return (
    <fieldset
      className={error === undefined ? 'radio-field' : 'radio-field invalid'}
      aria-describedby={error === undefined ? undefined : `${name}-error`}
    >
      <legend>{legend}</legend>
      {error !== undefined && (
        <span className="error" id={`${name}-error`}>
          {error}
        </span>
      )}
      {choices.map(({ value, label, hint }, index) => {
        const id = index === 0 ? name : `${name}-${value}`
        return (
          <div key={value} className="radio">
            <input
              type="radio"
              id={id}
              name={name}
              value={value}
              defaultChecked={form.values[name] === value}
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
      })}
    </fieldset>
  )
}
