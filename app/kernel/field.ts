/**
 * A field of a required element. Empty is never the same as none: a field that nobody filled in is `missing`, a field
 * that does not apply is `none`, declared by somebody on a day (ITA: "an empty cell never passes").
 */
export type Field<T> =
  | Readonly<{ state: 'value'; value: T }>
  | Readonly<{ state: 'none'; declaredBy: string; declaredOn: string }>
  | Readonly<{ state: 'missing' }>

export const aValue = <T>(value: T): Field<T> => ({ state: 'value', value })
export const missing: Field<never> = { state: 'missing' }

/** The value, or null when the field is missing or declared none. */
export const fieldValue = <T>(field: Field<T>): T | null => (field.state === 'value' ? field.value : null)
