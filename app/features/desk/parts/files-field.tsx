import type { FormView } from '../../../ui/form.tsx'

type FilesFieldProps = Readonly<{ form: FormView; label: string; hint: string; id?: string }>

/** Several files at once, of the kinds that the desk takes. */
export function FilesField({ form, label, hint, id = 'files' }: FilesFieldProps) {
  const error = form.errors.files
  return (
    <div className={error === undefined ? 'field' : 'field invalid'}>
      <label htmlFor={id}>{label}</label>
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
      {error !== undefined && (
        <span className="error" id={`${id}-error`}>
          {error}
        </span>
      )}
      <input
        type="file"
        id={id}
        name="files"
        multiple
        aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  )
}
