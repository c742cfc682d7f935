import type { Bilingual } from '../../i18n/language.ts'
import { cycleRefusalEn } from './text/cycle-refusal.en.ts'
import { cycleRefusalTh } from './text/cycle-refusal.th.ts'

/** Every way in which saving a cycle can be refused. The code is also the key of its sentence. */
export const improvementErrorStatus = {
  'cycle.already-there': 409,
  'cycle.bad-agency-code': 422,
  'cycle.bad-year': 422,
  'cycle.bad-day': 422,
  'cycle.bad-number': 422,
  'cycle.unstorable-text': 422,
} as const

export type ImprovementErrorCode = keyof typeof improvementErrorStatus
export type ImprovementError = Readonly<{
  code: ImprovementErrorCode
  /** Of the cycle that was to be saved; B.E. */
  fiscalYear: number
  /** Where in the cycle, as a path ("issues.2.title"); null when the whole is meant. */
  place: string | null
}>

/** The refusal as one sentence: what, where, and what to do. */
export const improvementErrorText = ({ code, fiscalYear, place }: ImprovementError): Bilingual => ({
  th: cycleRefusalTh[code](String(fiscalYear), place ?? ''),
  en: cycleRefusalEn[code](String(fiscalYear), place ?? ''),
})
