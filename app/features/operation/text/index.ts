import type { Language } from '../../../i18n/language.ts'
import { sizeText } from '../../../kernel/file-size.ts'
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

/** What a job of the program is called. */
export function jobName(lang: Language, name: string): string {
  const names: Readonly<Record<string, string>> = operationPageText(lang).jobs.names
  return names[name] ?? name
}

/** What a finding says, and what to do about it. */
export function operationFindingText(
  lang: Language,
  { code, values }: Pick<OperationFinding, 'code' | 'values'>,
): Readonly<{ problem: string; remedy: string }> {
  const words = lang === 'th' ? operationFindingsTh : operationFindingsEn
  const said = {
    ...values,
    said: values[lang] ?? '',
    ...(values.free === undefined ? {} : { free: sizeText(Number(values.free)) }),
    ...(values.job === undefined ? {} : { job: jobName(lang, String(values.job)) }),
  }
  return { problem: words.problems[code](said), remedy: words.remedies[code] }
}
