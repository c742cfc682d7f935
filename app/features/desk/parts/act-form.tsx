import type { ReactNode } from 'react'
import type { FormView } from '../../../ui/form.tsx'

/** What every form on the page of a ticket needs. */
export type ActForms = Readonly<{
  /** Where forms are sent; the answer with files has an address of its own. */
  here: string
  /** What a form shows: as it was typed and refused, else what is given. */
  formOf: (act: string, start?: FormView['values']) => FormView
  /** The version that the form of an act was filled in over. */
  seenOf: (act: string) => number
  /** The act that was sent and refused. */
  open: string | null
}>

type ActFormProps = Readonly<{
  forms: ActForms
  act: string
  children: ReactNode
  className?: string
}>

/** A form that does one thing with the ticket as it was seen. */
export const ActForm = ({ forms, act, children, className = 'form' }: ActFormProps) => (
  <form method="post" action={forms.here} className={className}>
    <input type="hidden" name="act" value={act} />
    <input type="hidden" name="seenVersion" value={forms.seenOf(act)} />
    {children}
  </form>
)
