import type { Language } from '../../../i18n/language.ts'
import type { FormView } from '../../../ui/form.tsx'
import { typedValues } from '../../../web/form.server.ts'
import { refusedView } from '../../../web/form-fields.server.ts'
import { type LookFaults, lookErrorText } from '../look.errors.ts'
import type { TypedForm } from '../profile/typed-words.domain.ts'
import type { ChosenPicture } from './public-picture.server.ts'

/** The fields of a form as they were typed. */
export const typedForm = (sent: FormData): TypedForm => typedValues([...sent])

/** What a form says of its picture: the field itself, and beside it what the picture shows. */
export function chosenPicture(
  sent: FormData,
  [field, altTh, altEn]: readonly [string, string, string],
): 'keep' | 'none' | ChosenPicture {
  const chosen = String(sent.get(field) ?? '')
  if (chosen === '' || chosen === 'none') return chosen === '' ? 'keep' : 'none'
  return { evidenceId: chosen, altTh: String(sent.get(altTh) ?? ''), altEn: String(sent.get(altEn) ?? '') }
}

/**
 * What the form shows after it was refused: what was typed, and a sentence for each field. It stays about the version that was
 * seen, so that who mends a field does not save over somebody else unawares; who was told of another's saves over it, or leaves it.
 */
export function refusedLook(lang: Language, sent: FormData, faults: LookFaults): FormView {
  const { seenVersion, ...values } = typedValues([...sent])
  const isClash = Object.values(faults).some((code) => code.endsWith('.clash'))
  return refusedView(lang, {
    values: isClash || seenVersion === undefined ? values : { ...values, seenVersion },
    faults,
    sentence: lookErrorText,
  })
}

/** The thing that a form was about, with the version that was seen; null where it adds one. */
export function formIsAbout(sent: FormData): Readonly<{ id: string; seenVersion: number }> | null {
  const id = String(sent.get('id') ?? '')
  const seen = String(sent.get('seenVersion') ?? '')
  // What is no version, or a larger number than the database knows, is that of none.
  return id === '' ? null : { id, seenVersion: /^\d{1,9}$/.test(seen) ? Number(seen) : 0 }
}
