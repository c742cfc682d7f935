import type { Language } from '../../../../i18n/language.ts'
import { type IssuePageText, issuePageEn } from './issue-page.en.ts'
import { issuePageTh } from './issue-page.th.ts'

export const issuePageText = (lang: Language): IssuePageText => (lang === 'th' ? issuePageTh : issuePageEn)
