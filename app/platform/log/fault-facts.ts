/** What may be written down of an error: no message, since messages quote what a person wrote. */
export type FaultFacts = Readonly<{
  /** Name of its kind, such as `TypeError`. */
  error: string
  /** Of the operating system or of PostgreSQL (SQLSTATE). */
  code?: string
  table?: string
  constraint?: string
  /** Where it came from, one place a line; without the message. */
  stack?: string
  /** Name and code of what led to it. */
  cause?: string
}>

const A_NAME = /^[A-Za-z_$][\w$.-]{0,79}$/
const A_PLACE = /^ {4}at .*(?::\d+:\d+\)?|\(<anonymous>\)|\(native\))$/
const MOST_PLACES = 12

/** The facts of whatever was thrown. */
export function faultFacts(thrown: unknown): FaultFacts {
  if (!(thrown instanceof Error)) return { error: `thrown ${thrown === null ? 'null' : typeof thrown}` }
  const named = thrown as Error & Readonly<Record<string, unknown>>
  const stack = placesOf(thrown)
  return {
    error: nameIn(thrown.name) ?? 'Error',
    ...given('code', nameIn(named.code)),
    ...given('table', nameIn(named.table)),
    ...given('constraint', nameIn(named.constraint)),
    ...given('cause', causeOf(thrown.cause)),
    ...given('stack', stack === '' ? undefined : stack),
  }
}

const given = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value })

const nameIn = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string') return undefined
  // SQLSTATE may begin with a digit.
  return A_NAME.test(text) || /^[0-9A-Z]{5}$/.test(text) ? text : undefined
}

function causeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined
  const code = nameIn((cause as Error & { code?: unknown }).code)
  return [nameIn(cause.name) ?? 'Error', ...(code === undefined ? [] : [code])].join(' ')
}

/** The message stands before the places, and may have lines that look like some. */
function placesOf({ stack = '', message }: Error): string {
  const at = stack.indexOf(message)
  // Another message than the one it was made with: where that ends nobody can tell.
  if (at < 0) return ''
  return stack
    .slice(at + message.length)
    .split('\n')
    .filter((line) => A_PLACE.test(line))
    .slice(0, MOST_PLACES)
    .map((line) => line.trim())
    .join('\n')
}
