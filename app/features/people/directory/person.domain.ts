import { err, ok, type Result } from '../../../kernel/result.ts'
import { foldEmail } from '../sign-in/link.domain.ts'

/** Somebody of the agency. Without an address they are named, but do not sign in. */
export type Person = Readonly<{
  id: string
  name: string
  /** As `foldEmail` gives it. */
  email: string | null
  positionTitle: string | null
  unitId: string | null
  lang: 'th' | 'en'
  disabledAt: Date | null
}>

export type PersonFacts = Omit<Person, 'id' | 'disabledAt'>

/** `invited` may come in and never has; `named` has no address to sign in with. */
export const PERSON_STATES = ['active', 'invited', 'named', 'disabled'] as const
export type PersonState = (typeof PERSON_STATES)[number]

const LONGEST = 200

export type PersonFault = 'person.no-name' | 'person.too-long' | 'person.bad-email'

/** Facts as they are kept: blanks folded, the address in its one form, an empty text as none. */
export function cleanPerson(typed: PersonFacts): Result<PersonFacts, PersonFault> {
  const name = folded(typed.name)
  if (name === null) return err('person.no-name')
  const positionTitle = folded(typed.positionTitle)
  if (name.length > LONGEST || (positionTitle ?? '').length > LONGEST) return err('person.too-long')
  const written = folded(typed.email)
  const email = written === null ? null : foldEmail(written)
  if (written !== null && email === null) return err('person.bad-email')
  return ok({ ...typed, name, positionTitle, email })
}

const folded = (text: string | null): string | null => text?.replace(/\s+/gu, ' ').trim() || null

/** Names of the facts that differ. */
export const changedPersonFacts = (was: PersonFacts, is: PersonFacts): readonly string[] =>
  (['name', 'email', 'positionTitle', 'unitId', 'lang'] as const).filter((key) => was[key] !== is[key])
