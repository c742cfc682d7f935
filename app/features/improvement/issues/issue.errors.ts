import type { Language } from '../../../i18n/language.ts'
import type { PermissionRefusal } from '../../../kernel/permission.ts'
import type { EditClash } from '../working/working.errors.ts'
import type { IssueFault } from './issue-form.domain.ts'
import { issueRefusalEn } from './text/issue-refusal.en.ts'
import { issueRefusalTh } from './text/issue-refusal.th.ts'

export type IssueFaults = Readonly<{ code: 'issue.faults'; faults: readonly IssueFault[] }>
export type IssueRefusal = Readonly<{ code: keyof typeof issueRefusalTh.codes }>

/** Every way in which a change of an issue is refused. */
export type IssueError = IssueFaults | IssueRefusal | EditClash | PermissionRefusal

const words = (lang: Language): typeof issueRefusalEn => (lang === 'th' ? issueRefusalTh : issueRefusalEn)

/** What is wrong at a field, as one sentence. */
export const issueFaultText = ({ code, detail }: IssueFault, lang: Language): string =>
  words(lang).faults[code](detail)

/** What stands in the way of the whole, as one sentence. */
export const issueRefusalText = ({ code }: IssueRefusal, lang: Language): string => words(lang).codes[code]
