const CHOICE = 'choice.'

/** The name of the field in which somebody says whose version of a field stands. */
export const choiceName = (field: string): string => `${CHOICE}${field}`

/** Whether an input of a form says whose version stands, and is itself no part of what was typed. */
export const isChoiceName = (name: string): boolean => name.startsWith(CHOICE)

/** Fields of which the other's version was chosen (see `ClashChoice`). */
export const leftToTheOther = (form: FormData): ReadonlySet<string> =>
  new Set(
    [...form].flatMap(([name, value]) =>
      isChoiceName(name) && value === 'theirs' ? [name.slice(CHOICE.length)] : [],
    ),
  )

/**
 * The form that was sent, without the inputs of every field of which the other's version was chosen: a field that is absent
 * stays as it is. `inputsOf` names the inputs of each field of the form.
 */
export function withChoices(form: FormData, inputsOf: Readonly<Record<string, readonly string[]>>): FormData {
  const left = [...leftToTheOther(form)].flatMap((field) => inputsOf[field] ?? [])
  const chosen = new FormData()
  for (const [name, value] of form)
    if (!isChoiceName(name) && !left.includes(name)) chosen.append(name, value)
  return chosen
}

/**
 * The facts that a form stated, without those of which the other's version was chosen: for forms in which an input that was
 * not sent means something, as boxes that are not ticked.
 */
export const withoutTheirs = <T extends object>(form: FormData, mine: T): Partial<T> => {
  const left = leftToTheOther(form)
  return Object.fromEntries(Object.entries(mine).filter(([field]) => !left.has(field))) as Partial<T>
}
