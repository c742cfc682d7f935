import type { Language } from '../../../i18n/language.ts'
import type { PermissionRefusal } from '../../../kernel/permission.ts'
import type { EditClash } from '../working/working.errors.ts'
import type { OutcomeFault } from './outcome-form.domain.ts'
import { outcomeRefusalEn } from './text/outcome-refusal.en.ts'
import { outcomeRefusalTh } from './text/outcome-refusal.th.ts'

export type OutcomeFaults = Readonly<{ code: 'outcome.faults'; faults: readonly OutcomeFault[] }>
export type OutcomeRefusal = Readonly<{ code: keyof typeof outcomeRefusalTh.codes }>

/** Every way in which a change of an outcome is refused. */
export type OutcomeError = OutcomeFaults | OutcomeRefusal | EditClash | PermissionRefusal

const words = (lang: Language): typeof outcomeRefusalEn =>
  lang === 'th' ? outcomeRefusalTh : outcomeRefusalEn

/** What is wrong at a field, as one sentence. */
export const outcomeFaultText = ({ code, detail }: OutcomeFault, lang: Language): string =>
  words(lang).faults[code](detail)

/** What stands in the way of the whole, as one sentence. */
export const outcomeRefusalText = ({ code }: OutcomeRefusal, lang: Language): string =>
  words(lang).codes[code]
