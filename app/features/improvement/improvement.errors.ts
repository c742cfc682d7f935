import type { Bilingual } from '../../i18n/language.ts'
import type { PermissionRefusal } from '../../kernel/permission.ts'
import type { ImprovementAct } from './improvement.policy.ts'
import { cycleRefusalEn } from './text/cycle-refusal.en.ts'
import { cycleRefusalTh } from './text/cycle-refusal.th.ts'
import { improvementActsEn } from './text/improvement-acts.en.ts'
import { improvementActsTh } from './text/improvement-acts.th.ts'

/** Every way in which saving a cycle can be refused. The code is also the key of its sentence. */
export type ImprovementErrorCode = keyof typeof cycleRefusalTh
export type ImprovementError = RefusedCycle | RefusedAgency | PermissionRefusal
export type RefusedCycle = Readonly<{
  code: Exclude<ImprovementErrorCode, RefusedAgency['code'] | PermissionRefusal['code']>
  /** Of the cycle that was to be saved; B.E. */
  fiscalYear: number
  /** Where in the cycle, as a path ("issues.2.title"); null when the whole is meant. */
  place: string | null
}>
export type RefusedAgency = Readonly<{
  code: 'cycle.other-agency'
  fiscalYear: number
  agencyCode: string
  /** The agency that the report names, and the name under which it was to be saved. */
  named: string
  known: string
}>

/** The refusal as one sentence: what, where, and what to do. */
export function improvementErrorText(error: ImprovementError): Bilingual {
  if (error.code === 'cycle.other-agency') {
    const { code, named, known } = error
    return { th: cycleRefusalTh[code](named, known), en: cycleRefusalEn[code](named, known) }
  }
  if (error.code === 'permission.refused') {
    const act = error.act as ImprovementAct
    return {
      th: cycleRefusalTh[error.code](improvementActsTh[act], ''),
      en: cycleRefusalEn[error.code](improvementActsEn[act], ''),
    }
  }
  const { code, fiscalYear, place } = error
  return {
    th: cycleRefusalTh[code](String(fiscalYear), place ?? ''),
    en: cycleRefusalEn[code](String(fiscalYear), place ?? ''),
  }
}
