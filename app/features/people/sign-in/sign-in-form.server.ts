import type { Language } from '../../../i18n/language.ts'
import type { FormView } from '../../../ui/form.tsx'
import { readForm, typedValues } from '../../../web/form.server.ts'
import { type SignInErrorCode, signInErrorText } from './sign-in.errors.ts'
import { signInRefusalTh } from './text/sign-in-refusal.th.ts'

export { readForm, typedValues }

/** What a form shows after it was refused: what was typed, and for each field, or for '' the whole, a sentence. */
export const refusedForm = (
  lang: Language,
  values: Readonly<Record<string, string>>,
  faults: Readonly<Record<string, string>>,
  wait = 0,
): FormView => ({
  values,
  errors: Object.fromEntries(
    Object.entries(faults).map(([field, code]) => [field, sentenceOf(lang, code, wait)]),
  ),
})

/** A code that has no words would be our own fault: the form says at least that something is wrong. */
const sentenceOf = (lang: Language, code: string, wait: number): string =>
  signInErrorText({ code: isCode(code) ? code : 'sign-in.over', wait })[lang]

export const isCode = (code: string): code is SignInErrorCode => Object.hasOwn(signInRefusalTh, code)
