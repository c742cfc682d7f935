import type { Language } from '../../../i18n/language.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import {
  LONGEST,
  LONGEST_IDENTITY,
  MOST_FILES,
  type ReportFault,
  type TextName,
} from '../reporting/report-form.domain.ts'
import { reportFormText } from '../text/reporting.ts'

/** Why a form was not taken that was filled in well. */
export type SendFault =
  | Readonly<{
      code:
        | 'expired'
        | 'forged'
        | 'too-large'
        | 'too-many'
        | 'busy'
        | 'away'
        | 'storage'
        | 'broken'
        | 'readers'
        | 'custodians'
    }>
  | Readonly<{ code: 'wait'; minutes: number }>

const number = (value: number) => value.toLocaleString('en-US')

/** What is said of a field that was filled in wrongly, or of the form. */
export function faultText({ code, field }: ReportFault, lang: Language): string {
  const { faults, form } = reportFormText(lang)
  switch (code) {
    case 'no-what':
      return faults.noWhat
    case 'too-long':
      return field === 'name' || field === 'contact'
        ? faults.tooLong(form[field], number(LONGEST_IDENTITY))
        : faults.tooLong(form[field as TextName], number(LONGEST[field as TextName]))
    default:
      return faults[code]
  }
}

/** The same of what was sent. `mostBytes` is what all files may have together. */
export function sendFaultText(fault: SendFault, mostBytes: number, lang: Language): string {
  const { faults } = reportFormText(lang)
  switch (fault.code) {
    case 'too-large':
      return faults.tooLarge(sizeText(mostBytes))
    case 'too-many':
      return faults.tooMany(MOST_FILES)
    case 'wait':
      return faults.wait(fault.minutes)
    default:
      return faults[fault.code]
  }
}
