import type { Bilingual } from '../../i18n/language.ts'
import { cycleRefusalEn } from './text/cycle-refusal.en.ts'
import { cycleRefusalTh } from './text/cycle-refusal.th.ts'

/** Every way in which saving a cycle can be refused. The code is also the key of its sentence. */
export type ImprovementErrorCode = keyof typeof cycleRefusalTh
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
