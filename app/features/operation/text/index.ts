import type { Language } from '../../../i18n/language.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import type { JobName } from '../../../platform/jobs/jobs.table.ts'
import type { OperationFinding } from '../findings/operation-findings.domain.ts'
import type { OperationAct } from '../operation.policy.ts'
import { operationActsEn } from './operation-acts.en.ts'
import { operationActsTh } from './operation-acts.th.ts'
import { operationFindingsEn } from './operation-findings.en.ts'
import { operationFindingsTh } from './operation-findings.th.ts'
import { type OperationPageText, operationPageEn } from './operation-page.en.ts'
import { operationPageTh } from './operation-page.th.ts'

/** What the acts of the room's policy are called. */
export const operationActsText = (lang: Language): Readonly<Record<OperationAct, string>> =>
  lang === 'th' ? operationActsTh : operationActsEn

export const operationPageText = (lang: Language): OperationPageText =>
  lang === 'th' ? operationPageTh : operationPageEn

/** What a finding says, and what to do about it. */
export function operationFindingText(
  lang: Language,
  { code, values }: Pick<OperationFinding, 'code' | 'values'>,
): Readonly<{ problem: string; remedy: string }> {
  const words = lang === 'th' ? operationFindingsTh : operationFindingsEn
  const { names } = operationPageText(lang).jobs
  const said = {
    ...values,
    said: values[lang] ?? '',
    ...(values.free === undefined ? {} : { free: sizeText(Number(values.free)) }),
    ...(values.job === undefined ? {} : { job: names[values.job as JobName] ?? values.job }),
  }
  return { problem: words.problems[code](said), remedy: words.remedies[code] }
}
