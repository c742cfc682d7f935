import type { Language } from '../../i18n/language.ts'
import type { AUDIT_COLUMNS } from './audit-actions.table.ts'
import type { AuditBreak } from './audit-chain.ts'
import { auditWordsEn } from './audit-words.en.ts'
import { auditWordsTh } from './audit-words.th.ts'

/** What an action is called; an action of a newer program by its own code. */
export function auditSentence(action: string, lang: Language): string {
  const { actions } = wordsOf(lang)
  return Object.hasOwn(actions, action) ? actions[action as keyof typeof actions] : action
}

/** What a kind of object is called; a kind of a newer program by its own code. */
export function auditObjectKind(kind: string, lang: Language): string {
  const { objects } = wordsOf(lang)
  return Object.hasOwn(objects, kind) ? wordsOf(lang).objects[kind as keyof typeof objects] : kind
}

export const auditColumn = (column: (typeof AUDIT_COLUMNS)[number], lang: Language): string =>
  wordsOf(lang).columns[column]

export const auditBreakSentence = ({ seq, what }: AuditBreak, lang: Language): string =>
  wordsOf(lang).breaks[what](seq)

const wordsOf = (lang: Language) => (lang === 'th' ? auditWordsTh : auditWordsEn)
