import type { Language } from '../../../i18n/language.ts'
import type { FormView } from '../../../ui/form.tsx'
import { approvalsErrorText } from '../approvals.errors.ts'
import type { MeetingFormFaults } from './meeting-form.domain.ts'
import { meetingFormText } from './text/index.ts'

/** What the form of a meeting shows after it was refused: of a list, which of its lines. */
export function refusedMeeting(
  lang: Language,
  values: FormView['values'],
  { faults, badLines }: MeetingFormFaults,
): FormView {
  const lines = new Map<string, readonly number[]>(Object.entries(badLines))
  const errors = Object.entries(faults).map(([input, code]) => {
    const bad = lines.get(input)
    return [input, bad ? meetingFormText(lang).badLines(bad.join(', ')) : approvalsErrorText(code)[lang]]
  })
  return { values, errors: Object.fromEntries(errors) }
}
