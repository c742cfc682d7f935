/** A value of a field as it can be kept in JSON. */
export type FieldValues = Readonly<Record<string, unknown>>

/** A field that two people changed to different things. `seen` is what the second of them had on their page. */
export type Clash = Readonly<{ field: string; seen: unknown; theirs: unknown; mine: unknown }>

export type Merged<T extends FieldValues> = Readonly<{
  /** What is to be saved when there is no clash: the present values, with what I changed. */
  values: T
  /** Fields in which `values` differs from the present. */
  changed: readonly (keyof T & string)[]
  /** What has to be chosen between first. */
  clashes: readonly Clash[]
  /** Fields of the form that were sent as they had been seen: whatever stands there now stays. */
  untouched: readonly (keyof T & string)[]
}>

/**
 * Puts what somebody typed together with what stands there now, which another may have changed since `seen`. A field that
 * only one of them changed is taken as that one wrote it; one that both changed alike is no clash. A field absent in `mine`
 * was not on the form.
 */
export function mergeEdits<T extends FieldValues>({
  seen,
  now,
  mine,
}: Readonly<{ seen: T; now: T; mine: Partial<T> }>): Merged<T> {
  const sent = (Object.keys(mine) as (keyof T & string)[]).filter((field) => mine[field] !== undefined)
  const touched = sent.filter((field) => !sameValue(mine[field], seen[field]))
  const untouched = sent.filter((field) => !touched.includes(field))
  const clashes = touched
    .filter((field) => !sameValue(now[field], seen[field]) && !sameValue(now[field], mine[field]))
    .map((field) => ({ field, seen: seen[field], theirs: now[field], mine: mine[field] }))
  const changed = touched.filter((field) => !sameValue(mine[field], now[field]))
  const values = { ...now, ...Object.fromEntries(touched.map((field) => [field, mine[field]])) }
  return { values, changed, clashes, untouched }
}

/** Whether two values are the same JSON, in whatever order their keys stand. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = definedKeys(a)
  return keys.length === definedKeys(b).length && keys.every((key) => sameValue(at(a, key), at(b, key)))
}

const definedKeys = (value: object) => Object.keys(value).filter((key) => at(value, key) !== undefined)
const at = (value: object, key: string): unknown => (value as Record<string, unknown>)[key]
