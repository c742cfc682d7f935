import { err, ok, type Result } from '../../../kernel/result.ts'

/** Fields of a form as they were typed, in order. */
export type DraftFields = readonly (readonly [name: string, value: string])[]

/** What somebody typed into one form and has not saved. */
export type Draft = Readonly<{
  /** Which form: the address of its page without the language, and its name ("/office/measures/… summary"). */
  form: string
  /** What the page was called. */
  title: string
  /** How what was typed begins: by it somebody knows their draft again. */
  begins: string
  fields: DraftFields
  /** The version that was on the page; null for something new. */
  seenVersion: number | null
  /** When it was typed. */
  keptAt: Date
}>

type DraftFault = 'draft.unreadable' | 'draft.too-large'

/** Most drafts that are kept for one person; of more, the oldest go. */
export const MOST_DRAFTS = 200
export const DRAFT_LIFETIME_MS = 90 * 24 * 3_600_000
/** Longest draft, in characters of its JSON. */
const LONGEST_DRAFT = 256 * 1024
const LONGEST_NAME = 300
const FORM = /^\/office(\/[\w.~-]+)* [a-z][\w-]*$/

export const isDraftForm = (text: string): boolean => text.length <= LONGEST_NAME && FORM.test(text)

/** The path of the page on which the form of a draft stands, without the language. */
export const pageOfDraft = (form: string): string => form.split(' ')[0] ?? ''

const WRITTEN = /[\s\u0080-\uffff]/u

/**
 * The texts of a draft in full, without ticks, days and identifiers: the form may be gone by the time they are wanted. Empty
 * where the beginning says it all.
 */
export function textsOfDraft({ begins, fields }: Pick<Draft, 'begins' | 'fields'>): readonly string[] {
  const texts = fields.map(([, value]) => value.trim()).filter((value) => WRITTEN.test(value))
  return texts.every((text) => text === begins) ? [] : texts
}

/**
 * What a script sent to be kept. Nobody types in the future: a time that is still to come is now. `isSecret` says of the
 * name of a field whether it may never be written down.
 */
export function readDraft(
  sent: unknown,
  { now, isSecret }: { now: Date; isSecret: (name: string) => boolean },
): Result<Draft, DraftFault> {
  if (typeof sent !== 'object' || sent === null) return err('draft.unreadable')
  const { form, title, begins, fields, seenVersion, typedAt } = sent as Partial<
    Record<keyof SentDraft, unknown>
  >
  if (typeof form !== 'string' || !isDraftForm(form)) return err('draft.unreadable')
  if (typeof title !== 'string' || typeof begins !== 'string') return err('draft.unreadable')
  if (typeof typedAt !== 'number' || !(Math.abs(typedAt) < 8e15)) return err('draft.unreadable')
  if (seenVersion !== null && !isVersion(seenVersion)) return err('draft.unreadable')
  if (!Array.isArray(fields) || !fields.every(isField)) return err('draft.unreadable')
  const kept = fields.flatMap(([name, value]) =>
    isSecret(name) ? [] : [[plain(name), plain(value)] as const],
  )
  if (JSON.stringify(kept).length > LONGEST_DRAFT) return err('draft.too-large')
  return ok({
    form,
    title: plain(title.slice(0, LONGEST_NAME)),
    begins: beginning(plain(begins)),
    fields: kept,
    seenVersion,
    keptAt: new Date(Math.min(typedAt, now.getTime())),
  })
}

/** The form of what a script sends. `typedAt` is in milliseconds since 1970, by the clock of the server. */
export type SentDraft = Readonly<{
  /** Whose it is: in another window of the browser somebody else may have signed in since. */
  personId: string
  form: string
  title: string
  begins: string
  fields: DraftFields
  seenVersion: number | null
  typedAt: number
}>

const isVersion = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31

const isField = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string')

/** The database takes no text with a zero character, and nobody types one. Half a letter of two is none either. */
const plain = (text: string): string => text.replaceAll('\0', '').toWellFormed()

const LONGEST_BEGINNING = 160

function beginning(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > LONGEST_BEGINNING ? `${line.slice(0, LONGEST_BEGINNING).toWellFormed()}…` : line
}
